import type { FastifyReply } from 'fastify';

/**
 * Whether all of an answer was written and handed on, once its request is closed. Both are asked: over HTTP/2
 * `writableFinished` is also true where the client reset the stream before anything was written.
 */
export function hasAnswer({ raw }: Pick<FastifyReply, 'raw'>): boolean {
  return raw.writableEnded && raw.writableFinished;
}
