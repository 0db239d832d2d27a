import { isDeepStrictEqual } from 'node:util';
import type { EnforcementEvent } from '../ledger/events';
import type { View } from '../ledger/views';
import type { AccountStatusRecord } from './accountStatus.record';
import type { AccountStatusRows } from './accountStatusRows.store';
import { accountStatusRows } from './statusIntervals.rules';

/** The rows of so many accounts are read and written at once. */
const groupSize = 500;

/**
 * The view of account statuses. It is made of the rows of other views and not of an event alone: a status is that of all
 * measures on an account. So it is written behind those, for the accounts that the events are about.
 */
export const accountStatusesView = (rows: AccountStatusRows): View => ({
  name: 'accountStatuses',
  version: 1,
  changes: () => [],
  async derive(events, sequence) {
    const ids = [...(await affectedAccounts(rows, events))];
    for (let at = 0; at < ids.length; at += groupSize) {
      const grounds = await rows.grounds(ids.slice(at, at + groupSize));
      // The last interval first: what begins is there before what it takes the place of ends.
      await rows.write(grounds.flatMap((one) => accountStatusRows(one, sequence).reverse()));
    }
  },
});

async function affectedAccounts(
  rows: Pick<AccountStatusRows, 'accountsOf'>,
  events: readonly EnforcementEvent[],
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

/** An account whose rows are not what its measures make of them. */
export interface StatusDifference {
  readonly accountId: string;
  readonly expected: readonly AccountStatusRecord[];
}

/**
 * Finds the accounts whose rows differ from what the rows of the other views make of them. What has not been derived yet,
 * because its event is behind the view's cursor, differs in nothing.
 */
export async function* statusDifferences(
  rows: AccountStatusRows,
  cursor: number,
): AsyncGenerator<StatusDifference> {
  for await (const group of rows.accountIds(groupSize)) {
    const stored = await rows.stored(group);
    for (const grounds of await rows.grounds(group)) {
      const expected = accountStatusRows(grounds, grounds.latest);
      if (grounds.latest > cursor || isSame(stored.get(grounds.accountId) ?? [], expected)) continue;
      yield { accountId: grounds.accountId, expected };
    }
  }
}

/** Whether rows say the same, whatever event they were written at. */
function isSame(stored: readonly AccountStatusRecord[], expected: readonly AccountStatusRecord[]): boolean {
  const content = (all: readonly AccountStatusRecord[]) =>
    new Map(all.flatMap(({ sequence: _, ...row }) => (row.status ? [[row._id, row] as const] : [])));
  return isDeepStrictEqual(content(stored), content(expected));
}
