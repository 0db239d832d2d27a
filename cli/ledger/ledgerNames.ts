import { readLogName } from '../../gateway/readLog/readLogName';
import { ledgerName as enforcementLedger } from '../../subgraphs/enforcement/ledger/ledgerName';
import { decisionLedgerName } from '../../subgraphs/sanctions/decision/decisionLedgerName';

/** The ledger of enforcement, the log of restricted reads, and the decisions on matches of customers. */
export const ledgerNames = [enforcementLedger, readLogName, decisionLedgerName] as const;

export type LedgerName = (typeof ledgerNames)[number];
