import type { FastifyCorsOptions } from '@fastify/cors';

/** What a page of another origin may send with a request. */
const allowedHeaders = [
  'authorization',
  'content-type',
  'dpop',
  'x-cordon-purpose',
  'x-request-id',
  'traceparent',
  'tracestate',
  // Apollo's clients name themselves in every request.
  'apollographql-client-name',
  'apollographql-client-version',
];

/** What such a page may read of an answer, beside its body. */
const exposedHeaders = ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'];

/** Ten minutes, in seconds: a browser asks again after it, so that an origin that was taken away soon counts. */
const maxAge = 600;

/** Returns how pages of these origins are answered. Those of others get no header, and their preflights are as any OPTIONS. */
export function corsOptions(origins: readonly string[]): FastifyCorsOptions {
  const allowed = new Set(origins);
  return {
    origin: (origin, done) => done(null, origin !== undefined && allowed.has(origin) ? origin : false),
    methods: ['GET', 'POST'],
    allowedHeaders,
    exposedHeaders,
    maxAge,
    strictPreflight: false,
  };
}
