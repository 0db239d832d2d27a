import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { maskError } from '../../shared/errors/maskError';
import { redactSecrets } from '../../shared/errors/redactSecrets';
import { BodyError } from '../../shared/http/receiveBody';
import type { Logger } from '../../shared/logger/logger';
import type { ExecutedOperation } from '../execution/executedOperation';
import { type Code, requestError, RequestError } from '../request/requestError';
import { formatOfError, type ResponseFormat, statusIn } from '../request/responseFormat';

/** Sends the answer to an operation. Errors that nobody foresaw are masked, and logged here. */
export function answer(
  reply: FastifyReply,
  executed: ExecutedOperation,
  format: ResponseFormat,
  logger: Logger,
): FastifyReply {
  const { id: requestId, record } = reply.request;
  const mask = maskError(executed.errors.length > 0 ? logger.child({ requestId }) : logger);
  const errors = executed.errors.map(({ message, path, extensions, cause }) =>
    withRequestId(mask({ message, path, ...(extensions ? { extensions } : {}) }, cause), requestId),
  );
  record.noteErrors(errors);
  const incomplete = errors.filter((error) => error.extensions?.['code'] === 'INCOMPLETE_ANSWER');
  if (incomplete.length > 0)
    logger.error({ requestId, first: incomplete[0], count: incomplete.length }, 'a subgraph left values out');
  const { data, extensions } = executed;
  const beforeData = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  const afterData = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  return send(reply, 200, format, `{${beforeData}"data":${data}${afterData}}`);
}

/** Sends a step's rejection; anything else that was thrown is masked, and logged here. */
export function answerError(reply: FastifyReply, thrown: unknown, logger: Logger): FastifyReply {
  const rejection =
    thrown instanceof RequestError
      ? thrown
      : (errorBeforeBody(thrown) ?? unforeseen(thrown, logger.child({ requestId: reply.request.id })));
  reply.request.record.rejected = rejection.code;
  reply.request.record.noteErrors(rejection.errors);
  const errors = rejection.errors.map((error) =>
    withRequestId({ ...error, message: redactSecrets(error.message) }, reply.request.id),
  );
  const format = formatOfError(reply.request.headers.accept);
  return send(
    reply.headers(headersOf(rejection, reply.request)),
    statusIn(format, rejection),
    format,
    JSON.stringify({ errors }),
  );
}

/** Adds the id of the request, which a client can quote: the log has it too. A masked error says it in its message. */
function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const isMasked = error.extensions?.['code'] === 'INTERNAL_SERVER_ERROR';
  return {
    ...error,
    message: isMasked ? `${error.message} (request ${requestId})` : error.message,
    extensions: { ...error.extensions, requestId },
  };
}

/** HTTP/2 has no header that closes a connection. */
function headersOf(
  { headers: { connection, ...headers } }: RequestError,
  { raw }: FastifyRequest,
): Readonly<Record<string, string>> {
  return connection === undefined || raw.httpVersionMajor > 1 ? headers : { ...headers, connection };
}

function send(
  reply: FastifyReply,
  status: number,
  { contentType }: ResponseFormat,
  body: string,
): FastifyReply {
  // The CORS plugin adds `origin`, where pages of other origins may ask.
  const vary = ['accept, accept-encoding', reply.getHeader('vary')].filter((one) => one !== undefined);
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'content-type': contentType, vary: vary.join(', ') })
    .send(toBytes(body));
}

/** Encodes a text in UTF-8: one of ASCII as Latin-1, whose bytes are the same and need no room for longer ones. */
function toBytes(text: string): Buffer {
  const isAscii = Buffer.byteLength(text, 'utf8') === text.length;
  return Buffer.from(text, isAscii ? 'latin1' : 'utf8');
}

/** The codes of rejections before or while a body is read, by status. */
const beforeBody: Readonly<Record<number, Code>> = {
  400: 'BAD_REQUEST',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

function errorBeforeBody(thrown: unknown): RequestError | undefined {
  const status = thrown instanceof Error ? (thrown as { statusCode?: number }).statusCode : undefined;
  const code = status === undefined ? undefined : beforeBody[status];
  if (status === undefined || !code) return undefined;
  if (thrown instanceof BodyError)
    return requestError(code, thrown.message, {
      ...thrown.headers,
      ...(code === 'REQUEST_TIMEOUT' ? { connection: 'close' } : {}),
    });
  return requestError(code, `${STATUS_CODES[status]}.`);
}

function unforeseen(thrown: unknown, logger: Logger): RequestError {
  const masked: GraphQLFormattedError = maskError(logger)({ message: '' }, thrown);
  return new RequestError('INTERNAL_SERVER_ERROR', [masked]);
}
