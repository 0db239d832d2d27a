import type { AttributionRecord } from '../attribution/attribution.record';
import { foldedLabel, standingAssertions } from '../attribution/attribution.rules';
import { heldTime } from '../attribution/heldTime';
import type { Claim } from '../tracing/engine/taint/exposureQuestion';
import { minTraceConfidence } from '../attribution/confidence';

/** Whom a row is about: an actor, or where nobody names one the label. */
export interface Owner {
  readonly actorId: string | null;
  readonly label: string | null;
}

/**
 * What an exposure takes from the statements of one wallet: the assertions that stand, sure enough and known by then, each
 * with the days on which it held. One that names neither actor nor label names nobody.
 */
export function claimsOf(statements: readonly AttributionRecord[], knownAt: Date): Claim[] {
  return standingAssertions(statements, { minConfidence: minTraceConfidence, knownAt }).flatMap(
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

/** An actor is one owner whatever the labels; labels that differ in spelling alone are one. */
const ownerKey = ({ actorId, label }: Owner): string =>
  actorId ? actorMark + actorId : labelMark + foldedLabel(label ?? '');

export const ownerOfKey = (key: string): Owner =>
  key.startsWith(actorMark)
    ? { actorId: key.slice(actorMark.length), label: null }
    : { actorId: null, label: key.slice(labelMark.length) };
