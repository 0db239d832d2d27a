import { ledgerStore } from '@cordon/ledger';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { type DecisionStore, decisionStore } from '../../subgraphs/sanctions/decision/decision.store';
import { withSanctions } from '../databases/withDatabases';

/** Opens the decisions on matches, which are the views of their ledger. */
export const withDecisions = <T>(target: DatabaseTarget, work: (decisions: DecisionStore) => Promise<T>) =>
  withSanctions(target, (records) => work(decisionStore(records, ledgerStore(records.ledger))));
