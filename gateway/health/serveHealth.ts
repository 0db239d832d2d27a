import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness';

/** Serves whether the process lives, and whether it is ready for requests. Neither needs a token. */
export function serveHealth(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const found = await ready();
    return reply.code(found.ready ? 200 : 503).send(found);
  });
}
