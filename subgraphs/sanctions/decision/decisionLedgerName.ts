/** The name of the ledger of decisions on matches, which its checkpoints carry. */
export const decisionLedgerName = 'decisions';
