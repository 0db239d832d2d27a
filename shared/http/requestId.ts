import type { IncomingHttpHeaders } from 'node:http';

/** Names a request in its answer, in logs and in the calls to subgraphs. */
export const requestIdHeader = 'x-request-id';

/** The ids that proxies and tracers make (UUID, ULID, number, or segments of these): safe in a log and in a header. */
const acceptedForm = /^[\w.:-]{1,128}$/;

/** Returns the id that a request came with; undefined where it has none of an accepted form. */
export function readRequestId(headers: Pick<IncomingHttpHeaders, string>): string | undefined {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && acceptedForm.test(given) ? given : undefined;
}
