import { ConfigError } from '../shared/config/settings';
import { CordonError } from '../shared/errors/cordonError';
import { createLogger } from '../shared/logger/logger';
import { YamlFileError } from '../shared/yaml/yamlFileError';
import { type GatewayConfig, readGatewayConfig } from './config';
import { httpLink } from './link/httpLink';
import { readSupergraph } from './graph/openSupergraph';
import { startGateway } from './server';
import { readSubgraphUrls } from './supergraph/subgraphUrls';

/** The gateway of a fleet: it reaches each subgraph over HTTP. */
async function main(): Promise<void> {
  const config = readGatewayConfig(process.env);
  const logger = createLogger('gateway', config.logLevel);
  const urls = readSubgraphUrls(readSupergraph(config.supergraph), process.env);
  const gateway = await startGateway({ config, links: linksOf(urls, config), logger });
  logger.info({ url: gateway.url }, 'the gateway listens');

  const end = () => {
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'the gateway did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function linksOf(
  urls: ReadonlyMap<string, string>,
  { linkSecret, linkTimeoutMs }: Pick<GatewayConfig, 'linkSecret' | 'linkTimeoutMs'>,
) {
  return [...urls].map(([name, url]) =>
    httpLink({ name, url, secret: linkSecret, timeoutMs: linkTimeoutMs }),
  );
}

/** What whoever starts it can put right is said in a line; only what nobody foresaw has a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof YamlFileError)
    return error.message.replaceAll('\n', '; ');
  if (error instanceof CordonError || (error instanceof Error && 'code' in error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`gateway: ${explain(error)}\n`);
  process.exit(1);
});
