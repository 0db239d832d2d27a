import type { Identity } from '../../../shared/identity/identity';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import type { DecisionRecord, Verdict } from './decision.record';

/** The verdicts that a second person has to approve. */
export type SecondPersonPolicy = 'none' | 'false-positive' | 'true-match' | 'all';

export function needsSecondPerson(policy: SecondPersonPolicy, verdict: Verdict): boolean {
  if (policy === 'all') return true;
  if (policy === 'none') return false;
  return verdict === (policy === 'false-positive' ? 'FALSE_POSITIVE' : 'TRUE_MATCH');
}

/** Tells if the last day of a decision has passed. `today` is YYYY-MM-DD. */
export const hasExpired = ({ expiresOn }: Pick<DecisionRecord, 'expiresOn'>, today: string): boolean =>
  expiresOn !== null && expiresOn !== undefined && expiresOn < today;

/** Tells if a decision holds: no later change has reopened it, and it has not expired. `today` is YYYY-MM-DD. */
export function isInForce(
  decision: Pick<DecisionRecord, 'state' | 'verdict' | 'event' | 'expiresOn'> | undefined,
  match: Pick<CustomerMatchRecord, 'reopened'>,
  today: string,
): boolean {
  return (
    decision?.state === 'IN_FORCE' &&
    decision.verdict !== 'UNDECIDED' &&
    decision.event > match.reopened &&
    !hasExpired(decision, today)
  );
}

/** A subject is unique within its issuer only. */
export const isSamePerson = (
  { by, issuer }: Pick<DecisionRecord, 'by' | 'issuer'>,
  caller: Pick<Identity, 'subject' | 'issuer'>,
): boolean => by === caller.subject && issuer === caller.issuer;
