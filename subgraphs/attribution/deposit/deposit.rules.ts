import type { Tenant } from './deposit.store';

/** The most that one call registers. */
export const maxRegistrations = 1_000;

export interface Refusal {
  readonly code: 'NOT_IN_SCOPE' | 'UNKNOWN_ACCOUNT' | 'BAD_USER_INPUT';
  readonly problem: string;
}

/** The venue of an account's id; null for what is no such id. */
export function venueOfAccount(accountId: string): string | null {
  return /^([a-z0-9][a-z0-9-]{0,63}):[^\s:]{1,128}$/.exec(accountId)?.[1] ?? null;
}

/**
 * Why an account may not be given a wallet, or null. Another venue's is refused before anybody looks whether it is there,
 * and in the same words.
 */
export function accountRefusal(
  accountId: string,
  tenant: Tenant,
  known: ReadonlyMap<string, boolean>,
): Refusal | null {
  const venue = venueOfAccount(accountId);
  if (tenant !== null && venue !== tenant) {
    return { code: 'NOT_IN_SCOPE', problem: `you may register wallets for accounts of ${tenant} alone` };
  }
  if (venue === null) return { code: 'BAD_USER_INPUT', problem: 'an account is <venue id>:<pseudonym>' };
  if (!known.has(accountId)) {
    return {
      code: 'UNKNOWN_ACCOUNT',
      problem: 'the registry has no such account: its first wallet is registered by `cordon import deposits`',
    };
  }
  return null;
}
