import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { decompressBody, encodingOf } from '../../shared/http/decompressBody';
import { type BodyLimits, receiveBody } from '../../shared/http/receiveBody';
import { requestError } from '../request/requestError';

/** The parameters of one GraphQL request (GraphQL over HTTP, "Request Parameters"). */
export interface RequestParameters {
  /** Omitted where a stored operation is requested by its id. */
  readonly query?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly extensions?:
    | {
        /** Apollo's protocol for persisted queries. `sha256Hash` is the id of a stored operation, or the digest of a text. */
        readonly persistedQuery?: { readonly sha256Hash: string } | null | undefined;
      }
    | null
    | undefined;
}

/** An id is a digest in most manifests; none is longer than this. */
const maxIdLength = 512;

const parametersSchema = z.object({
  query: z.string('query is needed: the text of a GraphQL operation').min(1, 'query is empty').optional(),
  variables: z.record(z.string(), z.unknown(), 'variables is an object').nullish(),
  operationName: z.string('operationName is a string').nullish(),
  extensions: z
    .looseObject(
      {
        persistedQuery: z
          .looseObject(
            {
              version: z.literal(1, 'extensions.persistedQuery.version is 1'),
              sha256Hash: z
                .string('extensions.persistedQuery.sha256Hash is a text')
                .min(1, 'extensions.persistedQuery.sha256Hash is empty')
                .max(maxIdLength, `extensions.persistedQuery.sha256Hash is longer than ${maxIdLength}`),
            },
            'extensions.persistedQuery is an object',
          )
          .nullish(),
      },
      'extensions is an object',
    )
    .nullish(),
});

/** Reads what is asked: of a GET from its URL, of a POST from its body, which nobody has read yet. */
export async function receiveParameters(
  request: FastifyRequest,
  limits: BodyLimits,
): Promise<RequestParameters> {
  if (request.method === 'GET') return parseUrl(request.query as Readonly<Record<string, unknown>>);
  checkContentType(request.headers['content-type']);
  const encoding = encodingOf(request.headers['content-encoding']);
  const body = await receiveBody(request.raw, limits);
  return parseBody(await decompressBody(body, encoding, limits));
}

/** UTF-8 is the encoding of JSON (RFC 8259, section 8.1). */
function checkContentType(contentType = ''): void {
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?;?\s*$/i.test(contentType)) return;
  throw requestError(
    'UNSUPPORTED_MEDIA_TYPE',
    'The body must be JSON in UTF-8: content-type application/json.',
  );
}

function parseBody(body: Buffer): RequestParameters {
  const parsed = parseJson(body.toString('utf8'), 'The body');
  if (Array.isArray(parsed))
    throw requestError('BAD_REQUEST', 'Batched requests are not supported: send one request a call.');
  return check(parsed);
}

function parseUrl({
  query,
  variables,
  operationName,
  extensions,
}: Readonly<Record<string, unknown>>): RequestParameters {
  return check({
    query,
    variables: parseParameter(variables, 'variables'),
    operationName: operationName === '' ? undefined : operationName,
    extensions: parseParameter(extensions, 'extensions'),
  });
}

/** A parameter of a URL that holds JSON. One that is given several times is a list, and is rejected by the check. */
function parseParameter(value: unknown, name: string): unknown {
  return typeof value === 'string' && value !== '' ? parseJson(value, name) : value || undefined;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw requestError('BAD_REQUEST', `${what} is not JSON.`);
  }
}

function check(parameters: unknown): RequestParameters {
  const { success, data, error } = parametersSchema.safeParse(parameters);
  if (success) return data;
  throw requestError(
    'BAD_REQUEST',
    `This is not a GraphQL request: ${error.issues.map((issue) => issue.message).join('; ')}.`,
  );
}
