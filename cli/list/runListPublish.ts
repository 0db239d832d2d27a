import { createLogger } from '../../shared/logger/logger';
import { CommandError } from '../command/commandError';
import { waitForShutdownSignal } from '../command/waitForShutdownSignal';
import { publishUploads } from '../databases/publishUploads';
import { keepListingsSynced, syncListings } from '../databases/syncListings';
import { withAttribution, withSanctions, withStore } from '../databases/withDatabases';

export interface ListPublishOptions {
  readonly once?: boolean;
  readonly dataDir?: string;
}

/** `cordon list publish`: what a server in one process does by itself, for a fleet. */
export async function runListPublish({ once = false, dataDir }: ListPublishOptions): Promise<void> {
  const logger = createLogger('lists', 'info');
  await withStore(dataDir, async (target) => {
    if (once) {
      await withSanctions(target, (sanctions) =>
        withAttribution(target, async (attribution) => {
          const unpublished = await publishUploads({ sanctions, attribution }, logger);
          await syncListings({ sanctions, attribution });
          if (unpublished.length > 0)
            throw new CommandError(
              `approved lists were not published, as the log says: uploads ${unpublished.join(', ')}`,
            );
        }),
      );
      return;
    }
    const publishing = keepListingsSynced(target, logger);
    logger.info('publishing approved lists');
    await waitForShutdownSignal().asked;
    await publishing.stop();
  });
}
