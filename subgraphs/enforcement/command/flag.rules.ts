import { CordonError } from '../../../shared/errors/cordonError';
import type { AccountRecord } from '../account/account.record';
import type { MeasureChangeFact, MeasureFact } from '../measure/measure.facts';
import type { MeasureRecord } from '../measure/measure.record';
import { inForceAt } from '../measure/status.rules';
import { type Held, transitionLacks } from '../measure/transition.rules';
import { operatorSource } from './operatorSource';

export interface OnePersonAct {
  readonly id: string;
  readonly account: AccountRecord;
  readonly maker: string;
  readonly makerIssuer: string;
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
  { until, onAccount }: { readonly until: Date | null; readonly onAccount: readonly Held[] },
): MeasureFact {
  const { account, at } = act;
  const lack = transitionLacks({ kind: 'RESTRICT', from: at, to: until }, onAccount)[0];
  if (lack) throw new CordonError(lack.code, `${account._id}: ${lack.message}`);
  return { ...byOne(act), kind: 'RESTRICT', to: until?.toISOString() ?? null, endReason: 'EXPIRY' };
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

const byOne = ({ id, account, maker, makerIssuer, reason, at }: OnePersonAct): Omit<MeasureFact, 'kind'> => ({
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
  makerIssuer,
  checker: null,
  emergency: false,
  observed: false,
  illustrative: account.illustrative,
  source: operatorSource,
});
