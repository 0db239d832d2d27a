import { requestError } from '../request/requestError';
import type { ProofStore } from './dpop';

/** More than a process verifies while a proof is accepted; each takes some 200 bytes. */
const defaultMaxProofs = 200_000;

/** While there is no room it is looked for this often, in milliseconds. */
const sweepEveryMs = 1_000;

/**
 * Remembers proofs in this process: for a gateway that has no store, and so shares them with no other. Each is kept for as
 * long as it is accepted: where there is no room for another, that one is rejected with RATE_LIMITED.
 */
export function memoryProofs(maxProofs = defaultMaxProofs): ProofStore {
  /** By proof: until when it is accepted. */
  const taken = new Map<string, number>();
  let sweptAt = -Infinity;
  const sweep = (now: number) => {
    if (now - sweptAt < sweepEveryMs) return;
    sweptAt = now;
    for (const [proof, until] of taken) if (until < now) taken.delete(proof);
  };
  return {
    async take(proof, untilMs) {
      if (taken.has(proof)) return false;
      if (taken.size >= maxProofs) sweep(Date.now());
      if (taken.size >= maxProofs)
        throw requestError('RATE_LIMITED', 'More DPoP proofs are in use than this gateway can remember.', {
          'retry-after': '5',
        });
      taken.set(proof, untilMs);
      return true;
    },
  };
}
