import type { ClaimView } from '../claim/claim.rules';
import type { ContradictionGroup } from '../contradiction/editorGroups.rules';

/** What the resolvers of public statements ask for: the same for every caller. */
export interface HasPublicStatements {
  /** Which claims the public may hear. */
  readonly publicClaims: ClaimView;
  readonly publicContradictionGroups: () => Promise<readonly ContradictionGroup[]>;
}
