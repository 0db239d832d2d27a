import type { FastifyReply } from 'fastify';

/**
 * Tells if the whole answer was written and handed on, once its request is closed. Both flags are needed:
 * over HTTP/2 `writableFinished` is also true where the client reset the stream before anything was written.
 */
export function hasAnswer({ raw }: Pick<FastifyReply, 'raw'>): boolean {
  return raw.writableEnded && raw.writableFinished;
}
