import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { FastifyInstance } from 'fastify';

/** The time for which a client may go on sending a body that was answered before its end. */
const lingerMs = 2_000;

/**
 * Leaves bodies unread until a handler reads them, so that headers are decided on first. A connection whose
 * body goes on after the answer is closed soon. It is not closed at once, so that a client that is still
 * sending reads the answer.
 */
export function leaveBodiesUnread(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete) {
      raw.resume();
      setTimeout(() => {
        if (!raw.complete) end(raw);
      }, lingerMs).unref();
    }
    done();
  });
}

/** Other requests of an HTTP/2 connection go on. */
function end(raw: IncomingMessage | Http2ServerRequest): void {
  if ('stream' in raw) raw.stream.close();
  else raw.socket.destroy();
}

/** The time that a client has for its headers, and for the whole request; Node answers 408 after it. */
export const requestTimeouts = {
  requestTimeout: 60_000,
  http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
} as const;
