import type { AttributionRecord } from '../attribution/attribution.record';

/** Tells if a statement under a key that was used before equals the new one in all but the time. */
export function isSameStatement(one: AttributionRecord, other: AttributionRecord): boolean {
  const contentOf = ({
    walletId,
    actorId,
    label,
    stance,
    confidenceId,
    method,
    heldFrom,
    heldTo,
    retracts,
    source,
  }: AttributionRecord) =>
    [walletId, actorId, label, stance, confidenceId, method, heldFrom, heldTo, retracts, source.url].map(
      (value) => value ?? null,
    );
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}
