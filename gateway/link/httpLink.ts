import { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import type { Identity } from '../../shared/identity/identity';
import { callerHeader } from '../../shared/identity/callerHeader';
import { linkCallHeader, signCall } from '../../shared/identity/linkCall';
import { openLinkKeys } from '../../shared/identity/linkKeys';
import { replicaHeader, verifyReplica } from '../../shared/identity/replicaAnswer';
import type { SubgraphHealth } from '../../shared/subgraph/runSubgraph';
import { withDeadline } from './deadline';
import { DownstreamError } from './downstreamError';
import { isQuery } from './isQuery';
import { readResult } from './readResult';
import type { SubgraphLink } from './subgraphLink';

export interface HttpLinkOptions {
  readonly name: string;
  /** Where the subgraph listens, such as `http://127.0.0.1:4001`: one replica. */
  readonly url: string;
  /** The secret that gateway and subgraphs share; 32 characters or more. */
  readonly secret: string;
  /** The deadline of one call, its retry included. */
  readonly timeoutMs: number;
  /** Connections at a time; further calls wait for one. */
  readonly connections?: number;
}

/** An answer of 10,000 wallets with what is known of each is a few MiB; what is over this is a mistake. */
const maxResponseBytes = 64 * 1024 * 1024;

/** What a connection says when it broke before an answer began: the call may be made again, if it changes nothing. */
const brokenConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** A replica that was started anew has another name: the first call learns it, and a second one is made. */
const maxSignings = 3;

const healthSchema = z.object({ name: z.string(), cases: z.array(z.string()) });

/** Reaches a subgraph over HTTP: kept-alive connections, a deadline, signed calls, one retry of queries. */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, timeoutMs } = options;
  const connection = connectTo(options);
  const post = signedPost(options, connection.send);

  return {
    name,
    execute: (request, caller, ended) =>
      withDeadline(timeoutMs, ended, async (signal, deadline) => {
        const call: Call = { body: JSON.stringify(request), deadline, signal, sent: false };
        try {
          const response = await post(call, caller).catch((error: unknown) => {
            if (!isQuery(request.query) || !isBrokenConnection(error)) throw error;
            return post(call, caller);
          });
          return readResult(name, await readJson(name, response));
        } catch (error) {
          throw DownstreamError.from(name, error, call.sent);
        }
      }),
    health: () =>
      withDeadline(timeoutMs, undefined, async (signal): Promise<SubgraphHealth> => {
        try {
          const response = await connection.send({ method: 'GET', path: '/health/ready', signal });
          return healthSchema.parse(await readJson(name, response));
        } catch (error) {
          throw DownstreamError.from(name, error, false);
        }
      }),
    close: () => connection.close(),
  };
}

type Send = (call: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>;

function connectTo({ url, timeoutMs, connections = 64 }: HttpLinkOptions) {
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxResponseBytes,
  });
  const send: Send = (call) => pool.request({ ...call, path: `${base}${call.path}` });
  // Calls under way were let end by the server before; what is left at this point is not waited for.
  return { send, close: () => pool.destroy() };
}

interface Call {
  readonly body: string;
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Whether it is on its way to a replica that may execute it. */
  sent: boolean;
}

/** Posts calls that are signed for the replica at the link's URL. A call that reached another one was not executed. */
function signedPost({ name, secret }: HttpLinkOptions, send: Send) {
  const { current: key } = openLinkKeys({ linkSecret: secret });
  let replica: string | null = null;

  return async (call: Call, caller: Identity) => {
    const { body, deadline, signal } = call;
    for (let signings = 1; ; signings++) {
      const bytes = Buffer.from(body);
      const signed = signCall(key, { subgraph: name, replica, body: bytes, deadline }, caller);
      const headers = {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        [linkCallHeader]: signed.signed,
        [callerHeader]: signed.caller,
      };
      const written = Readable.from(noteSent(bytes, call));
      const response = await send({ method: 'POST', path: '/graphql', headers, body: written, signal });
      if (response.statusCode !== 421 || signings === maxSignings) return response;
      call.sent = false;
      await response.body.dump();
      const answer = { subgraph: name, callId: signed.id };
      replica = verifyReplica(key, String(response.headers[replicaHeader]), answer);
    }
  };
}

/** The body, noting when it is read: undici reads it when it writes to a connection, not while the call waits for one. */
function* noteSent(body: Buffer, call: Call): Generator<Buffer> {
  call.sent = true;
  yield body;
}

const isBrokenConnection = (error: unknown) =>
  brokenConnection.has(String((error as NodeJS.ErrnoException).code));

async function readJson(subgraph: string, { statusCode, body }: Dispatcher.ResponseData): Promise<unknown> {
  const text = await body.text();
  // A subgraph answers 200 to what it has executed: with 4xx it says that it has not.
  const sent = statusCode < 400 || statusCode >= 500;
  if (statusCode !== 200)
    throw new DownstreamError(subgraph, `HTTP status ${statusCode}: ${text.slice(0, 300)}`, { sent });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DownstreamError(subgraph, 'the answer is not JSON', { cause, sent });
  }
}
