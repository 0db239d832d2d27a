import { hasScope, type Identity } from '../../../shared/identity/identity';

/** The claims of which texts a caller may see. */
export type ClaimTexts = 'ALL' | 'PUBLISHED';

/** The claims that a caller may see. */
export interface ClaimView {
  readonly texts: ClaimTexts;
  /** Legal processes that the caller may not know of: a claim about one would tell that it is there. Read once. */
  notAbout(): Promise<readonly string[]>;
}

/** For a rule that must not depend on the caller. */
export const everyClaim: ClaimView = { texts: 'ALL', notAbout: async () => [] };

/**
 * Returns the texts whose claims a caller may see. `claims:read` sees every claim. Anyone else sees only
 * published ones: claims whose text was marked as published at its import, where any reader could find them.
 * An unmarked text is not published.
 */
export function claimTextsOf(caller: Identity): ClaimTexts {
  return hasScope(caller, 'claims:read') ? 'ALL' : 'PUBLISHED';
}
