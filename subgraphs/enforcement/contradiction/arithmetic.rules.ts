import { isBelow, meet, one, readDecimal, type ValueRange } from '../claim/valueRange.rules';
import { type ComparedClaim, rangeOf } from './contradiction.rules';

/** Claims whose values cannot be brought together by arithmetic, and the sum that fails. */
export interface ImpossibleSum {
  readonly claims: readonly ComparedClaim[];
  readonly explanation: string;
}

/**
 * Finds sums that arithmetic rules out among claims whose values are related (`valueLink`). They are a share
 * that is not its percentage of the whole, parts that together exceed their whole, and a sum that is not that
 * of its parts. Parts are added up only where one text names them all: estimates of different sources are
 * never summed. Values of other units, unreadable values and denials are skipped.
 */
export function impossibleSums(claims: readonly ComparedClaim[]): ImpossibleSum[] {
  const asserted = claims.filter(({ modality }) => modality !== 'DENIES');
  const byId = new Map(asserted.map((claim) => [claim._id, claim]));
  const found: (ImpossibleSum | null)[] = [];
  const partsOf = new Map<string, ComparedClaim[]>();
  for (const claim of asserted) {
    const { valueLink } = claim;
    if (!valueLink) continue;
    const linked = valueLink.claimIds.map((id) => byId.get(id)).filter((other) => other !== undefined);
    if (linked.length < valueLink.claimIds.length) continue;
    const [whole] = linked;
    if (valueLink.kind === 'SUM_OF') found.push(wrongSum(claim, linked));
    else if (whole && valueLink.kind === 'SHARE_OF') found.push(wrongShare(claim, whole));
    else if (whole) {
      const key = `${claim.place.textSha256} ${whole._id}`;
      partsOf.set(key, [...(partsOf.get(key) ?? []), claim]);
    }
  }
  for (const [key, parts] of partsOf) {
    const whole = byId.get(key.slice(key.indexOf(' ') + 1));
    if (whole) found.push(tooManyParts(whole, parts));
  }
  return found.filter((sum) => sum !== null);
}

function wrongShare(claim: ComparedClaim, whole: ComparedClaim): ImpossibleSum | null {
  const [share, of] = [rangeOf(claim), rangeOf(whole)];
  const percent = claim.valueLink?.percent;
  if (!share || !of || share.unit !== of.unit || !percent) return null;
  // As with any figure, the last digit of a percentage is rounded.
  const half = one / 10n ** BigInt(percent.split('.')[1]?.length ?? 0) / 2n;
  const rate = readDecimal(percent);
  const expected = {
    unit: of.unit,
    low: of.low === null ? null : (of.low * (rate > half ? rate - half : 0n)) / (100n * one),
    high: of.high === null ? null : (of.high * (rate + half)) / (100n * one),
  };
  if (meet(expected, share)) return null;
  return {
    claims: [claim, whole],
    explanation: `${amountText(claim)} is not ${percent}% of ${amountText(whole)}`,
  };
}

function wrongSum(claim: ComparedClaim, parts: readonly ComparedClaim[]): ImpossibleSum | null {
  const [sum, total] = [rangeOf(claim), totalOf(parts)];
  if (!sum || !total || sum.unit !== total.unit || meet(sum, total)) return null;
  return { claims: [claim, ...parts], explanation: `${amountText(claim)} is not the sum of ${list(parts)}` };
}

function tooManyParts(whole: ComparedClaim, parts: readonly ComparedClaim[]): ImpossibleSum | null {
  const [of, total] = [rangeOf(whole), totalOf(parts)];
  if (!of || !total || of.unit !== total.unit || !isBelow(of, total)) return null;
  return {
    claims: [whole, ...parts],
    explanation: `${list(parts)} together are more than the whole, ${amountText(whole)}`,
  };
}

function totalOf(parts: readonly ComparedClaim[]): ValueRange | null {
  const ranges = parts.map(rangeOf).filter((range) => range !== null);
  const unit = ranges[0]?.unit;
  if (unit === undefined || ranges.length < parts.length || ranges.some((range) => range.unit !== unit))
    return null;
  const sum = (ends: readonly (bigint | null)[]) =>
    ends.reduce((total, end) => (total === null || end === null ? null : total + end), 0n);
  return { unit, low: sum(ranges.map(({ low }) => low)), high: sum(ranges.map(({ high }) => high)) };
}

/** The value of a claim as it is written. */
export const amountText = ({ value, unit }: ComparedClaim) => [value, unit].filter(Boolean).join(' ');

const list = (claims: readonly ComparedClaim[]) => claims.map(amountText).join(', ');
