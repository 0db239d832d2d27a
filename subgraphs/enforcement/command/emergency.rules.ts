import { CordonError } from '../../../shared/errors/cordonError';
import type { EventPayload } from '../ledger/events';
import { lapsesAt } from '../measure/emergencyLapse.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { decideMeasure } from './measureAct.rules';
import type { DraftState } from './draftState';
import type { MeasureDraft } from './draft';

/**
 * A freeze by one person. It needs all that a freeze needs but the checker, and that the same person's hours have not
 * been used up: one emergency on an account and a process is one, however often it is repeated.
 */
export function decideEmergency(
  draft: MeasureDraft,
  state: DraftState,
  at: Date,
): Required<Pick<EventPayload, 'measures'>> {
  const { measures = [] } = decideMeasure(draft, state, { at, checker: null });
  if (state.onAccount.some((measure) => isUnconfirmed(measure) && sharesBasis(measure, draft))) {
    throw new CordonError(
      'EMERGENCY_USED',
      `${draft.accountId} was frozen in an emergency on the same process: it has to be confirmed, or proposed to a checker`,
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

const sharesBasis = ({ processIds }: MeasureRecord, draft: MeasureDraft) =>
  processIds.some((id) => draft.processIds.includes(id));
