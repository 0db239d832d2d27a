import { resultRows, versionsOf } from '../../../console/src/pages/screening/resultRows';
import type { Match, ScreenedSubject } from '../../../console/src/pages/screening/subject';

const match = { score: 0.9, matchedName: 'KIM' } as Match;

const screened = (
  name: string,
  matches: readonly Match[],
  problem: string | null = null,
  version = '1',
): ScreenedSubject => ({
  subject: { name },
  screening: { matches: [...matches], problem, versions: [{ list: 'ofac-sdn', version }] },
});

describe('the rows of a screening', () => {
  it('show a problem beside the matches too: they are not all that there may be', () => {
    const rows = resultRows([screened('Kim', [match], 'The birth date was left out of account.')]);
    expect(rows.map(({ match: found, problem }) => [found?.matchedName, problem])).toEqual([
      ['KIM', undefined],
      [undefined, 'The birth date was left out of account.'],
    ]);
  });

  it('put what was not screened above what has no match', () => {
    const rows = resultRows([screened('a', []), screened('', [], 'no name'), screened('b', [match])]);
    expect(rows.map(({ subject }) => subject.name)).toEqual(['b', '', 'a']);
  });
});

describe('the list versions of a screening', () => {
  it('are those of every batch: a list may have been imported in between', () => {
    expect(versionsOf([screened('a', []), screened('b', [], null, '2')])).toEqual([
      'ofac-sdn 1',
      'ofac-sdn 2',
    ]);
  });
});
