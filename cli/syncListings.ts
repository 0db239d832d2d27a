import { storeListings, syncedEditions } from '../subgraphs/attribution/listing/storeListings.store';
import { readStandings, standingEditions } from '../subgraphs/sanctions/standing/actorStandings';
import { type DatabaseTarget, withAttribution, withSanctions } from './withDatabases';

/**
 * Brings to attribution what sanctions says of the lists and cases in force: the listed wallets as statements with the list
 * as their source, and how actors stand. Does nothing where that state is there already; one that was cut off is done
 * again the next time. Run after each publication and case, and at start.
 */
export async function syncListings(target: DatabaseTarget): Promise<void> {
  await withSanctions(target, (sanctions) =>
    withAttribution(target, async (attribution) => {
      const editions = await standingEditions(sanctions);
      if ((await syncedEditions(attribution)) === editions) return;
      const now = new Date();
      const standings = await readStandings(sanctions, now.toISOString().slice(0, 10));
      await storeListings(attribution, { editions, ...standings }, now);
    }),
  );
}
