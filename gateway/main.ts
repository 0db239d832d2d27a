import { checkEnvironment } from '../shared/config/environment';
import { ConfigError, readSettings } from '../shared/config/settings';
import { CordonError } from '../shared/errors/cordonError';
import { StoreUnreachable } from '../shared/mongo/storeUnreachable';
import { createLogger } from '../shared/logger/logger';
import { openTracing } from '../shared/tracing/openTracing';
import { YamlFileError } from '../shared/yaml/yamlFileError';
import { gatewaySettings, readGatewayConfig } from './config';
import { linkOptions, openHttpLinks } from './link/openLinks';
import { createGatewayMetrics } from './metrics/gatewayMetrics';
import { readSupergraph } from './graph/openSupergraph';
import { startGateway } from './server';
import { readSubgraphUrls, urlVariables } from './supergraph/subgraphUrls';

/** The gateway of a fleet: it reaches each subgraph over HTTP. */
async function main(): Promise<void> {
  const { env } = process;
  const { supergraph } = readSettings({ supergraph: gatewaySettings.supergraph }, env);
  const sdl = readSupergraph(supergraph);
  const warnings = checkEnvironment(env, urlVariables(sdl));
  const config = readGatewayConfig(env);
  const { mongoUrl, databasePrefix } = config;
  const logger = createLogger('gateway', config.logLevel);
  for (const warning of warnings) logger.warn(warning);
  const urls = readSubgraphUrls(sdl, env);
  const metrics = createGatewayMetrics();
  const tracing = await openTracing('gateway', env, logger);
  const links = openHttpLinks(urls, () => config.linkSecret, linkOptions(config, metrics, tracing));
  const gateway = await startGateway({
    config,
    links,
    database: mongoUrl === undefined ? undefined : { mongoUrl, databasePrefix },
    metrics,
    tracing,
    logger,
  });
  logger.info({ url: gateway.url }, 'the gateway listens');

  const end = () => {
    gateway.close().then(
      () => void Promise.resolve(tracing?.close()).then(() => process.exit(0)),
      (error: unknown) => {
        logger.error({ err: error }, 'the gateway did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** Returns one line for an error that the operator can correct, and a stack for an unexpected one. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof YamlFileError)
    return error.message.replaceAll('\n', '; ');
  if (
    error instanceof CordonError ||
    error instanceof StoreUnreachable ||
    (error instanceof Error && 'code' in error)
  )
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`gateway: ${explain(error)}\n`);
  process.exit(1);
});
