import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * The time for running requests when the gateway closes, in milliseconds; a process manager gives ten seconds
 * in all.
 */
const drainMs = 7_000;

export interface Drain {
  /** True where the gateway is about to end: `/health/ready` is 503 from then on. */
  readonly hasBegun: boolean;
  /**
   * Goes on answering for a while, so that load balancers see that it is not ready, and closes each connection with its
   * next answer. Then closes the server, which lets requests under way end; those that take too long lose their connection.
   */
  run(close: () => Promise<void>): Promise<void>;
}

/** Prepares a server for its end. */
export function openDrain(
  app: FastifyInstance,
  { shutdownDelayMs }: { readonly shutdownDelayMs: number },
): Drain {
  let hasBegun = false;
  const connections = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (hasBegun && request.raw.httpVersionMajor === 1) reply.header('connection', 'close');
    done();
  });
  return {
    get hasBegun() {
      return hasBegun;
    },
    async run(close) {
      hasBegun = true;
      if (shutdownDelayMs > 0) await pause(shutdownDelayMs);
      const late = setTimeout(() => connections.forEach((socket) => socket.destroy()), drainMs);
      await close();
      clearTimeout(late);
    },
  };
}
