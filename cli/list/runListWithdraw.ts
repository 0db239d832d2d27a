import { noteSyncDue } from '../../subgraphs/attribution/listing/listingSync.store';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import { withdrawVersion } from '../../subgraphs/sanctions/import/withdrawVersion';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { usageError } from '../command/commandError';
import { syncListings } from '../databases/syncListings';
import { withAttribution, withSanctions, withStore } from '../databases/withDatabases';

export interface ListWithdrawOptions {
  readonly reason: string;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon list withdraw`: the version before it is in force again, here and in what attribution keeps of the lists. */
export async function runListWithdraw(
  list: string,
  version: string,
  options: ListWithdrawOptions,
): Promise<void> {
  const reason = options.reason.trim();
  if (reason === '') throw usageError('--reason says why the version is withdrawn: it is empty');
  const withdrawal = await withStore(options.dataDir, (target) =>
    withSanctions(target, (sanctions) =>
      withAttribution(target, async (attribution) => {
        const done = await withdrawVersion(
          { store: listVersionStore(sanctions), leases: importLeaseStore(sanctions.importLeases) },
          { list, version, reason, beforeWithdraw: () => noteSyncDue(attribution) },
        );
        await syncListings({ sanctions, attribution });
        return done;
      }),
    ),
  );
  if (options.json) process.stdout.write(`${JSON.stringify(withdrawal)}\n`);
  else
    process.stdout.write(
      `${list} ${version} is withdrawn; ${withdrawal.inForce === null ? `no version of ${list} is in force now` : `${withdrawal.inForce} is in force`}\n`,
    );
  if (withdrawal.inForce === null)
    process.stderr.write(
      `cordon: no version of ${list} is in force: nobody is found on it until one is imported\n`,
    );
}
