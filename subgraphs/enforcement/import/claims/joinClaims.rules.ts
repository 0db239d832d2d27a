import type { ClaimRecord } from '../../claim/claim.record';
import { agreement, isImported, isSameClaim } from '../../claim/sameClaim.rules';
import type { VerifiedClaim } from './checkClaims';

/** A claim of the file with the id under which it is, or will be, stored. */
export interface JoinedClaim extends VerifiedClaim {
  readonly storedId: string;
  /** True where it is not stored yet. */
  readonly isNew: boolean;
}

/**
 * Finds for each claim of a file the stored one that it is: the same import's, or a case's on the same words. Each of a
 * case's is that of one claim of the file at most, the one that agrees with it most.
 */
export function joinClaims(
  verified: readonly VerifiedClaim[],
  stored: readonly ClaimRecord[],
): JoinedClaim[] {
  const byId = new Map(stored.map((claim) => [claim._id, claim]));
  const ofCases = stored.filter(({ _id }) => !isImported(_id));
  const byPlace = new Map<string, ClaimRecord[]>();
  for (const claim of ofCases) {
    const key = placeKey(claim);
    byPlace.set(key, [...(byPlace.get(key) ?? []), claim]);
  }
  const candidates = verified.flatMap(({ claim }, at) =>
    (byPlace.get(placeKey(claim)) ?? [])
      .filter((other) => isSameClaim(claim, other))
      .map((other) => ({ at, id: other._id, agrees: agreement(claim, other) })),
  );
  candidates.sort((a, b) => b.agrees - a.agrees || a.at - b.at || (a.id < b.id ? -1 : 1));
  const caseIdOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, id } of candidates) {
    if (caseIdOf.has(at) || taken.has(id)) continue;
    caseIdOf.set(at, id);
    taken.add(id);
  }
  const fresh = new Set<string>();
  return verified.map((one, at) => {
    const imported = byId.get(one.claim._id);
    const storedId = imported ? (imported.coveredBy ?? imported._id) : (caseIdOf.get(at) ?? one.claim._id);
    const isNew = !byId.has(storedId) && !fresh.has(storedId);
    fresh.add(storedId);
    return { ...one, storedId, isNew };
  });
}

const placeKey = ({ place }: ClaimRecord) => `${place.textSha256} ${place.offset} ${place.length}`;
