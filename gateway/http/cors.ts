import type { FastifyCorsOptions } from '@fastify/cors';

/** The request headers that a page of another origin may send. */
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

/** The response headers that such a page may read. */
const exposedHeaders = ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'];

/** Browsers cache a preflight for ten minutes (in seconds), so an origin that is removed is soon blocked. */
const maxAge = 600;

/** Returns the CORS options for these origins. Other origins get no CORS headers: their preflight is any OPTIONS request. */
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
