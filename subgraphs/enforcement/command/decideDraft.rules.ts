import type { Draft } from './draft';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import { decideMeasure } from './measureAct.rules';
import { decideRelease } from './release.rules';
import { decideTransfer } from './transfer.rules';

/**
 * Decides the facts of a draft on a state, or throws its rejection (CordonError). It runs at the proposal, so
 * that nobody is asked to approve an impossible act. It runs again at the approval: the state then counts.
 */
export function decideDraft(draft: Draft, state: DraftState, act: ActOf): DraftFacts {
  switch (draft.act) {
    case 'FREEZE':
    case 'BLOCK':
    case 'SEIZE':
    case 'FORFEIT':
      return decideMeasure(draft, state, act);
    case 'RELEASE':
      return decideRelease(draft, state, act);
    case 'TRANSFER':
      return decideTransfer(draft, state, act);
  }
}
