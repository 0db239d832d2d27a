import { readLogName } from '../../gateway/readLog/readLogName';
import { ledgerName as enforcementLedger } from '../../subgraphs/enforcement/ledger/ledgerName';

/** The ledger of enforcement, and the log of restricted reads. */
export const ledgerNames = [enforcementLedger, readLogName] as const;

export type LedgerName = (typeof ledgerNames)[number];
