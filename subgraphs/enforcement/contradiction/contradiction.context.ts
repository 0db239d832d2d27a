import type { ContradictionStore } from './contradiction.store';
import type { ContradictionGroup } from './editorGroups.rules';

/** The part of the context that the resolvers of contradictions use. */
export interface HasContradictions {
  readonly stores: { readonly contradictions: ContradictionStore };
  /** The contradictions among the claims that the caller may see; found once a request. */
  readonly contradictionGroups: () => Promise<readonly ContradictionGroup[]>;
}
