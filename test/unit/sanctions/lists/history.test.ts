import fc from 'fast-check';
import { decideSanctioned } from '../../../../subgraphs/sanctions/designation/designation.rules';
import { membersOf, versionContent } from '../../../../subgraphs/sanctions/list/content.rules';
import { caseEntry } from '../../../../subgraphs/sanctions/screening/caseEntry';
import { changesBetween, contentAt, historyOf } from '../../../../subgraphs/sanctions/list/history.rules';
import { designationsOf } from '../../../../subgraphs/sanctions/list/listDesignation.rules';
import type { ListEntry } from '../../../../subgraphs/sanctions/list/listEntry';

/** The content of a version: for each entry number the name, so that a changed entry has another. */
type Version = ReadonlyMap<string, string>;

const blank = caseEntry({ _id: '1', kind: 'PERSON', name: 'X', aliases: [], searchWords: [], sources: [] });
const entryOf = ([entry, name]: [string, string]): ListEntry => ({
  ...blank,
  list: 'ofac-sdn',
  entry,
  actorId: `ofac:${entry}`,
  name,
});

const days = ['2023-01-10', '2023-01-20', '2023-02-05', '2023-03-01', '2023-03-02', '2023-06-01'];

// Numbers far apart are in different chunks, near ones in one; names change at random.
const version: fc.Arbitrary<Version> = fc
  .array(
    fc.tuple(
      fc.constantFrom('1', '2', '3', '600', '601', '99999', 'KPe.031'),
      fc.constantFrom('a', 'b', 'c'),
    ),
  )
  .map((pairs) => new Map(pairs));
const sequence = fc.array(version, { minLength: 1, maxLength: days.length });

function built(versions: readonly Version[]) {
  const contents = versions.map((held) => versionContent('ofac-sdn', [...held].map(entryOf)));
  const chunkById = new Map(
    contents.flatMap(({ chunks }) => chunks.map((chunk) => [chunk._id, membersOf(chunk)])),
  );
  const entries = new Map(
    contents.flatMap((content) => content.entries.map((one) => [one._id, one.content])),
  );
  const records = contents.map(({ chunks }) => ({
    chunks: chunks.map(({ bucket, _id }) => ({ bucket, id: _id })),
  }));
  return { history: historyOf(records, chunkById), entries };
}

const nameIn = (entries: ReadonlyMap<string, string>, digest: string | null) =>
  digest === null ? undefined : (JSON.parse(entries.get(digest) ?? '{}') as ListEntry).name;

it('the history gives back every version as it was', () => {
  fc.assert(
    fc.property(sequence, (versions) => {
      const { history, entries } = built(versions);
      versions.forEach((held, place) => {
        const back = [...history].flatMap(([entry, runs]) => {
          const name = nameIn(entries, contentAt(runs, place));
          return name === undefined ? [] : [[entry, name] as const];
        });
        expect(new Map(back)).toEqual(held);
      });
    }),
  );
});

it('the changes between two versions are what differs between them', () => {
  fc.assert(
    fc.property(sequence, fc.nat(), fc.nat(), (versions, a, b) => {
      const [from, to] = [a % versions.length, b % versions.length];
      const [before, after] = [versions[from]!, versions[to]!];
      const wanted = [...new Set([...before.keys(), ...after.keys()])]
        .filter((entry) => before.get(entry) !== after.get(entry))
        .map((entry) => [entry, !before.has(entry) ? 'ADDED' : !after.has(entry) ? 'REMOVED' : 'CHANGED']);
      const got = changesBetween(built(versions).history, from, to).map(({ entry, change }) => [
        entry,
        change,
      ]);
      expect(got).toEqual(wanted.sort(([x], [y]) => (x! < y! ? -1 : 1)));
    }),
  );
});

/** The rule of DOMAIN, said plainly: the versions before and after the day. */
function expected(versions: readonly Version[], entry: string, day: string): boolean | null {
  const before = versions.findLastIndex((_, i) => days[i]! <= day);
  if (before < 0) return null;
  const is = versions[before]!.has(entry);
  const exact = days[before] === day;
  const after = versions[before + 1];
  return exact || !after || after.has(entry) === is ? is : null;
}

it('who was sanctioned on a day is what the versions around it say, and a gap where they differ', () => {
  const asked = fc.constantFrom(
    ...days,
    '2022-12-31',
    '2023-01-15',
    '2023-02-28',
    '2023-04-01',
    '2030-01-01',
  );
  fc.assert(
    fc.property(sequence, asked, (versions, day) => {
      const { history } = built(versions);
      const named = versions.map((_, i) => ({ list: 'ofac-sdn', version: days[i]! }));
      for (const [entry, runs] of history) {
        const designations = designationsOf(named, runs, () => entryOf([entry, 'a']));
        const decision = decideSanctioned(designations, day);
        const wanted = expected(versions, entry, day);
        expect('sanctioned' in decision ? decision.sanctioned : null).toBe(wanted);
      }
    }),
  );
});

it('the order in which entries were read is nothing to their version', () => {
  fc.assert(
    fc.property(version, (held) => {
      const entries = [...held].map(entryOf);
      expect(versionContent('l', entries).digest).toBe(versionContent('l', [...entries].reverse()).digest);
    }),
  );
});
