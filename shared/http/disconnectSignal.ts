import type { FastifyReply } from 'fastify';
import { hasAnswer } from './hasAnswer';

/** Returns a signal that is aborted when the client goes before it has its answer. */
export function disconnectSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!hasAnswer(reply)) gone.abort();
  });
  if (reply.raw.destroyed) gone.abort();
  return gone.signal;
}
