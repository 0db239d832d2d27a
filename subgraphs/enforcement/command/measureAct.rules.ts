import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { MeasureFact } from '../measure/measure.facts';
import { carriersOf } from '../measure/basis.rules';
import { transitionLacks } from '../measure/transition.rules';
import { requireBases } from './basisRejection.rules';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import type { MeasureDraft } from './draft';
import { operatorSource } from './operatorSource';
import { movements, requireAssets, requireReached } from './movements.rules';
import { earlier, naturalEnd } from './naturalEnd.rules';

/** The measure that a proposal makes: its id is known before it is there. */
export const measureIdOf = (proposalId: string) => proposalId.replace(/^proposal:/, 'measure:');

/** A freeze, block, seizure or forfeiture: in force from the instant at which two people agree to it. */
export function decideMeasure(draft: MeasureDraft, state: DraftState, act: ActOf): DraftFacts {
  const { act: kind, assets, amounts, accountId } = draft;
  const kinds = carriersOf(kind);
  requireAssets(assets);
  requireBases(state.processes, { act: `a ${kind}`, accountId, assets, kinds, at: act.at });
  if (kind === 'SEIZE') requireSeizable(draft, state, act.at);
  else if (amounts.length > 0) throw badUserInput('only a seizure takes amounts', { argument: 'amounts' });
  const moved = movements(state.account, { column: 'seized', moved: amounts }, state.holdings);
  return {
    measures: [measureOf(draft, state, act)],
    ...(moved.length > 0 ? { movements: moved } : {}),
  };
}

/** A measure as a draft makes it. */
export function measureOf(draft: MeasureDraft, state: DraftState, { at, checker }: ActOf): MeasureFact {
  const { account, processes } = state;
  const to = endOf(draft, state, at);
  return {
    id: measureIdOf(draft.proposalId),
    accountId: account._id,
    venueId: account.venueId,
    kind: draft.act,
    from: at.toISOString(),
    to: to?.toISOString() ?? null,
    endReason: to ? 'EXPIRY' : null,
    agreedEnd: draft.until,
    assets: draft.assets,
    processIds: draft.processIds,
    claimIds: [],
    reason: draft.reason,
    maker: draft.proposer,
    ...(draft.proposerIssuer === undefined ? {} : { makerIssuer: draft.proposerIssuer }),
    checker: checker?.subject ?? null,
    ...(checker?.issuer ? { checkerIssuer: checker.issuer } : {}),
    emergency: false,
    observed: false,
    illustrative: account.illustrative || processes.some(({ illustrative }) => illustrative),
    source: operatorSource,
  };
}

/**
 * Returns the end of a measure. A freeze ends with its bases, or before; the others end only by the means
 * that law provides.
 */
function endOf(draft: MeasureDraft, { processes }: DraftState, at: Date): Date | null {
  const { act: kind, accountId, assets, until } = draft;
  if (kind !== 'FREEZE') return null;
  if (until !== null && new Date(until) <= at) {
    throw badUserInput(`until is ${until}: it would end before it begins`, { argument: 'until' });
  }
  return earlier(
    until === null ? null : new Date(until),
    naturalEnd({ kind, accountId, assets }, processes, at),
  );
}

/**
 * Rejects a seizure of assets that were not held before. Each asset that is taken is named with its amount
 * (DOMAIN, "Transitions"): the seizure takes no other.
 */
function requireSeizable({ act: kind, amounts, assets }: MeasureDraft, state: DraftState, at: Date): void {
  const lack = transitionLacks({ kind, assets, from: at, to: null }, state.onAccount)[0];
  if (lack) throw new CordonError(lack.code, `${state.account._id}: ${lack.message}`);
  if (amounts.length === 0) {
    throw new CordonError('TRANSFER_MISSING', 'a SEIZE needs what is taken: an amount for each asset', {
      argument: 'amounts',
    });
  }
  requireReached(amounts, { assets, what: 'the seizure' });
}
