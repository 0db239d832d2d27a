import { CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessKind } from '../vocabulary/legalProcessKinds';
import { carries, endingsOf } from '../measure/basis.rules';
import type { EndReason } from '../vocabulary/measureKinds';
import type { MeasureRecord } from '../measure/measure.record';
import { inForceAt } from '../measure/status.rules';
import { immovableAt } from '../measure/transition.rules';
import { requireBases } from './basisRejection.rules';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import type { ReleaseDraft } from './draft';
import { movements, requireReached } from './movements.rules';

/**
 * The processes that a release needs. OFAC's answer to a request under 31 CFR 501.806 (mistaken identity) is
 * recorded as a licence: a block never ends on an analyst's note. A reason without an entry needs the
 * measure's bases to be gone.
 */
const neededFor: Partial<Record<EndReason, readonly LegalProcessKind[]>> = {
  LICENCE: ['LICENCE'],
  MISTAKEN_IDENTITY: ['LICENCE', 'COURT_RELEASE'],
  COURT_ORDER: ['COURT_RELEASE'],
};

/** The end of one measure, now: others on the account stay, and its status is what they make of it (invariant 10). */
export function decideRelease(draft: ReleaseDraft, state: DraftState, { at }: ActOf): DraftFacts {
  const { measureId, endReason, processIds, accountId, amounts } = draft;
  const measure = state.onAccount.find(({ _id }) => _id === measureId);
  if (!measure) throw new CordonError('UNKNOWN_ENTITY', `there is no measure ${JSON.stringify(measureId)}`);
  requireEnds(measure, endReason, at);
  const kinds = neededFor[endReason];
  if (kinds) {
    const { assets } = measure;
    requireBases(state.processes, {
      act: `a release by ${endReason}`,
      accountId,
      assets: assets ?? null,
      kinds,
      at,
    });
  } else {
    requireBasesGone(measure, state, at);
  }
  requireFreed(measure, draft, state, at);
  const moved = movements(state.account, { column: 'released', moved: amounts }, state.holdings);
  return {
    measureChanges: [{ measureId, to: at.toISOString(), endReason, endProcessIds: processIds }],
    ...(moved.length > 0 ? { movements: moved } : {}),
  };
}

/**
 * Rejects a return of assets that were not under the measure that ends, or that are under another. A licence
 * for one hold is none for another (invariant 10).
 */
function requireFreed(
  { _id, assets }: MeasureRecord,
  { amounts, accountId }: ReleaseDraft,
  { onAccount }: DraftState,
  at: Date,
): void {
  requireReached(amounts, { assets: assets ?? null, what: _id });
  const others = onAccount.filter((measure) => measure._id !== _id);
  const held = amounts.find(({ asset }) => immovableAt(others, asset, at));
  if (!held) return;
  throw new CordonError(
    'ACCOUNT_HELD',
    `${held.asset} of ${accountId} is under another measure: release it without amounts, and transfer them on a licence`,
    { asset: held.asset },
  );
}

function requireEnds(measure: MeasureRecord, endReason: EndReason, at: Date): void {
  const { kind, _id, to, observed } = measure;
  if (!inForceAt(measure, at)) {
    throw new CordonError('ALREADY_ENDED', `${_id} ended at ${to?.toISOString() ?? 'some time'}`);
  }
  if (observed) {
    throw new CordonError(
      'CANNOT_END_SO',
      `${_id} is somebody else's act, and only observed: it ends when they end it`,
    );
  }
  const byTime: readonly EndReason[] = ['EXPIRY', 'CHECK_LAPSED'];
  const reasons = endingsOf(kind).filter((reason) => !byTime.includes(reason));
  if (!reasons.includes(endReason)) {
    throw new CordonError(
      'CANNOT_END_SO',
      `${endReason} does not release a ${kind}: ${reasons.join(', ')} can`,
      {
        reasons,
      },
    );
  }
}

/**
 * Rejects a withdrawal or a delisting while a basis holds. It is a fact about the bases, and not an opinion:
 * they no longer carry the measure. A caller who is not shown all of them cannot tell, and learns nothing by
 * trying: the rejection is the same, whatever they are.
 */
function requireBasesGone(measure: MeasureRecord, { bases, basesShown }: DraftState, at: Date): void {
  if (basesShown && !bases.some((process) => carries(process, measure, at))) return;
  throw new CordonError(
    'BASIS_STILL_IN_FORCE',
    `nothing that you are shown says that the bases of ${measure._id} are gone: have legal record it first`,
  );
}
