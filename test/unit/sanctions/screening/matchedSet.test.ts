import { readOfacCsv } from '../../../../subgraphs/sanctions/import/ofac/readOfacCsv';
import {
  defaultThreshold,
  screeningIndex,
} from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject } from '../../../../subgraphs/sanctions/screening/engine/subject';
import { describeWithAllPacks } from '../../../support/describeWithData';
import { matchedSet } from '../../../support/sharedData';

describeWithAllPacks("OFAC's SDN list of the matched set", () => {
  it('has no name that does not find its entry', () => {
    const [sdn] = readOfacCsv([
      {
        list: 'ofac-sdn',
        main: matchedSet['sdn.csv']!,
        alt: matchedSet['alt.csv']!,
        add: null,
        comments: matchedSet['sdn_comments.csv']!,
        advanced: null,
        absent: [],
      },
    ]);
    const entries = sdn!.entries;
    const index = screeningIndex(entries, []);
    // Every sixtieth entry, with all its names.
    const lost = entries
      .filter((_, i) => i % 60 === 0)
      .flatMap((entry) =>
        [entry.name, ...entry.aliases.map(({ name }) => name)].map((name) => ({ entry, name })),
      )
      .filter(({ entry, name }) => {
        const { subject } = readSubject({ name });
        const found = subject
          ? index.screen(subject, { threshold: defaultThreshold, weakAliases: true })
          : [];
        return !found.some((match) => match.entry.actorId === entry.actorId);
      });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});
