import { join } from 'node:path';
import { runCommand } from './runCommand';
import { cli, freePort, type RunningProcess, runEntry, temporaryFolder, untilReady } from './runCordon';

export const subgraphNames = ['sanctions', 'attribution', 'enforcement'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The four deployables and the store, each a process of its own, with the bundled case loaded. */
export interface Fleet {
  readonly url: string;
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  /** The environment that its deployables share: the store, the link's secret, the data folder. */
  readonly environment: Readonly<Record<string, string>>;
  token(...args: string[]): Promise<string>;
  kill(name: SubgraphName): Promise<void>;
  startAgain(name: SubgraphName): Promise<void>;
  close(): Promise<void>;
}

const linkSecret = 'a secret of this test run, more than 32 characters';

/** MONGODB_URL, where it is set, is used in place of `cordon store`. `extra` is set for every deployable. */
export async function startFleet(extra: Readonly<Record<string, string>> = {}): Promise<Fleet> {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const databasePrefix = `fleet_${process.pid}`;
  const running = new Map<string, RunningProcess>();
  const mongoUrl = process.env['MONGODB_URL'] ?? (await startStore(running, dataDir));
  const common = {
    MONGODB_URL: mongoUrl,
    CORDON_DATABASE_PREFIX: databasePrefix,
    CORDON_LINK_SECRET: linkSecret,
    CORDON_LEDGER_KEY: '5'.repeat(64),
    CORDON_DATA_DIR: dataDir,
    ...extra,
  };
  const imported = await cli(['import', 'case', 'cases/dprk-2023'], common);
  if (imported.code !== 0) throw new Error(imported.stderr);

  const ports = Object.fromEntries(
    await Promise.all(subgraphNames.map(async (name) => [name, await freePort()] as const)),
  );
  const subgraphUrls = Object.fromEntries(
    subgraphNames.map((name) => [name, `http://127.0.0.1:${ports[name]}`]),
  ) as Fleet['subgraphUrls'];
  const startSubgraph = (name: SubgraphName) =>
    running.set(name, runEntry(`subgraphs/${name}/main.js`, [], { ...common, PORT: String(ports[name]) }));
  subgraphNames.forEach(startSubgraph);

  const token = async (...args: string[]) =>
    (await runCommand(['token', ...args], { CORDON_DATA_DIR: dataDir })).stdout.trim();
  await token('--role', 'analyst'); // makes the development keys that the gateway reads
  const gatewayPort = await freePort();
  const url = `http://127.0.0.1:${gatewayPort}`;
  const gateway = runEntry('gateway/main.js', [], {
    ...common,
    PORT: String(gatewayPort),
    CORDON_JWKS: join(dataDir, 'keys', 'development.jwks.json'),
    CORDON_CASE: 'dprk-2023',
    CORDON_SANCTIONS_URL: subgraphUrls.sanctions,
    CORDON_ATTRIBUTION_URL: subgraphUrls.attribution,
    CORDON_ENFORCEMENT_URL: subgraphUrls.enforcement,
  });
  running.set('gateway', gateway);
  await untilReady(url).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${[...running.values()].map(({ output }) => output).join('\n')}`);
  });

  return {
    url,
    subgraphUrls,
    environment: common,
    token,
    async kill(name) {
      await running.get(name)?.ended('SIGKILL');
    },
    async startAgain(name) {
      startSubgraph(name);
      await untilReady(url);
    },
    async close() {
      for (const name of ['gateway', ...subgraphNames, 'store']) await running.get(name)?.ended('SIGTERM');
      folder.remove();
    },
  };
}

async function startStore(running: Map<string, RunningProcess>, dataDir: string): Promise<string> {
  const store = runEntry('cli/bin.js', ['store'], { CORDON_DATA_DIR: dataDir });
  running.set('store', store);
  return store.printed(/mongodb:\/\/\S+/);
}
