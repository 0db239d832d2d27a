import type { Model } from 'mongoose';
import { chunksOf } from '../../../../shared/batch/chunks';
import type { DepositRecord } from '../../deposit/deposit.record';
import { isEnd, registrationsOf, wordOf } from '../../deposit/registration.rules';
import type { Tenant } from '../../vocabulary/tenant';

type Read = Pick<DepositRecord, 'matchKey' | 'word' | 'stance' | 'source'>;

/**
 * Returns the match keys of a tenant's deposit wallets (null: of all venues'), and if a trace ends there. It
 * does where the operator registered one. Most wallets have that one statement; those of the others are read
 * whole.
 */
export async function depositKeys(
  deposits: Model<DepositRecord>,
  tenant: Tenant,
): Promise<ReadonlyMap<string, boolean>> {
  const within = tenant === null ? {} : { venueId: tenant };
  const keys = new Map<string, boolean>();
  const unsure = new Set<string>();
  const read = { matchKey: 1, word: 1, stance: 1, 'source.id': 1 } as const;
  for await (const row of deposits.find(within, read).lean<Read[]>().cursor() as AsyncIterable<Read>) {
    keys.set(row.matchKey, true);
    if (isEnd(row) || wordOf(row) === 'VENUE') unsure.add(row.matchKey);
  }
  for (const chunk of chunksOf([...unsure])) {
    for (const key of chunk) keys.set(key, false);
    const statements = await deposits.find({ matchKey: { $in: chunk }, ...within }).lean<DepositRecord[]>();
    for (const { matchKey, isTraceEnd } of registrationsOf(statements))
      if (isTraceEnd) keys.set(matchKey, true);
  }
  return keys;
}
