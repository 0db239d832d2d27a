import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../../shared/logger/logger';
import { noteSynced, syncState } from '../../subgraphs/attribution/listing/listingSync.store';
import { storeListings } from '../../subgraphs/attribution/listing/storeListings.store';
import {
  type ImportLease,
  importLeaseStore,
  type ImportWait,
} from '../../subgraphs/sanctions/importLease/importLease.store';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { readActorStatuses, statusEditions } from '../../subgraphs/sanctions/status/actorStatuses';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { publishUploads } from './publishUploads';
import { type Databases, withAttribution, withSanctions } from './withDatabases';

type Synced = Pick<Databases, 'sanctions' | 'attribution'>;

export interface SyncOptions extends ImportWait {
  /** True to leave it to a later call where an import is running. Attribution reports that until then. */
  readonly ifFree?: boolean;
}

/**
 * Brings to attribution what sanctions says of the lists and cases in force. Listed wallets become statements
 * with the list as their source, and actors get their status. Does nothing where attribution has that state.
 * A run that was cut off is repeated the next time. Run after each publication and case, and at start.
 *
 * Runs under the lease of imports. Otherwise one database could be read before a publication and the other
 * after it, and the statements of a list would seem to be retracted.
 */
export async function syncListings(
  { sanctions, attribution }: Synced,
  { ifFree = false, ...wait }: SyncOptions = {},
): Promise<void> {
  if (!(await isBehind({ sanctions, attribution }))) return;
  const leases = importLeaseStore(sanctions.importLeases);
  const work = async ({ cutOff, confirm }: ImportLease) => {
    // The next holder of the lease would not see the unfinished version.
    if (cutOff) await listVersionStore(sanctions).removeUnseen();
    const now = new Date();
    const today = dayOf(now);
    const editions = await statusEditions(sanctions, today);
    if ((await syncState(attribution)).editions === editions) return noteSynced(attribution, editions, now);
    const statuses = await readActorStatuses(sanctions, today);
    await confirm();
    await storeListings(attribution, { editions, ...statuses }, now);
  };
  await (ifFree ? leases.underIfFree(work) : leases.under(work, wait));
}

async function isBehind({ sanctions, attribution }: Synced): Promise<boolean> {
  const { editions, due } = await syncState(attribution);
  return due || editions !== (await statusEditions(sanctions, dayOf(new Date())));
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/**
 * The pause between checks of a running server, in milliseconds. A command is rarely cut off before it brings
 * them over.
 */
const pollIntervalMs = 2_000;

/**
 * Publishes lists that were uploaded and approved, and syncs the statements of lists to attribution, until it is stopped.
 * It also finishes the work of a publisher that was killed.
 */
export function keepListingsSynced(target: DatabaseTarget, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = () => pause(pollIntervalMs, undefined, { signal }).catch(() => undefined);
  const run = async () => {
    // At start they were brought over already.
    await rest();
    await withSanctions(target, (sanctions) =>
      withAttribution(target, async (attribution) => {
        while (!signal.aborted) {
          const warn = (what: string) => (error: unknown) => {
            if (!signal.aborted) logger.warn({ err: error }, what);
          };
          await publishUploads({ sanctions, attribution }, logger).catch(
            warn('an approved list could not be published'),
          );
          await syncListings({ sanctions, attribution }, { ifFree: true }).catch(
            warn('the statements of lists could not be synced to attribution'),
          );
          await rest();
        }
      }),
    );
  };
  const running = run().catch((error: unknown) => {
    logger.error({ err: error }, 'what lists say is not brought to attribution any more');
  });
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
