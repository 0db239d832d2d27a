import { isDeepStrictEqual } from 'node:util';
import { chunksOf } from '../../../shared/batch/chunks';
import type { DerivedDifference, DerivedProjection, ProjectedEvent } from '../projection/projection';
import type { AccountStatusRecord } from './accountStatus.record';
import type { AccountStatusRows } from './accountStatusRows.store';
import { accountStatusRows } from './statusIntervals.rules';

/** The rows of so many accounts are read and written at once. */
const groupSize = 500;

/**
 * The projection of account statuses. It is made of the rows of other projections, not of a single event: a
 * status is that of all measures on an account. So it is written after those, for the accounts that the
 * events are about.
 */
export const accountStatusesProjection = (rows: AccountStatusRows): DerivedProjection => ({
  name: 'accountStatuses',
  version: 1,
  changes: () => [],
  async derive(events: readonly ProjectedEvent<StatusPayload>[], sequence) {
    const ids = [...(await affectedAccounts(rows, events))];
    for (const group of chunksOf(ids, groupSize)) {
      const grounds = await rows.grounds(group);
      await rows.write(grounds.flatMap((one) => accountStatusRows(one, sequence)));
    }
  },
  differences: (cursor) => statusDifferences(rows, cursor),
});

/** The facts of an event that change statuses. */
interface StatusPayload {
  readonly accounts?: readonly { readonly id: string }[];
  readonly measures?: readonly { readonly id: string }[];
  readonly measureChanges?: readonly { readonly measureId: string }[];
}

async function affectedAccounts(
  rows: Pick<AccountStatusRows, 'accountsOf'>,
  events: readonly ProjectedEvent<StatusPayload>[],
): Promise<Set<string>> {
  const accountIds = new Set<string>();
  const measureIds = new Set<string>();
  for (const { payload } of events) {
    for (const { id } of payload.accounts ?? []) accountIds.add(id);
    for (const { id } of payload.measures ?? []) measureIds.add(id);
    for (const { measureId } of payload.measureChanges ?? []) measureIds.add(measureId);
    for (const { view, id } of payload.retracted ?? []) {
      if (view === 'accounts') accountIds.add(id);
      if (view === 'measures') measureIds.add(id);
    }
  }
  if (measureIds.size > 0) for (const id of await rows.accountsOf([...measureIds])) accountIds.add(id);
  return accountIds;
}

/** Finds the accounts whose rows differ from those derived from the other projections. */
async function* statusDifferences(
  rows: AccountStatusRows,
  cursor: number,
): AsyncGenerator<DerivedDifference> {
  for await (const group of rows.accountIds(groupSize)) {
    const stored = await rows.stored(group);
    for (const grounds of await rows.grounds(group)) {
      const expected = accountStatusRows(grounds, grounds.latest);
      if (grounds.latest > cursor || isSame(stored.get(grounds.accountId) ?? [], expected)) continue;
      const { accountId: id } = grounds;
      yield { id, mend: () => rows.exchange(id, expected) };
    }
  }
}

/** Tells if rows are equal, whatever event they were written at. */
function isSame(stored: readonly AccountStatusRecord[], expected: readonly AccountStatusRecord[]): boolean {
  const content = (all: readonly AccountStatusRecord[]) =>
    new Map(all.flatMap(({ sequence: _, ...row }) => (row.status ? [[row._id, row] as const] : [])));
  return isDeepStrictEqual(content(stored), content(expected));
}
