import { join } from 'node:path';
import { localLink } from '../../gateway/link/localLink';
import { linkOptions, openHttpLinks } from '../../gateway/link/openLinks';
import { createGatewayMetrics } from '../../gateway/metrics/gatewayMetrics';
import { readSupergraph } from '../../gateway/graph/openSupergraph';
import { type Gateway, startGateway } from '../../gateway/server';
import { readSubgraphUrls, urlVariables } from '../../gateway/supergraph/subgraphUrls';
import { checkEnvironment } from '../../shared/config/environment';
import { createLogger } from '../../shared/logger/logger';
import { openTracing } from '../../shared/tracing/openTracing';
import { CommandError } from '../command/commandError';
import { importCase } from '../databases/importCase';
import { ledgerKeyOf } from '../ledger/ledgerKeys';
import type { StoreForCommand } from '../databases/openStoreFor';
import { deployables, subgraphNames } from '../deployables';
import type { StartConfig } from './startConfig';
import { keepListingsSynced, syncListings } from '../databases/syncListings';
import { withDatabases } from '../databases/withDatabases';

export interface Everything {
  readonly store: StoreForCommand;
  readonly config: StartConfig;
  /** The file or URL of the keys that verify tokens; undefined where the issuer file names them. */
  readonly jwks: string | undefined;
  /** The case that is loaded first, and without which nothing is answered. */
  readonly wantedCase: { readonly name: string; readonly folder: string } | undefined;
}

/**
 * Serves the gateway over every subgraph in this process, with the configured case loaded. Subgraphs of the
 * supergraph that are not Cordon's are called over HTTP, without the caller's identity. Throws ConfigError
 * for a wrong variable of a subgraph.
 */
export async function serveEverything({ store, config, jwks, wantedCase }: Everything): Promise<Gateway> {
  const logger = createLogger('cordon', config.logLevel);
  const ledgerKey = ledgerKeyOf(config);
  const otherUrls = readOtherUrls(readSupergraph(config.supergraph));
  const target = { mongoUrl: store.url, databasePrefix: config.databasePrefix, writes: store.writes };
  await withDatabases(target, async (databases) => {
    if (wantedCase) await importCase(databases, wantedCase.folder);
    // While an import is under way, this is left to what keeps them synced.
    await syncListings(databases, { ifFree: true });
  });
  const metrics = createGatewayMetrics();
  const tracing = await openTracing('cordon', process.env, logger);
  const observers = { registry: config.metricsPort === undefined ? undefined : metrics.registry, tracing };
  const parts = {
    ...config,
    ...target,
    logger,
    observers,
    snapshotDir: join(config.dataDir, 'snapshots'),
    ledgerKey,
  };
  const subgraphs = await Promise.all(subgraphNames.map((name) => deployables[name].open(parts)));
  const listings = keepListingsSynced(target, logger);
  try {
    const options = linkOptions(config, metrics, tracing);
    const links = [
      ...subgraphs.map((subgraph) => localLink(subgraph, options)),
      ...openHttpLinks(otherUrls, () => undefined, options),
    ];
    const gateway = await startGateway({
      config: { ...config, jwks, ledgerKey, wantedCase: wantedCase?.name },
      links,
      metrics,
      tracing,
      database: target,
      logger,
    });
    return {
      url: gateway.url,
      // The gateway closes its links, and with them the subgraphs.
      close: async () => {
        await gateway.close();
        await listings.stop();
        await tracing?.close();
      },
    };
  } catch (error) {
    await Promise.all([listings.stop(), ...subgraphs.map((subgraph) => subgraph.close())]);
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new CommandError(`port ${config.port} is in use: give another with --port or PORT`)
      : error;
  }
}

/** Returns the URLs of the subgraphs that are not Cordon's, by name. */
function readOtherUrls(sdl: string): ReadonlyMap<string, readonly string[]> {
  const { env } = process;
  checkEnvironment(env, urlVariables(sdl));
  const urls = [...readSubgraphUrls(sdl, env)];
  return new Map(urls.filter(([name]) => !subgraphNames.some((own) => own === name)));
}
