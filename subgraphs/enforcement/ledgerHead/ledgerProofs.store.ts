import {
  checkpointStore,
  eventRecords,
  type ledgerCheckpointModel,
  type ledgerEventModel,
  proveEvent,
  type PublicJwk,
} from '@cordon/ledger';

interface LedgerRecords {
  readonly ledger: ReturnType<typeof ledgerEventModel>;
  readonly checkpoints: ReturnType<typeof ledgerCheckpointModel>;
}

/** Proves single events of the ledger offline. */
export interface LedgerProofs {
  /**
   * The proof that an event is under the newest checkpoint (form `cordon-ledger-proof/1`), as JSON; null where no checkpoint
   * covers it. Reads the hash of each event that the checkpoint covers.
   * @throws LedgerDamaged where the events do not give what was signed
   */
  of(sequence: number): Promise<string | null>;
}

/** Proofs by the checkpoints that one of `keys` signed. */
export function ledgerProofs(records: LedgerRecords, keys: readonly PublicJwk[]): LedgerProofs {
  const events = eventRecords(records.ledger);
  const checkpoints = checkpointStore({ ledger: 'enforcement', events, records: records.checkpoints, keys });
  return {
    async of(sequence) {
      const checkpoint = await checkpoints.latest();
      if (sequence < 1 || !checkpoint || sequence > checkpoint.sequence) return null;
      return JSON.stringify(await proveEvent(events, sequence, checkpoint));
    },
  };
}
