/** The name of enforcement's ledger, which its checkpoints carry. */
export const ledgerName = 'enforcement';
