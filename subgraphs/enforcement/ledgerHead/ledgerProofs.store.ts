import { type Checkpoints, type EventRecords, type Proof, proveEvent } from '@cordon/ledger';

/** Proves single events of the ledger offline. */
export interface LedgerProofs {
  /**
   * The proof that an event is under the newest checkpoint (form `cordon-ledger-proof/1`); null where no checkpoint
   * covers it. Reads the hash of each event that the checkpoint covers.
   * @throws LedgerDamaged where the events do not give what was signed
   */
  of(sequence: number): Promise<Proof | null>;
}

/** Proofs by the checkpoints of a known key. */
export function ledgerProofs(events: EventRecords, checkpoints: Pick<Checkpoints, 'latest'>): LedgerProofs {
  return {
    async of(sequence) {
      const checkpoint = await checkpoints.latest();
      if (sequence < 1 || !checkpoint || sequence > checkpoint.sequence) return null;
      return proveEvent(events, sequence, checkpoint);
    },
  };
}
