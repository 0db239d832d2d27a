import type { Draft } from './draft';
import type { ActOf, DraftFacts, DraftState } from './draftState';
import { decideMeasure } from './measureAct.rules';
import { decideRelease } from './release.rules';
import { decideTransfer } from './transfer.rules';

/**
 * What a draft makes on a state, or the rejection of it (CordonError). Asked when it is proposed, so that nobody is given
 * what cannot be, and asked again when it is approved: what counts is the state then.
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
