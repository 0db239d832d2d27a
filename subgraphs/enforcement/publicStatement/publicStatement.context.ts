import type { ClaimView } from '../claim/claim.rules';
import type { ContradictionGroup } from '../contradiction/editorGroups.rules';

/** The part of the context that the resolvers of public statements use: the same for every caller. */
export interface HasPublicStatements {
  /** The claims that the public may hear. */
  readonly publicClaims: ClaimView;
  readonly publicContradictionGroups: () => Promise<readonly ContradictionGroup[]>;
}
