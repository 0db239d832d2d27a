import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';
import { exitCodes, usageError } from '../command/commandError';
import { developmentKeys } from '../token/developmentKeys';
import { flagshipCurl } from './flagship';
import { openStoreForServer } from '../databases/openStoreFor';
import { prepareDataFolder } from '../config/dataFolder';
import type { Everything } from './serveEverything';
import { signInLink } from '../token/signInLink';
import { signToken } from '../token/signToken';
import { readStartConfig, type StartConfig } from './startConfig';
import { waitForShutdownSignal } from '../command/waitForShutdownSignal';

export interface StartOptions {
  readonly port?: number;
  readonly dataDir?: string;
}

/** `cordon start`: everything in one process, until SIGINT or SIGTERM. A failure to start is one line. */
export async function runStart(options: StartOptions): Promise<void> {
  const config = readStartConfig(process.env, options);
  const ending = waitForShutdownSignal();
  const store = await openStoreForServer(config, ending.fail);
  try {
    const wantedCase = wantedCaseOf(config);
    const jwks = hasOwnKeys(config) ? config.jwks : (await keysOf(config)).jwksFile;
    // Loaded here: a failure to start is reported before the gateway and the subgraphs are read.
    const { serveEverything } = await import('./serveEverything.js');
    const gateway = await serveEverything({ store, config, jwks, wantedCase });
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

function wantedCaseOf({ case: name }: StartConfig): Everything['wantedCase'] {
  if (name === 'none') return undefined;
  const folder = join(projectRoot(), 'cases', name);
  if (/^[a-z0-9-]+$/.test(name) && existsSync(folder)) return { name, folder };
  throw usageError(
    `there is no bundled case ${JSON.stringify(name)}: CORDON_CASE is the name of a folder of \`cases\`, or none`,
  );
}

/** Tells if the deployment names its trusted keys. Then there are no development keys. */
const hasOwnKeys = ({ jwks, issuers }: StartConfig) => jwks !== undefined || issuers !== undefined;

async function keysOf(config: StartConfig) {
  prepareDataFolder(config.dataDir);
  return developmentKeys(config.dataDir);
}

/**
 * Returns the address and, with development keys, a token and the flagship question as a command to paste.
 */
async function greeting(url: string, config: StartConfig): Promise<string> {
  const listening = `Cordon listens on ${url}/graphql (console: ${url}/, explorer: ${url}/explorer)\n`;
  if (hasOwnKeys(config)) return listening;
  const { issuer, audience } = config;
  const token = await signToken(await keysOf(config), {
    issuer,
    audience,
    role: 'analyst',
    subject: 'developer',
  });
  return [
    listening,
    'Open the console, signed in as an analyst for a day:',
    `  ${signInLink(url, token)}`,
    '',
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
