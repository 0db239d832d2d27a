import { badUserInput } from '../../../shared/errors/cordonError';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { HasDepositStore } from '../deposit/deposit.context';
import { maxRegistrations } from '../deposit/deposit.rules';
import type { HasCaller } from '../vocabulary/hasCaller';

export type DepositContext = HasCaller & HasDepositStore;

/** Rejects a call with too many rows. */
export function checkCount(rows: readonly unknown[]): void {
  if (rows.length > maxRegistrations) {
    throw badUserInput(`there are ${rows.length} wallets: one call takes ${maxRegistrations}`, {
      argument: 'wallets',
    });
  }
}

/** Returns the source of the caller's statements. */
export function sourceOf({ tenant, now }: HasCaller): SourceFacts {
  return {
    id: `registration:${tenant ?? 'house'}`,
    title: `Deposit wallets registered by ${tenant === null ? 'the operator' : `the venue ${tenant}`}`,
    publisher: tenant,
    publishedOn: now.toISOString().slice(0, 10),
    url: null,
    quote: null,
  };
}
