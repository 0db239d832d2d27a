import compress, { type FastifyCompressOptions } from '@fastify/compress';
import Fastify, { type FastifyInstance } from 'fastify';
import { leaveBodiesUnread, requestTimeouts } from '../../shared/http/lateBodies';
import type { Logger } from '../../shared/logger/logger';
import { recordRequests } from '../accessLog/recordRequests';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { requestIdOf } from '../request/requestId';

/** Answers over 1 KiB are compressed for a client that accepts it. Bodies of requests are decompressed where they are read. */
const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: 1_024,
  globalDecompression: false,
};

/**
 * How long an idle connection is kept, in milliseconds: longer than load balancers and clients keep theirs (600 s at the
 * longest), so that it is they who close it, and no request meets a connection that was just closed here.
 */
const keepAliveTimeout = 620_000;

/** Creates the HTTP server: what holds for every request, whichever path it asks for. */
export async function createApp(logger: Logger, metrics: GatewayMetrics): Promise<FastifyInstance> {
  const app = Fastify({
    ...requestTimeouts,
    keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: requestIdOf,
  });
  leaveBodiesUnread(app);
  recordRequests(app, logger, metrics);
  await app.register(compress, compression);
  return app;
}
