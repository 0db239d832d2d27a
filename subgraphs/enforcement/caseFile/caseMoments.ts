import { type Designated, lawOf, timeZoneOf } from '../law/law.rules';
import { startOfDayIn } from '../law/typedDay.rules';
import { type Moment, venueOfAccount } from './caseTerms';

interface Venue {
  readonly id: string;
  readonly jurisdictions?: readonly string[] | undefined;
}

/** Returns the instant of a time that a case gives: a day begins where the law that applies counts its days. */
export type ReadMoment = (moment: Moment) => Date;

/**
 * Returns how times are read of what rests on some processes and is about an account. The law is that of a designation
 * among them, else one that binds the account's venue. Where neither is known, midnight in UTC stands for a day.
 */
export function momentsOf(
  bases: readonly Designated[],
  accountId: string | undefined,
  venues: readonly Venue[],
): ReadMoment {
  const venue = venues.find(({ id }) => id === venueOfAccount(accountId ?? ''));
  const laws = [...bases.map(lawOf), ...(venue?.jurisdictions ?? [])];
  const timeZone = laws.map(timeZoneOf).find((zone) => zone !== null) ?? null;
  return (moment) => (moment instanceof Date ? moment : startOfDayIn(moment, timeZone));
}
