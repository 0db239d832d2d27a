import type { ClaimRecord } from '../claim/claim.record';
import { foldWords } from '../claim/topicKey.rules';
import { isBelow, meet, type ValueRange, valueRange } from '../claim/valueRange.rules';
import { areApart, areSame, holds, isDated, isPeriod } from '../approximateTime/approximateTime.rules';
import type { ContradictionRule } from '../vocabulary/contradictionRules';

/** The fields of a claim that decide whether it can hold beside another. */
export type ComparedClaim = Pick<
  ClaimRecord,
  | '_id'
  | 'topicKey'
  | 'subject'
  | 'predicate'
  | 'object'
  | 'value'
  | 'unit'
  | 'time'
  | 'modality'
  | 'about'
  | 'valueLink'
> & { readonly place: Pick<ClaimRecord['place'], 'textSha256'> };

/**
 * Returns the rule by which two claims cannot both hold, or null. The claims have the same subject and predicate, and are
 * of the same thing as far as they tell:
 * - VALUES: values of one unit that no rounding or range brings together, for the same time. Of a time within a longer
 *   one (a year or more), only a value above that of the whole is impossible.
 * - PERIODS: the same, at times that have no day in common.
 *   A forecast is compared only with forecasts.
 * - MODALITY: one states or suspects it, the other denies it. A suspicion and an assertion can both hold.
 *
 * It is symmetric, and a claim never contradicts itself.
 */
export function conflictOf(a: ComparedClaim, b: ComparedClaim): ContradictionRule | null {
  if (a._id === b._id || !areOfOneThing(a, b)) return null;
  // A forecast may not have come true, and is no denial: forecasts are compared only with forecasts.
  if ((a.modality === 'PREDICTS') !== (b.modality === 'PREDICTS')) return null;
  const denials = [a, b].filter(({ modality }) => modality === 'DENIES').length;
  if (denials === 2) return null;
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const compared = x !== null && y !== null && x.unit === y.unit;
  const apart = areApart(a.time ?? null, b.time ?? null);
  if (denials === 1) {
    const otherValue = compared ? !meet(x, y) : hasValue(a) && hasValue(b) && a.value !== b.value;
    return apart || otherValue ? null : 'MODALITY';
  }
  if (compared) return valuesConflict([a, x], [b, y], apart);
  return apart && !hasValue(a) && !hasValue(b) ? 'PERIODS' : null;
}

type Valued = readonly [ComparedClaim, ValueRange];

function valuesConflict([a, x]: Valued, [b, y]: Valued, apart: boolean): ContradictionRule | null {
  const times = [a.time ?? null, b.time ?? null] as const;
  const [earlier, later] = times;
  // Two times can each have a value of their own; the very same number of both is one thing with two dates.
  if (apart) return x.low === y.low && x.high === y.high ? 'PERIODS' : null;
  if (meet(x, y)) return null;
  if (areSame(earlier, later) || !isDated(earlier) || !isDated(later) || !times.some(isPeriod))
    return 'VALUES';
  if (holds(earlier, later)) return isBelow(x, y) ? 'VALUES' : null;
  if (holds(later, earlier)) return isBelow(y, x) ? 'VALUES' : null;
  return null;
}

const hasValue = ({ value }: ComparedClaim) => (value ?? null) !== null;

/** A claim is compared with many: what is read of it is kept as long as it is. */
const ranges = new WeakMap<ComparedClaim, ValueRange | null>();

export function rangeOf(claim: ComparedClaim): ValueRange | null {
  const known = ranges.get(claim);
  if (known !== undefined) return known;
  const range = valueRange(claim.value ?? null, claim.unit ?? null);
  ranges.set(claim, range);
  return range;
}

/**
 * Tells if two claims are of one thing. Subject and predicate are the same, and one's object is in the
 * other's words (`accounts`, `accounts of Chinyong`). Their subjects in `about`, where both have them, have
 * one in common.
 */
function areOfOneThing(a: ComparedClaim, b: ComparedClaim): boolean {
  if (a.topicKey !== b.topicKey) return false;
  const elsewhere = a.about.length > 0 && b.about.length > 0 && !a.about.some((id) => b.about.includes(id));
  if (elsewhere) return false;
  if (a.object === b.object) return true;
  return isWithin(a.object, b.object) || isWithin(b.object, a.object);
}

function isWithin(narrow: string | null | undefined, wide: string | null | undefined): boolean {
  if (!narrow || !wide) return true;
  const words = new Set(foldWords(wide).split(' '));
  return foldWords(narrow)
    .split(' ')
    .every((word) => words.has(word));
}
