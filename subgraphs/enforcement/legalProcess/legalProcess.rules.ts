import type { LegalProcessRecord } from './legalProcess.record';

/** What the rules need of a process. */
export type ProcessTerms = Pick<LegalProcessRecord, 'effective' | 'served' | 'expiry' | 'scope'>;

/** Whether a process is in force at an instant: effective (or, where that is not said, served), and not expired. */
export function processInForce(
  { effective, served, expiry }: Omit<ProcessTerms, 'scope'>,
  at: Date,
): boolean {
  const begins = effective ?? served;
  return !!begins && begins <= at && (!expiry || at < expiry);
}

/**
 * Whether a process can carry an act on an account at an instant: served, in force, and with the account in its scope
 * (DOMAIN, invariant 1: the basis was valid when the act was done).
 */
export function processCarries(process: ProcessTerms, accountId: string, at: Date): boolean {
  return (
    !!process.served &&
    process.served <= at &&
    processInForce(process, at) &&
    process.scope.includes(accountId)
  );
}
