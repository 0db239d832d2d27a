import type { CustomerRecord } from '../customer/customer.record';
import type { DecisionRecord } from '../decision/decision.record';
import { hasExpired, isInForce } from '../decision/decision.rules';
import { changedGrounds, groundsOf } from '../decision/grounds.rules';
import type { DecisionStore } from '../decision/decision.store';
import { alertOf, type MatchChange, type ScreenedAgainst } from './matchChange.rules';

/**
 * Returns changes as decisions let them be: a decided match is quiet, and comes back with what changed where the customer or
 * the entry is other in what the decision rests on. A true match whose entry went comes back too.
 */
export async function heedDecisions(
  changes: readonly MatchChange[],
  customers: readonly CustomerRecord[],
  decisions: DecisionStore,
  against: ScreenedAgainst,
): Promise<MatchChange[]> {
  if (changes.length === 0) return [];
  await decisions.catchUp();
  const found = await decisions.ofMatches(changes.map(({ match }) => match._id));
  const byMatch = new Map(found.map((decision) => [decision._id, decision]));
  const byId = new Map(customers.map((customer) => [customer._id, customer]));
  const today = against.at.toISOString().slice(0, 10);
  return changes.map((change) => {
    const decision = byMatch.get(change.match._id);
    const customer = byId.get(change.match.customerId);
    if (!decision || !customer) return change;
    if (hasExpired(decision, today)) return expiredChange(change, decision);
    if (!isInForce(decision, change.match, today)) return change;
    return change.match.isPresent
      ? presentDecided(change, decision, customer, against)
      : goneDecided(change, decision);
  });
}

function presentDecided(
  change: MatchChange,
  { grounds, event }: DecisionRecord,
  customer: CustomerRecord,
  against: ScreenedAgainst,
): MatchChange {
  const { list, entry } = change.match;
  const fields = changedGrounds(grounds, groundsOf(customer, against.entryOf(list, entry)));
  if (fields.length === 0) return quiet(change);
  const alerts = change.match.alerts + (change.alert ? 0 : 1);
  const match = { ...change.match, alerts, reopened: event };
  const alert = alertOf(match, 'REOPENED', against.causeOf(list, entry), against);
  return { match, alert: { ...alert, changed: fields } };
}

/** Its alert tells already that the match is open: it does not come back for the decision too. */
function expiredChange({ match, alert }: MatchChange, { event }: DecisionRecord): MatchChange {
  if (!alert) return { match, alert };
  const reopened = { ...match, reopened: Math.max(match.reopened, event) };
  return { match: reopened, alert: { ...alert, match: reopened } };
}

/** Where another party's entry goes, nobody has to know. */
function goneDecided(change: MatchChange, { verdict, event }: DecisionRecord): MatchChange {
  if (verdict === 'FALSE_POSITIVE') return quiet(change);
  const match = { ...change.match, reopened: event };
  return { match, alert: change.alert && { ...change.alert, match } };
}

const quiet = ({ match, alert }: MatchChange): MatchChange => ({
  match: alert ? { ...match, alerts: match.alerts - 1 } : match,
  alert: undefined,
});
