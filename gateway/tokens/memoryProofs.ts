import { LRUCache } from 'lru-cache';
import type { ProofStore } from './dpop';

/** More than a process verifies while a proof is accepted. */
const maxProofs = 200_000;

/** Remembers proofs in this process: for a gateway that has no store, and so shares them with no other. */
export function memoryProofs(): ProofStore {
  const taken = new LRUCache<string, true>({ max: maxProofs });
  return {
    async take(proof, untilMs) {
      if (taken.has(proof)) return false;
      taken.set(proof, true, { ttl: Math.max(1, untilMs - Date.now()) });
      return true;
    },
  };
}
