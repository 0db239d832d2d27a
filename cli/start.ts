import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localLink } from '../gateway/link/localLink';
import { type Gateway, startGateway } from '../gateway/server';
import { projectRoot } from '../shared/config/projectRoot';
import { createLogger } from '../shared/logger/logger';
import { openAttribution } from '../subgraphs/attribution/openAttribution';
import { openEnforcement } from '../subgraphs/enforcement/openEnforcement';
import { openSanctions } from '../subgraphs/sanctions/openSanctions';
import { CommandError, exitCodes, usageError } from './commandError';
import { developmentKeys } from './developmentKeys';
import { flagshipCurl } from './flagship';
import { importCase } from './importCase';
import { ledgerKeyOf } from './ledger/ledgerKeys';
import { openStoreForServer, type StoreForCommand } from './openStoreFor';
import { prepareDataFolder } from './dataFolder';
import { signToken } from './signToken';
import { keepListingsSynced, syncListings } from './syncListings';
import { readStartConfig, type StartConfig } from './startConfig';
import { untilSignalled } from './untilSignalled';
import { withDatabases } from './withDatabases';

export interface StartOptions {
  readonly port?: number;
  readonly dataDir?: string;
}

/** `cordon start`: everything in one process, until SIGINT or SIGTERM. What keeps it from starting is one line. */
export async function runStart(options: StartOptions): Promise<void> {
  const config = readStartConfig(process.env, options);
  const ending = untilSignalled();
  const store = await openStoreForServer(config, ending.fail);
  try {
    const gateway = await startOver(store, config);
    try {
      if (!ending.hasBeenAsked()) process.stdout.write(await greeting(gateway.url, config));
      await ending.asked;
      process.stdout.write('ending: no new requests, letting those under way finish\n');
    } finally {
      await gateway.close();
    }
  } finally {
    await store.close();
  }
  process.exitCode = exitCodes.done;
}

/** The gateway over the three subgraphs in this process, with the configured case loaded. */
async function startOver(store: StoreForCommand, config: StartConfig): Promise<Gateway> {
  const logger = createLogger('cordon', config.logLevel);
  const target = { mongoUrl: store.url, databasePrefix: config.databasePrefix };
  const wantedCase = config.case === 'none' ? undefined : config.case;
  await withDatabases(target, async (databases) => {
    if (wantedCase) await importCase(databases, caseFolder(wantedCase));
    await syncListings(databases);
  });
  const jwks = config.jwks ?? (await keysOf(config)).jwksFile;
  const subgraphs = await Promise.all([
    openSanctions({ ...config, ...target, logger }),
    openAttribution({ ...config, ...target, logger, snapshotDir: join(config.dataDir, 'snapshots') }),
    openEnforcement({
      ...target,
      logger,
      ledgerKey: ledgerKeyOf(config),
      retiredLedgerKeys: config.retiredLedgerKeys,
    }),
  ]);
  const listings = keepListingsSynced(target, logger);
  const closeAll = () => Promise.all([listings.stop(), ...subgraphs.map((subgraph) => subgraph.close())]);
  try {
    const links = subgraphs.map(localLink);
    const gateway = await startGateway({ config: { ...config, jwks, wantedCase }, links, logger });
    return {
      url: gateway.url,
      close: async () => {
        await gateway.close();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new CommandError(`port ${config.port} is in use: give another with --port or PORT`)
      : error;
  }
}

function caseFolder(name: string): string {
  const folder = join(projectRoot(), 'cases', name);
  if (/^[a-z0-9-]+$/.test(name) && existsSync(folder)) return folder;
  throw usageError(
    `there is no bundled case ${JSON.stringify(name)}: CORDON_CASE is the name of a folder of \`cases\`, or none`,
  );
}

async function keysOf(config: StartConfig) {
  prepareDataFolder(config.dataDir);
  return developmentKeys(config.dataDir);
}

/** Where it listens, and, with development keys, a token and the flagship question as a command to paste. */
async function greeting(url: string, config: StartConfig): Promise<string> {
  const listening = `Cordon listens on ${url}/graphql (explorer: ${url}/)\n`;
  if (config.jwks) return listening;
  const { issuer, audience } = config;
  const token = await signToken(await keysOf(config), {
    issuer,
    audience,
    role: 'analyst',
    subject: 'developer',
  });
  return [
    listening,
    'A development token (analyst, for a day; `npm run -s cordon -- token --help` for other roles):',
    `  ${token}`,
    '',
    'Which frozen accounts trace to actors linked to the Technical Reconnaissance Bureau, by which path, on whose word?',
    '',
    flagshipCurl(url, token),
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}
