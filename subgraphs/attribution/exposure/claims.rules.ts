import type { AttributionRecord } from '../attribution/attribution.record';
import { foldedLabel, assertionsInForce } from '../attribution/attribution.rules';
import { heldTime } from '../attribution/heldTime';
import type { Claim } from '../tracing/engine/taint/exposureQuestion';
import { minTraceConfidence } from '../attribution/confidence';

/** The owner of a row: an actor, or where no statement names one the label. */
export interface Owner {
  readonly actorId: string | null;
  readonly label: string | null;
}

/**
 * Returns the claims of an exposure from the statements of one wallet. They are the assertions in force,
 * confident enough and known by then, each with the days on which it held. A statement with neither actor nor
 * label names nobody.
 */
export function claimsOf(statements: readonly AttributionRecord[], knownAt: Date): Claim[] {
  return assertionsInForce(statements, { minConfidence: minTraceConfidence, knownAt }).flatMap(
    (statement) => {
      const { actorId, label, concepts, abuse } = statement;
      if (!actorId && !label) return [];
      return [
        {
          owner: ownerKey({ actorId: actorId ?? null, label: label ?? null }),
          categories: [...new Set([...(concepts ?? []), ...(abuse ? [abuse] : [])])].sort(),
          ...heldTime(statement),
        },
      ];
    },
  );
}

const actorMark = 'actor ';
const labelMark = 'label ';

/**
 * Returns the key of an owner. An actor is one owner whatever the labels; labels that differ only in spelling
 * are one.
 */
const ownerKey = ({ actorId, label }: Owner): string =>
  actorId ? actorMark + actorId : labelMark + foldedLabel(label ?? '');

export const ownerOfKey = (key: string): Owner =>
  key.startsWith(actorMark)
    ? { actorId: key.slice(actorMark.length), label: null }
    : { actorId: null, label: key.slice(labelMark.length) };
