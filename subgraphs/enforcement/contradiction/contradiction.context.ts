import type { ContradictionStore } from './contradiction.store';
import type { ContradictionGroup } from './editorGroups.rules';

/** What the resolvers of contradictions ask for. */
export interface HasContradictions {
  readonly stores: { readonly contradictions: ContradictionStore };
  /** The contradictions among the claims that the caller may see; found once a request. */
  readonly contradictionGroups: () => Promise<readonly ContradictionGroup[]>;
}
