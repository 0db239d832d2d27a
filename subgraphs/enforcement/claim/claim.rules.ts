import { hasScope, type Identity } from '../../../shared/identity/identity';

/** The claims of which texts a caller may see. */
export type ClaimTexts = 'ALL' | 'PUBLISHED';

/** Which claims a caller may see. */
export interface ClaimView {
  readonly texts: ClaimTexts;
  /** Legal processes that the caller may not know of: a claim about one would tell that it is there. Read once. */
  notAbout(): Promise<readonly string[]>;
}

/** For a rule that must not depend on who asks. */
export const everyClaim: ClaimView = { texts: 'ALL', notAbout: async () => [] };

/**
 * `claims:read` sees every claim. Anyone else sees published ones alone: claims whose text is marked as published when
 * it is imported, where any reader could find them. What is not marked is not published.
 */
export function claimTextsOf(caller: Identity): ClaimTexts {
  return hasScope(caller, 'claims:read') ? 'ALL' : 'PUBLISHED';
}
