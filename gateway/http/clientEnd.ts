import type { FastifyReply } from 'fastify';
import { hasAnswer } from '../../shared/http/hasAnswer';
import { CallEnd } from '../link/callEnd';

/** Returns an end of calls that comes when the client goes before it has its answer. It costs less than `disconnectSignal`. */
export function clientEnd(reply: FastifyReply): CallEnd {
  const gone = new CallEnd();
  reply.raw.once('close', () => {
    if (!hasAnswer(reply)) gone.abort();
  });
  if (reply.raw.destroyed) gone.abort();
  return gone;
}
