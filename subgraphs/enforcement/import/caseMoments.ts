import { lawOf, timeZoneOf } from '../law/law.rules';
import { startOfDayIn } from '../law/typedDay.rules';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { VenueFact } from '../ledger/facts';
import type { Moment } from './caseForms';
import { venueOfAccount } from './readAccounts';

type Basis = Pick<LegalProcessRecord, 'kind' | 'authority' | 'law'>;

/** Returns the instant of a time that a case gives: a day begins where the law that applies counts its days. */
export type ReadMoment = (moment: Moment) => Date;

/**
 * Returns how times are read of what rests on some processes and is about an account. The law is that of a designation
 * among them, else one that binds the account's venue. Where neither is known, midnight in UTC stands for a day.
 */
export function momentsOf(
  bases: readonly Basis[],
  accountId: string | undefined,
  venues: readonly VenueFact[],
): ReadMoment {
  const venue = venues.find(({ id }) => id === venueOfAccount(accountId ?? ''));
  const laws = [...bases.map(lawOf), ...(venue?.jurisdictions ?? [])];
  const timeZone = laws.map(timeZoneOf).find((zone) => zone !== null) ?? null;
  return (moment) => (moment instanceof Date ? moment : startOfDayIn(moment, timeZone));
}
