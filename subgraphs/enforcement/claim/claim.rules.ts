import { hasScope, type Identity } from '../../../shared/identity/identity';

/** Which claims a caller may see. */
export type ClaimView = 'ALL' | 'PUBLISHED';

/**
 * `claims:read` sees every claim. Anyone else sees published ones alone: claims whose text is marked as published when
 * it is imported, where any reader could find them. What is not marked is not published.
 */
export function claimViewOf(caller: Identity): ClaimView {
  return hasScope(caller, 'claims:read') ? 'ALL' : 'PUBLISHED';
}
