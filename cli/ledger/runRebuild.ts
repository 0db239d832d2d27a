import { connectEnforcement } from '../../subgraphs/enforcement/openEnforcement';
import { LedgerDamaged } from '../../shared/ledger/ledgerErrors';
import { CommandError, exitCodes } from '../commandError';
import { openStoreForCommand } from '../openStoreFor';
import { ledgerConfig, type LedgerOptions } from './openLedger';

export interface RebuildOptions extends LedgerOptions {
  readonly json?: boolean;
}

/** `cordon ledger rebuild`: makes the views anew from the ledger and mends what differs. Exit 1 where something did. */
export async function runRebuild(options: RebuildOptions): Promise<void> {
  const config = ledgerConfig(options);
  const store = await openStoreForCommand(config);
  try {
    const { connection, rebuild } = await connectEnforcement({
      mongoUrl: store.url,
      databasePrefix: config.databasePrefix,
    });
    try {
      const report = await rebuild();
      const { differences, rows } = report;
      process.stdout.write(
        options.json
          ? `${JSON.stringify(report)}\n`
          : `${rows} rows of views were made anew: ${differences} differed${differences > 0 ? ', and were mended' : ''}\n`,
      );
      process.exitCode = differences === 0 ? exitCodes.done : exitCodes.failed;
    } catch (error) {
      throw error instanceof LedgerDamaged ? new CommandError(error.message) : error;
    } finally {
      await connection.close();
    }
  } finally {
    await store.close();
  }
}
