/** The name of the read log as a ledger, which its checkpoints carry. */
export const readLogName = 'reads';
