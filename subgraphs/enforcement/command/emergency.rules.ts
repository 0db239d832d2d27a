import { CordonError } from '../../../shared/errors/cordonError';
import type { EventPayload } from '../ledger/events';
import { lapsesAt } from '../measure/emergencyLapse.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { decideMeasure } from './measureAct.rules';
import type { DraftState } from './draftState';
import type { MeasureDraft } from './draft';

/**
 * Decides a freeze by one person. It needs all that a freeze needs except the checker. That one person's
 * hours on the account must not have been used up. The rule is the account's, whatever process is named. A
 * rule by process would tell a caller, who names one after the other, that an emergency rests on one that
 * must not be disclosed.
 */
export function decideEmergency(
  draft: MeasureDraft,
  state: DraftState,
  at: Date,
): Required<Pick<EventPayload, 'measures'>> {
  const { measures = [] } = decideMeasure(draft, state, { at, checker: null });
  if (isUsedUp(state.onAccount, at)) {
    throw new CordonError(
      'EMERGENCY_USED',
      `${draft.accountId} was frozen in an emergency that nobody confirmed: have it confirmed, or propose a freeze to a checker`,
    );
  }
  return {
    measures: measures.map((measure) => {
      const { to, lapses } = unlessConfirmed(measure.to === null ? null : new Date(measure.to), at);
      return {
        ...measure,
        emergency: true,
        ...(lapses ? { to: to.toISOString(), endReason: 'CHECK_LAPSED' as const } : {}),
      };
    }),
  };
}

/** The end of an emergency freeze while nobody has confirmed it: nothing makes it longer than until its lapse. */
export function unlessConfirmed(
  end: Date | null,
  from: Date,
): { readonly to: Date; readonly lapses: boolean } {
  const lapse = lapsesAt(from);
  return end && end < lapse ? { to: end, lapses: false } : { to: lapse, lapses: true };
}

export const isUnconfirmed = ({ emergency, checker }: Pick<MeasureRecord, 'emergency' | 'checker'>) =>
  emergency && !checker;

/** An emergency that nobody confirmed is the last, until two people of the operator have taken a measure on the account. */
function isUsedUp(onAccount: readonly MeasureRecord[], at: Date): boolean {
  const checked = onAccount
    .filter(({ checker, observed, from }) => checker && !observed && from <= at)
    .map(({ from }) => from.getTime());
  const lastChecked = Math.max(-Infinity, ...checked);
  return onAccount.some((measure) => isUnconfirmed(measure) && measure.from.getTime() >= lastChecked);
}
