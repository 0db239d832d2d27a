/** The ledger of enforcement, and the log of restricted reads. Their checkpoints carry the name. */
export const ledgerNames = ['enforcement', 'reads'] as const;

export type LedgerName = (typeof ledgerNames)[number];
