import { isDeepStrictEqual } from 'node:util';
import { chunksOf, chunksOfStream } from '../../../../shared/batch/chunks';
import type { DerivedDifference, DerivedProjection } from '../../projection/projection';
import type { DutyEvent } from './affectedAccounts.store';
import { derivedOf } from './accountDuties.rules';
import { annualGroupId, type AnnualYears, type YearsChange } from './annualYears.store';
import type { BlockedYearsRecord } from './blockedYears.record';
import type { DerivedRow, DerivedRows } from './derivedRows.store';
import type { DutyRecord } from './duty.record';
import type { DutyGrounds, ReadGrounds } from './dutyGrounds.store';
import { blockedYearsRows, dutyRows } from './dutyRows.rules';

export interface DutyStores {
  readonly grounds: DutyGrounds;
  readonly duties: DerivedRows<DutyRecord>;
  readonly blockedYears: DerivedRows<BlockedYearsRecord>;
  readonly annualYears: AnnualYears;
  readonly affected: (events: readonly DutyEvent[]) => Promise<string[]>;
}

/** The rows of so many accounts are read and written at once. */
const groupSize = 500;

/**
 * The projections of duties: a row for each duty of an account, the years for whose annual report an account
 * counts, and the years of each venue. They are made of the rows of other projections by the rules of
 * obligations, for the accounts that events affect.
 */
export const dutiesProjections = (stores: DutyStores): readonly DerivedProjection[] => [
  dutiesProjection(stores),
  writtenWithDuties('blockedYears'),
  writtenWithDuties('annualYears'),
];

/** The rows beside those of duties: a view of its own only for how far it has come. */
const writtenWithDuties = (name: string): DerivedProjection => ({
  name,
  version: 1,
  changes: () => [],
  derive: () => Promise.resolve(),
  async *differences() {},
});

const dutiesProjection = (stores: DutyStores): DerivedProjection => ({
  name: 'duties',
  version: 1,
  changes: () => [],
  async derive(events: readonly DutyEvent[], sequence) {
    const ids = await stores.affected(events);
    for (const group of chunksOf(ids, groupSize)) await deriveGroup(stores, group, sequence);
  },
  differences: (cursor) => dutyDifferences(stores, cursor),
});

async function deriveGroup(stores: DutyStores, ids: readonly string[], sequence: number): Promise<void> {
  const [all, known] = await Promise.all([stores.grounds.grounds(ids), stores.duties.known(ids)]);
  const grounds = all.filter(({ accountId, everObliged }) => everObliged || known.has(accountId));
  if (grounds.length === 0) return;
  const derived = await rowsOf(stores, grounds, () => sequence);
  const accountIds = [...derived.keys()];
  const before = await stores.blockedYears.stored(accountIds);
  const rowsIn = <Row>(rowsOfOne: (one: AccountRows) => Row) =>
    new Map([...derived].map(([id, one]) => [id, rowsOfOne(one)]));
  await stores.duties.write(
    rowsIn(({ duties }) => duties),
    sequence,
  );
  const after = rowsIn(({ years }) => years);
  await stores.blockedYears.write(after, sequence);
  await stores.annualYears.write(yearChanges(before, after), sequence);
}

/** By venue and visibility: the years that accounts have there now, and whether any had others before. */
function yearChanges(
  before: ReadonlyMap<string, readonly BlockedYearsRecord[]>,
  after: ReadonlyMap<string, readonly BlockedYearsRecord[]>,
): YearsChange[] {
  const changes = new Map<string, YearsChange>();
  const changeOf = (row: BlockedYearsRecord) => {
    const id = annualGroupId(row);
    const change = changes.get(id) ?? { group: row, years: [], hasOthersBefore: false };
    changes.set(id, change);
    return change;
  };
  for (const row of [...after.values()].flat()) changeOf(row).years.push(row);
  for (const [accountId, rows] of before) {
    const kept = new Map(after.get(accountId)?.map((row) => [row._id, row]));
    for (const row of rows) {
      const now = kept.get(row._id);
      const isKept = now && annualGroupId(now) === annualGroupId(row) && now.last >= row.last;
      if (!isKept) changeOf(row).hasOthersBefore = true;
    }
  }
  return [...changes.values()];
}

