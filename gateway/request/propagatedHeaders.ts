import type { FastifyRequest } from 'fastify';
import { textList } from '../../shared/config/kinds';
import { traceHeaders } from '../../shared/tracing/tracing';
import { requestIdHeader } from '../../shared/http/requestId';

/** The headers that the gateway writes itself, and those of one connection (RFC 9110, section 7.6.1). */
const ownHeaders =
  /^(?:x-cordon-.*|host|accept|accept-encoding|content-.*|transfer-encoding|connection|keep-alive|proxy-.*|te|trailer|upgrade|expect)$/;

/** Names of headers with commas between them; in small letters, as they are read. */
export const headerNames = () =>
  textList()
    .transform((given) => given.map((name) => name.toLowerCase()))
    .refine((given) => given.every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !ownHeaders.test(name)), {
      message:
        'names of headers with commas between them are needed; none that the gateway writes itself (host, accept, content-…, x-cordon-…) or that belongs to a connection',
    });

/** Returns the headers of a request that go on to subgraphs: its id, those of a trace, and those that are configured. */
export function propagatedHeaders(
  { id, headers: received, record }: Pick<FastifyRequest, 'id' | 'headers' | 'record'>,
  configured: readonly string[],
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const name of [...traceHeaders, ...configured]) {
    const value = received[name];
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  headers[requestIdHeader] = id;
  // Subgraphs continue the trace from the gateway's own span.
  Object.assign(headers, record.span?.headers);
  return headers;
}
