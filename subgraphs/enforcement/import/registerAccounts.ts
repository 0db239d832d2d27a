import { z } from 'zod';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { type EventDraft, eventOf } from '../ledger/events';
import type { EnforcementDatabase } from '../connectEnforcement';
import { accountId } from '../caseFile/caseTerms';
import { sourceFact } from '../vocabulary/sourceFact';

export interface AccountToRegister {
  /** The venue's id: the first part of the account's. */
  readonly venue: string;
  /** The pseudonym: the rest of it. */
  readonly account: string;
  /** True where it is made up; omitted: false. */
  readonly illustrative?: boolean;
}

const maker = 'import:deposits';

export interface AccountsRegistered {
  /** The number of accounts that were new. */
  readonly registered: number;
  /** The reason why an account is not registered, by its id; all others are. */
  readonly rejected: ReadonlyMap<string, string>;
}

/**
 * Registers new accounts and venues before other records name them. An account that exists, whoever
 * registered it, stays as it is. So it can be repeated, and run twice at once.
 */
export async function registerAccounts(
  { ledger, rows: views, catchUp }: Pick<EnforcementDatabase, 'ledger' | 'rows' | 'catchUp'>,
  rows: readonly AccountToRegister[],
  source: SourceFacts,
): Promise<AccountsRegistered> {
  const rejected = new Map<string, string>();
  const asked = new Map<string, AccountToRegister>();
  for (const row of rows) {
    const id = `${row.venue}:${row.account}`;
    const problem = problemOf(row);
    if (problem === null) asked.set(id, row);
    else rejected.set(id, problem);
  }
  const venues = new Map([...asked.values()].map((row) => [row.venue, row]));
  await catchUp.settle();
  const [accountsThere, venuesThere] = await Promise.all([
    views.load('accounts', [...asked.keys()]),
    views.load('venues', [...venues.keys()]),
  ]);
  const common = { maker, happenedAt: new Date().toISOString() };
  const given = sourceFact(source);
  const isThere = (there: typeof accountsThere, id: string) => there.get(id)?.retracted === false;
  /** A record that was retracted and comes again is another event than the first. */
  const key = (there: typeof accountsThere, id: string) =>
    there.has(id) ? `register:${id}:after:${there.get(id)?.recordedBy}` : `register:${id}`;
  const newVenues = [...venues]
    .filter(([id]) => !isThere(venuesThere, id))
    .map(([id, { illustrative = false }]): EventDraft => ({
      ...common,
      type: 'VENUE_REGISTERED',
      key: key(venuesThere, id),
      payload: { venues: [{ id, name: id, illustrative, source: given }] },
    }));
  const newAccounts = [...asked]
    .filter(([id]) => !isThere(accountsThere, id))
    .map(([id, { venue, illustrative = false }]): EventDraft => ({
      ...common,
      type: 'ACCOUNT_REGISTERED',
      key: key(accountsThere, id),
      payload: { accounts: [{ id, venueId: venue, illustrative, source: given }] },
    }));
  const results = await ledger.append([...newVenues, ...newAccounts].map(eventOf));
  await catchUp.settle();
  return { registered: results.slice(newVenues.length).filter(({ appended }) => appended).length, rejected };
}

function problemOf({ venue, account }: AccountToRegister): string | null {
  const id = accountId.safeParse(`${venue}:${account}`);
  if (id.success && !venue.includes(':')) return null;
  return `${JSON.stringify(`${venue}:${account}`)} is no account: ${id.success ? 'a venue has no colon' : z.prettifyError(id.error)}`;
}