interface AccountRows {
  readonly latest: number;
  readonly duties: readonly DutyRecord[];
  readonly years: readonly BlockedYearsRecord[];
}

async function rowsOf(
  { grounds: { reportsNaming } }: DutyStores,
  grounds: readonly ReadGrounds[],
  sequenceOf: (latest: number) => number,
): Promise<Map<string, AccountRows>> {
  const derived = grounds.map((one) => ({ ...derivedOf(one), one }));
  const ids = derived.flatMap(({ duties }) => duties.map(({ duty }) => duty.id));
  const reports = await reportsNaming([...new Set(ids)]);
  const reportsOf = new Map<string, typeof reports>();
  for (const report of reports)
    for (const id of report.obligationIds) reportsOf.set(id, [...(reportsOf.get(id) ?? []), report]);
  return new Map(
    derived.map(({ duties, years, one }) => {
      const own = [...new Set(duties.flatMap(({ duty }) => reportsOf.get(duty.id) ?? []))];
      const latest = Math.max(one.latest, ...own.map(({ sequence }) => sequence));
      const sequence = sequenceOf(latest);
      const rows = {
        latest,
        duties: dutyRows(one, duties, { reports: own, sequence }),
        years: blockedYearsRows(one.accountId, years, sequence),
      };
      return [one.accountId, rows];
    }),
  );
}

/** Finds the accounts and venues whose rows are not what the rows of the other views make of them. */
async function* dutyDifferences(stores: DutyStores, cursor: number): AsyncGenerator<DerivedDifference> {
  for await (const ids of chunksOfStream(allAccountIds(stores), groupSize)) {
    const [duties, years, grounds] = await Promise.all([
      stores.duties.stored(ids),
      stores.blockedYears.stored(ids),
      stores.grounds.grounds(ids),
    ]);
    for (const [id, expected] of await rowsOf(stores, grounds, (latest) => latest)) {
      if (expected.latest > cursor) continue;
      const isSame =
        haveSameContent(duties.get(id) ?? [], expected.duties) &&
        haveSameContent(years.get(id) ?? [], expected.years);
      if (isSame) continue;
      yield {
        id,
        async mend() {
          await stores.duties.exchange(id, expected.duties, expected.latest);
          await stores.blockedYears.exchange(id, expected.years, expected.latest);
        },
      };
    }
  }
  yield* annualDifferences(stores, cursor);
}

async function* annualDifferences(
  { annualYears }: DutyStores,
  cursor: number,
): AsyncGenerator<DerivedDifference> {
  const groups = await annualYears.groups();
  const stored = new Map((await annualYears.stored()).map((row) => [row._id, row]));
  for (const [id, row] of stored) groups.set(id, row);
  for (const [id, group] of groups) {
    const row = stored.get(id);
    if (row && row.sequence > cursor) continue;
    if (isDeepStrictEqual(row?.years ?? [], await annualYears.expected(group))) continue;
    yield { id, mend: () => annualYears.exchange(group, row?.sequence ?? cursor) };
  }
}

/** Tells if rows are equal, whatever event they were written at. */
function haveSameContent(stored: readonly DerivedRow[], expected: readonly DerivedRow[]): boolean {
  const content = (rows: readonly DerivedRow[]) =>
    new Map(rows.map(({ sequence: _, ...row }) => [row._id, row]));
  return isDeepStrictEqual(content(stored), content(expected));
}

/** Every account that has measures or rows, once. */
async function* allAccountIds({ grounds, duties, blockedYears }: DutyStores): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const source of [grounds, duties, blockedYears]) {
    for await (const id of source.accountIds()) {
      if (seen.has(id)) continue;
      seen.add(id);
      yield id;
    }
  }
}
