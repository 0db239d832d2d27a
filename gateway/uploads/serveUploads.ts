import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { disconnectSignal } from '../../shared/http/disconnectSignal';
import type { Identity } from '../../shared/identity/identity';
import type { Logger } from '../../shared/logger/logger';
import type { SubgraphLink } from '../link/subgraphLink';
import { propagatedHeaders } from '../request/propagatedHeaders';
import { requestError } from '../request/requestError';
import { receiveFiles } from './receiveFiles';
import { splitParts } from './splitParts';
import { type SentFile, type UploadCalls, uploadCalls } from './uploadCalls';
import { type UploadKind, uploadKinds } from './uploadKinds';

export interface UploadParts {
  /** Returns the caller: authenticated, admitted, and within its rate. */
  readonly admit: (request: FastifyRequest) => Promise<Identity>;
  readonly links: ReadonlyMap<string, SubgraphLink>;
  readonly maxBytes: number;
  readonly propagateHeaders: readonly string[];
  readonly logger: Logger;
}

/** A part as base64 is a third longer; a subgraph takes calls of up to 16 MiB. */
const partBytes = 4 * 1024 * 1024;

/** A connection that gives nothing for so long is ended, in milliseconds. */
const silenceMs = 30_000;

/**
 * Serves `POST /uploads/lists` and `POST /uploads/transfers`: files as `multipart/form-data`, streamed to the subgraph in
 * signed calls of 4 MiB. Answers 202 when the upload is whole, with its id and the files that were taken: name, bytes and
 * SHA-256, which the sender compares with what it sent. The graph tells the outcome.
 */
export function serveUploads(app: FastifyInstance, parts: UploadParts): void {
  for (const [path, kind] of Object.entries(uploadKinds)) {
    const link = parts.links.get(kind.subgraph);
    // A supergraph of other subgraphs has nothing to upload to.
    if (!link) continue;
    app.route({
      method: 'POST',
      url: `/uploads/${path}`,
      handler: (request, reply) => takeUpload(request, reply, { kind, link, parts }),
    });
  }
}

interface UploadRoute {
  readonly kind: UploadKind;
  readonly link: SubgraphLink;
  readonly parts: UploadParts;
}

async function takeUpload(request: FastifyRequest, reply: FastifyReply, { kind, link, parts }: UploadRoute) {
  const caller = await parts.admit(request);
  if (!caller.scopes.includes(kind.scope))
    throw requestError('FORBIDDEN', `An upload needs the scope ${kind.scope}: ask for a token that has it.`);
  if (request.headers['content-encoding'] !== undefined)
    throw requestError('UNSUPPORTED_MEDIA_TYPE', 'Files are uploaded as they are: without content-encoding.');
  const headers = propagatedHeaders(request, parts.propagateHeaders);
  const calls = uploadCalls(link, kind, { caller, headers, signal: disconnectSignal(reply) });
  const upload = await calls.begin(termsOf(request, kind));
  const log = parts.logger.child({ requestId: request.id, upload });
  let files: readonly SentFile[];
  try {
    files = await sendFiles(request, calls, { upload, maxBytes: parts.maxBytes });
    await calls.end(upload, files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    log.info(
      { client: caller.client, subgraph: kind.subgraph, files: files.length, bytes },
      'upload received',
    );
  } catch (error) {
    // Where this fails too, the subgraph hears nothing any more, and cuts it off after a minute.
    await calls
      .abort(upload)
      .catch((thrown: unknown) => log.warn({ err: thrown }, 'an upload was not aborted'));
    throw error;
  }
  return reply.code(202).header('cache-control', 'no-store').send({ upload, files });
}

/** The parameters of the URL. The subgraph says what is wrong with them. */
function termsOf(request: FastifyRequest, { parameters }: UploadKind): Readonly<Record<string, string>> {
  const given = request.query as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((name) => !parameters.includes(name));
  const allowed = parameters.join(', ') || 'none';
  if (unknown.length > 0)
    throw requestError(
      'BAD_REQUEST',
      `${unknown.join(', ')}: no parameter of an upload. There are: ${allowed}.`,
    );
  const entries = Object.entries(given).filter(([, value]) => value !== '');
  if (entries.some(([, value]) => typeof value !== 'string'))
    throw requestError('BAD_REQUEST', 'A parameter of an upload is given once.');
  return Object.fromEntries(entries) as Record<string, string>;
}

async function sendFiles(
  request: FastifyRequest,
  calls: UploadCalls,
  { upload, maxBytes }: { readonly upload: string; readonly maxBytes: number },
): Promise<SentFile[]> {
  const files: SentFile[] = [];
  await receiveFiles(request.raw, { maxBytes, silenceMs }, async ({ name, content }) => {
    const hash = createHash('sha256');
    let [bytes, index] = [0, 0];
    for await (const part of splitParts(content, partBytes)) {
      hash.update(part);
      bytes += part.length;
      await calls.addPart(upload, { file: name, index: index++, bytes: part });
    }
    files.push({ name, bytes, sha256: hash.digest('hex') });
  });
  return files;
}
