import Negotiator from 'negotiator';
import { requestError, type RequestError } from './requestError';

/** The format of an answer (GraphQL over HTTP, "Media Types" and "Response"). */
export interface ResponseFormat {
  readonly contentType: string;
  /**
   * True where the status of an operation that cannot be executed is 200: a client that named
   * `application/json` reads its body.
   */
  readonly alwaysOk: boolean;
}

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

/** Where the client names no media type that is written here: `application/json`, with the error's own status. */
const defaultFormat: ResponseFormat = { contentType: json, alwaysOk: false };
const jsonByName: ResponseFormat = { contentType: json, alwaysOk: true };
const graphqlResponseFormat: ResponseFormat = { contentType: graphqlResponse, alwaysOk: false };

/** Returns the format that an `accept` header asks for. Throws NOT_ACCEPTABLE where it allows none that is written here. */
export function negotiateFormat(accept: string | undefined): ResponseFormat {
  const format = formatOf(accept);
  if (format) return format;
  throw requestError(
    'NOT_ACCEPTABLE',
    'Answers are written as application/graphql-response+json or application/json: accept one of them.',
  );
}

/** As `negotiateFormat`, for an error that ends the request: an error is always written. */
export function formatOfError(accept: string | undefined): ResponseFormat {
  return formatOf(accept) ?? defaultFormat;
}

/**
 * Returns the status of an answer that is only this error. A request that was read and cannot be executed is
 * a GraphQL answer like others to a client that named `application/json`. A request rejected before that has
 * its own status.
 */
export function statusIn({ alwaysOk }: ResponseFormat, { code, status }: RequestError): number {
  return alwaysOk && status === 400 && code !== 'BAD_REQUEST' ? 200 : status;
}

function formatOf(accept: string | undefined): ResponseFormat | undefined {
  if (accept === undefined || accept === '*/*') return defaultFormat;
  const preferred = new Negotiator({ headers: { accept } }).mediaType([json, graphqlResponse]);
  if (preferred === undefined) return undefined;
  if (preferred === graphqlResponse) return graphqlResponseFormat;
  return /\bapplication\/json\b/i.test(accept) ? jsonByName : defaultFormat;
}
