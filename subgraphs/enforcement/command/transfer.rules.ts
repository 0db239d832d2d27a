import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { holdingKinds } from '../measure/measureKinds';
import { inForceAt } from '../measure/status.rules';
import { requireBases } from './basisRefusal.rules';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import type { TransferDraft } from './draft';
import { movements } from './movements.rules';

/**
 * An amount leaves what is held of an account, and comes in at another one where that is here. Out of an account under a
 * freeze, a block or a seizure it needs a licence or a court's release.
 */
export function decideTransfer(draft: TransferDraft, state: DraftState, { at }: ActOf): DraftFacts {
  const { asset, amount, accountId, toAccountId } = draft;
  if (accountId === toAccountId) throw badUserInput('it goes to where it comes from', { argument: 'to' });
  const held = state.onAccount.some(
    (measure) =>
      holdingKinds.includes(measure.kind) &&
      inForceAt(measure, at) &&
      (!measure.assets || measure.assets.includes(asset)),
  );
  if (held && state.processes.length === 0) {
    throw new CordonError(
      'ACCOUNT_HELD',
      `${accountId} is frozen, blocked or seized: what leaves it needs a licence or a court's release`,
    );
  }
  if (state.processes.length > 0) {
    const kinds = ['LICENCE', 'COURT_RELEASE'] as const;
    requireBases(state.processes, { act: 'a transfer', accountId, assets: [asset], kinds, at });
  }
  const moved = [{ asset, amount }];
  const out = movements(state.account, { column: 'released', moved }, state.holdings);
  const comesIn = state.toAccount
    ? movements(state.toAccount, { column: 'inflow', moved }, state.holdings)
    : [];
  return { movements: [...out, ...comesIn] };
}
