import { exitCodes } from '../command/commandError';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { withEnforcement, withGateway, withStore } from '../databases/withDatabases';
import { withDecisions } from './decisionsLedger';
import { ledgerOf, type LedgerOptions } from './openLedger';

export interface RebuildOptions extends LedgerOptions {
  readonly json?: boolean;
  readonly acceptLoss?: boolean;
}

/**
 * `cordon ledger rebuild`: makes the views anew from the ledger, the rows that the read log is searched by, or the decisions on
 * matches, and mends what differs. Exit 1 where something did.
 */
export async function runRebuild({ json, acceptLoss = false, ...options }: RebuildOptions): Promise<void> {
  const rebuild = rebuilds[ledgerOf(options)];
  const report = await withStore(options.dataDir, (target) => rebuild(target, acceptLoss));
  const { differences, rows } = report;
  process.stdout.write(
    json
      ? `${JSON.stringify(report)}\n`
      : `${rows} rows of projections were rebuilt: ${differences} differed${differences > 0 ? ', and were repaired' : ''}\n`,
  );
  process.exitCode = differences === 0 ? exitCodes.done : exitCodes.failed;
}

const rebuildViews = (target: DatabaseTarget, acceptLoss: boolean) =>
  withEnforcement(target, (database) => database.rebuild({ acceptLoss }));

const rebuildRows = (target: DatabaseTarget, acceptLoss: boolean) =>
  withGateway(target, ({ readRows }) => readRows.rebuild({ acceptLoss }));

const rebuildDecisions = (target: DatabaseTarget, acceptLoss: boolean) =>
  withDecisions(target, (decisions) => decisions.rebuild({ acceptLoss }));

const rebuilds = {
  enforcement: rebuildViews,
  reads: rebuildRows,
  decisions: rebuildDecisions,
};
