import type { ClaimRecord } from '../claim/claim.record';
import { one, valueRange } from '../claim/valueRange.rules';
import type { ApproximateTime } from '../approximateTime/approximateTime.record';

/** A source's estimate of a loss. Never added to another: periods overlap, and sources count differently. */
export interface LossEstimateFacts {
  /** `<claim id>#<n>`: one claim may give estimates for several countries. */
  readonly id: string;
  readonly country: string | null;
  readonly value: string;
  readonly unit: string | null;
  readonly low: bigint | null;
  readonly high: bigint | null;
  readonly period: ApproximateTime;
  readonly by: string | null;
  readonly claim: ClaimRecord;
}

/**
 * Returns the estimates in claims, for one country or all, sorted by id. An unknown period is reported as
 * unknown.
 */
export function lossEstimatesOf(claims: readonly ClaimRecord[], country: string | null): LossEstimateFacts[] {
  return claims
    .flatMap((claim) =>
      claim.lossEstimates.map((estimate, i): LossEstimateFacts => {
        const range = valueRange(estimate.value, estimate.unit ?? null);
        return {
          id: `${claim._id}#${i}`,
          country: estimate.country ?? null,
          value: estimate.value,
          unit: estimate.unit ?? null,
          low: inWhole(range?.low),
          high: inWhole(range?.high),
          period: claim.time ?? { text: 'not given by the source', from: null, to: null },
          by: estimate.by ?? null,
          claim,
        };
      }),
    )
    .filter((estimate) => country === null || estimate.country === country)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const inWhole = (amount: bigint | null | undefined) =>
  amount === null || amount === undefined ? null : amount / one;
