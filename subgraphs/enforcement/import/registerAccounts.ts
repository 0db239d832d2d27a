import type { Model } from 'mongoose';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { EnforcementRecords } from '../openEnforcement';

/** An account that somebody says there is, at a venue. */
export interface AccountRegistration {
  /** The venue's id: lower-case letters, digits and hyphens. */
  readonly venue: string;
  /** The account's pseudonym at the venue; its id is `<venue>:<pseudonym>`. */
  readonly account: string;
  readonly illustrative: boolean;
}

export interface AccountsRegistered {
  /** How many were not there before. */
  readonly venues: number;
  readonly accounts: number;
  /** Why an account is not registered, by its id; all others are there. */
  readonly refused: ReadonlyMap<string, string>;
}

const venueForm = /^[a-z0-9][a-z0-9-]{0,63}$/;
const pseudonymForm = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * Makes accounts and their venues known, where they are not: the venue first, so that no account is without one. What is
 * there is never changed, so that the same rows twice, or a part of them after a kill, come to the same. A venue that is
 * new is named by its id until somebody names it otherwise.
 */
export async function registerAccounts(
  { venues, accounts }: Pick<EnforcementRecords, 'venues' | 'accounts'>,
  rows: readonly AccountRegistration[],
  source: SourceFacts,
): Promise<AccountsRegistered> {
  const refused = new Map<string, string>();
  const newVenues = new Map<string, object>();
  const newAccounts = new Map<string, object>();
  for (const { venue, account, illustrative } of rows) {
    const _id = `${venue}:${account}`;
    const problem = problemOf(venue, account);
    if (problem !== null) {
      refused.set(_id, problem);
      continue;
    }
    if (!newVenues.has(venue)) newVenues.set(venue, { name: venue, illustrative, source });
    if (!newAccounts.has(_id)) newAccounts.set(_id, { venueId: venue, illustrative, source });
  }
  return {
    venues: await insertMissing(venues as never, newVenues),
    accounts: await insertMissing(accounts as never, newAccounts),
    refused,
  };
}

function problemOf(venue: string, account: string): string | null {
  if (!venueForm.test(venue)) return 'venue: it is up to 64 lower-case letters, digits and hyphens';
  if (!pseudonymForm.test(account)) {
    return 'account: a pseudonym is up to 100 letters, digits, dots, hyphens and underscores';
  }
  return null;
}

/** Inserts what is not there, and answers how many that were. */
async function insertMissing(
  model: Model<{ _id: string }>,
  records: ReadonlyMap<string, object>,
): Promise<number> {
  if (records.size === 0) return 0;
  const { upsertedCount } = await model.bulkWrite(
    [...records].map(([_id, facts]) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: facts }, upsert: true },
    })),
    { ordered: false },
  );
  return upsertedCount;
}
