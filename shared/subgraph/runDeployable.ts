import { checkEnvironment } from '../config/environment';
import { ConfigError } from '../config/settings';
import { createLogger, type Logger } from '../logger/logger';
import { openObservers } from '../metrics/openObservers';
import type { Observers } from '../metrics/observers';
import type { Subgraph } from './runSubgraph';
import { serveSubgraph } from './serveSubgraph';

interface DeployableConfig {
  readonly port: number;
  readonly host: string;
  readonly mongoUrl: string;
  readonly databasePrefix: string;
  readonly linkSecret: string;
  readonly retiredLinkSecret: string | undefined;
  readonly linkTimeoutMs: number;
  readonly logLevel: string;
  readonly metricsPort: number | undefined;
}

/**
 * Runs a subgraph as a process of its own: reads the environment, opens, serves. On SIGINT or SIGTERM it lets
 * running requests end, then exits with 0. A failure to start is one line on stderr and exit code 1.
 */
export async function runDeployable<Config extends DeployableConfig>(
  name: string,
  readConfig: (env: NodeJS.ProcessEnv) => Config,
  open: (options: Config & { logger: Logger; observers: Observers }) => Promise<Subgraph>,
): Promise<void> {
  try {
    const warnings = checkEnvironment(process.env);
    const config = readConfig(process.env);
    const logger = createLogger(name, config.logLevel);
    for (const warning of warnings) logger.warn(warning);
    const observers = await openObservers(name, config, logger);
    const subgraph = await open({ ...config, logger, observers });
    const serving = await serveSubgraph(subgraph, { ...config, logger });
    logger.info({ url: serving.url }, 'listening');
    let ending = false;
    const end = async () => {
      if (ending) return;
      ending = true;
      await serving.close();
      await subgraph.close();
      await observers.close();
      process.exit(0);
    };
    process.on('SIGINT', () => void end());
    process.on('SIGTERM', () => void end());
  } catch (error) {
    const lines = error instanceof ConfigError ? error.message.split('\n') : [(error as Error).message];
    for (const line of lines) process.stderr.write(`cordon ${name}: ${line}\n`);
    process.exit(1);
  }
}
