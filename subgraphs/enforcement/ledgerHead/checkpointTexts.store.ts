import type { ledgerCheckpointModel } from '@cordon/ledger';

/** Reads the stored checkpoints of the ledger. */
export interface CheckpointTexts {
  /** The signed note (C2SP) of the newest; null where none was taken. */
  latest(): Promise<string | null>;
}

export function checkpointTexts(records: ReturnType<typeof ledgerCheckpointModel>): CheckpointTexts {
  return {
    latest: async () => {
      const found = await records.findOne().sort({ _id: -1 }).lean<{ readonly text: string }>();
      return found?.text ?? null;
    },
  };
}
