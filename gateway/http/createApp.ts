import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Server } from 'node:tls';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import { leaveBodiesUnread, requestTimeouts } from '../../shared/http/lateBodies';
import { type RecordParts, recordRequests } from '../accessLog/recordRequests';
import { readRequestId } from '../../shared/http/requestId';
import { type Certificate, certificateFiles, followCertificate, readCertificate } from './certificate';
import { corsOptions } from './cors';
import type { HttpConfig } from './httpSettings';
import { securityHeaders } from './securityHeaders';

export type AppConfig = HttpConfig & { readonly publicUrl: string | undefined };

/** Compresses answers over 1 KiB. Request bodies are decompressed by `receiveParameters`. */
const compression: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: 1_024,
  globalDecompression: false,
};

/**
 * Idle connections are kept longer than load balancers and clients keep theirs (600 s at most). The peer then closes
 * them, and no request meets a connection that was just closed here. In milliseconds.
 */
const keepAliveTimeout = 620_000;

/**
 * The whole of a request, in milliseconds: an upload may take so long. Bodies have times of their own where they are read
 * (`receiveBody`, `receiveFiles`), and a body that nobody reads ends with its answer.
 */
const requestTimeout = 900_000;

/** Concurrent requests on one HTTP/2 connection; the client holds back further ones until others end. */
const maxConcurrentStreams = 128;

/** Creates the HTTP server, with the hooks that every path shares. Throws ConfigError. */
export async function createApp(config: AppConfig, parts: RecordParts): Promise<FastifyInstance> {
  const { logger, metrics } = parts;
  const files = certificateFiles(config);
  const certificate = files && readCertificate(files);
  const app = openServer(config, certificate);
  if (files && certificate) {
    const followed = followCertificate(app.server as unknown as Server, files, certificate, {
      logger,
      onReload: metrics.reloaded('certificate'),
    });
    app.addHook('onClose', () => followed.close());
  }
  leaveBodiesUnread(app);
  recordRequests(app, parts);
  const overTls = certificate !== undefined || config.publicUrl?.startsWith('https:') === true;
  const headers = securityHeaders({ overTls });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  if (config.corsOrigins.length > 0) await app.register(cors, corsOptions(config.corsOrigins));
  await app.register(compress, compression);
  return app;
}

function openServer(
  { trustedProxies, http2, tlsClientCertificates }: AppConfig,
  certificate: Certificate | undefined,
): FastifyInstance {
  const options = {
    ...requestTimeouts,
    requestTimeout,
    keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: ({ headers }: { readonly headers: IncomingHttpHeaders }) =>
      readRequestId(headers) ?? randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  } as const;
  if (!certificate) return Fastify(options);
  const https = {
    ...certificate,
    minVersion: 'TLSv1.2',
    // A client without a certificate, or with one of any issuer, may connect: the token names the key that it is bound to.
    requestCert: tlsClientCertificates === 'request',
    rejectUnauthorized: false,
    ...requestTimeouts.http,
  } as const;
  if (http2 === 'off') return Fastify({ ...options, https });
  const secure = {
    ...https,
    allowHTTP1: true,
    settings: { maxConcurrentStreams },
  };
  const app = Fastify({ ...options, http2: true, https: secure }) as unknown as FastifyInstance;
  // For HTTP/1.1 beside HTTP/2, neither Fastify nor Node 20 takes the timeouts from the options.
  Object.assign(app.server, { keepAliveTimeout, requestTimeout, ...requestTimeouts.http });
  return app;
}
