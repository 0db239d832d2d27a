import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { immovableAt } from '../measure/transition.rules';
import { requireBases } from './basisRejection.rules';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import type { TransferDraft } from './draft';
import { movements } from './movements.rules';

/**
 * An amount leaves what is held of an account, and comes in at another one where that is here. Out of an account under a
 * freeze, a block, a seizure or a forfeiture it needs a licence or a court's release.
 */
export function decideTransfer(draft: TransferDraft, state: DraftState, { at }: ActOf): DraftFacts {
  const { asset, amount, accountId, toAccountId } = draft;
  if (accountId === toAccountId) throw badUserInput('it goes to where it comes from', { argument: 'to' });
  if (immovableAt(state.onAccount, asset, at) && state.processes.length === 0) {
    throw new CordonError(
      'ACCOUNT_HELD',
      `${accountId} is frozen, blocked, seized or forfeited: what leaves it needs a licence or a court's release`,
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
