import { createServer } from 'node:http';
import { once } from 'node:events';
import { collectDefaultMetrics, type Registry } from 'prom-client';

export interface MetricsPlace {
  readonly host: string;
  /** Undefined: nothing is served. */
  readonly metricsPort: number | undefined;
}

/**
 * Serves metrics on a port of their own, so that the public one never shows them. Adds those of the process
 * itself: event loop, memory, processor. Rejects where the port is taken.
 */
export async function serveMetrics(
  registry: Registry,
  { host, metricsPort }: MetricsPlace,
): Promise<{ close(): void }> {
  if (metricsPort === undefined) return { close: () => undefined };
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(metricsPort, host);
  await once(server, 'listening');
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
