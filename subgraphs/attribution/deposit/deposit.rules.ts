import { type Tenant, venueOfAccount } from '../vocabulary/tenant';

/** The most that one call registers. */
export const maxRegistrations = 1_000;

export interface DepositRejection {
  readonly code: 'NOT_IN_SCOPE' | 'UNKNOWN_ACCOUNT' | 'BAD_USER_INPUT';
  readonly problem: string;
}

/**
 * Returns the reason why an account may not be given a wallet, or null. Another venue's account is rejected
 * before its existence is checked, and in the same words.
 */
export function accountRejection(
  accountId: string,
  tenant: Tenant,
  known: ReadonlyMap<string, boolean>,
): DepositRejection | null {
  const venue = venueOfAccount(accountId);
  if (tenant !== null && venue !== tenant) {
    return { code: 'NOT_IN_SCOPE', problem: `you may register wallets only for accounts of ${tenant}` };
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
