import type { Model } from 'mongoose';
import { insertNew } from '../../shared/mongo/insertRows';
import type { ProofStore } from './dpop';
import type { DpopProofRecord } from './dpopProof.record';

/** Remembers proofs for all gateways of a deployment. */
export function dpopProofsStore(model: Model<DpopProofRecord>): ProofStore {
  return {
    async take(proof, untilMs) {
      const taken = await insertNew<DpopProofRecord>(model, [{ _id: proof, until: new Date(untilMs) }]);
      return taken.size === 0;
    },
  };
}
