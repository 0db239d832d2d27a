import type { FastifyInstance } from 'fastify';
import type { Drain } from '../http/drain';
import type { Readiness } from './readiness';

/** Serves whether the process lives, and whether it is ready for requests. Neither needs a token. */
export function serveHealth(
  app: FastifyInstance,
  drain: Pick<Drain, 'hasBegun'>,
  ready: () => Promise<Readiness>,
): void {
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    if (drain.hasBegun) return reply.code(503).send({ ready: false, draining: true });
    const found = await ready();
    return reply.code(found.ready ? 200 : 503).send(found);
  });
}
