import { CordonError } from '../../../shared/errors/cordonError';
import type { AccountRecord } from '../account/account.record';
import type { MeasureChangeFact, MeasureFact } from '../ledger/facts';
import type { MeasureRecord } from '../measure/measure.record';
import { inForceAt, type Interval } from '../measure/status.rules';
import { houseSource } from './houseSource';

export interface OnePersonAct {
  readonly id: string;
  readonly account: AccountRecord;
  readonly maker: string;
  readonly reason: string;
  readonly at: Date;
}

/** A flag rests on a claim or a rule (DOMAIN, "Transitions"): what neither says is no ground. */
export function decideFlag(
  act: OnePersonAct,
  { claimIds, rule }: { readonly claimIds: readonly string[]; readonly rule: string | null },
): MeasureFact {
  if (claimIds.length === 0 && !rule) {
    throw new CordonError('GROUNDS_MISSING', 'a FLAG needs a claim or a rule', {
      arguments: ['claims', 'rule'],
    });
  }
  const reason = rule ? `${rule}: ${act.reason}` : act.reason;
  return { ...byOne(act), kind: 'FLAG', claimIds: [...claimIds], reason };
}

/** A restriction needs a flag in force and an end. */
export function decideRestriction(
  act: OnePersonAct,
  { until, onAccount }: { readonly until: Date | null; readonly onAccount: readonly Interval[] },
): MeasureFact {
  const { account, at } = act;
  if (!onAccount.some((measure) => measure.kind === 'FLAG' && inForceAt(measure, at))) {
    throw new CordonError('FLAG_MISSING', `a RESTRICT needs a flag in force on ${account._id}`);
  }
  if (!until || until <= at) {
    throw new CordonError('EXPIRY_MISSING', 'a RESTRICT needs an expiry in the future', {
      argument: 'until',
    });
  }
  return { ...byOne(act), kind: 'RESTRICT', to: until.toISOString(), endReason: 'EXPIRY' };
}

/** One person ends a flag or a restriction; all else takes two. */
export function decideClearance(measure: MeasureRecord, at: Date): MeasureChangeFact {
  const { _id, kind, observed } = measure;
  if (observed || (kind !== 'FLAG' && kind !== 'RESTRICT')) {
    throw new CordonError('CANNOT_END_SO', `${_id} is a ${kind}: releaseMeasure ends it, by two people`);
  }
  if (!inForceAt(measure, at)) throw new CordonError('ALREADY_ENDED', `${_id} is not in force any more`);
  return { measureId: _id, to: at.toISOString(), endReason: 'WITHDRAWAL' };
}

const byOne = ({ id, account, maker, reason, at }: OnePersonAct): Omit<MeasureFact, 'kind'> => ({
  id,
  accountId: account._id,
  venueId: account.venueId,
  from: at.toISOString(),
  to: null,
  endReason: null,
  assets: null,
  processIds: [],
  claimIds: [],
  reason,
  maker,
  checker: null,
  emergency: false,
  observed: false,
  illustrative: account.illustrative,
  source: houseSource,
});
