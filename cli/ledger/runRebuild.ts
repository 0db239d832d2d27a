import { exitCodes } from '../command/commandError';
import { withEnforcement, withStore } from '../databases/withDatabases';
import type { LedgerOptions } from './openLedger';

export interface RebuildOptions extends LedgerOptions {
  readonly json?: boolean;
  readonly acceptLoss?: boolean;
}

/** `cordon ledger rebuild`: makes the views anew from the ledger and mends what differs. Exit 1 where something did. */
export async function runRebuild({ dataDir, json, acceptLoss = false }: RebuildOptions): Promise<void> {
  const report = await withStore(dataDir, (target) =>
    withEnforcement(target, ({ rebuild }) => rebuild({ acceptLoss })),
  );
  const { differences, rows } = report;
  process.stdout.write(
    json
      ? `${JSON.stringify(report)}\n`
      : `${rows} rows of projections were rebuilt: ${differences} differed${differences > 0 ? ', and were repaired' : ''}\n`,
  );
  process.exitCode = differences === 0 ? exitCodes.done : exitCodes.failed;
}
