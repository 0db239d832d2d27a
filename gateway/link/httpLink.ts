import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import type { Identity } from '../../shared/identity/identity';
import { linkCallHeader, signCall } from '../../shared/identity/linkCall';
import type { SubgraphHealth } from '../../shared/subgraph/runSubgraph';
import { DownstreamError } from './downstreamError';
import { readResult } from './readResult';
import type { SubgraphLink } from './subgraphLink';

export interface HttpLinkOptions {
  readonly name: string;
  /** Where the subgraph listens, such as `http://127.0.0.1:4001`. */
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

const healthSchema = z.object({ name: z.string(), cases: z.array(z.string()) });

/** Reaches a subgraph over HTTP: kept-alive connections, a deadline, signed calls, one retry of queries. */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, secret, timeoutMs } = options;
  const connection = connectTo(options);
  const key = new TextEncoder().encode(secret);

  const post = async (body: string, caller: Identity, signal: AbortSignal) => {
    const signed = await signCall(key, { subgraph: name, body }, caller);
    const headers = { 'content-type': 'application/json', [linkCallHeader]: signed };
    return connection.send({ method: 'POST', path: '/graphql', headers, body, signal });
  };

  return {
    name,
    async execute(request, caller, ended) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = ended ? AbortSignal.any([deadline, ended]) : deadline;
      const body = JSON.stringify(request);
      try {
        const response = await post(body, caller, signal).catch((error: unknown) => {
          if (!isQuery(request.query) || !isBrokenConnection(error)) throw error;
          return post(body, caller, signal);
        });
        return readResult(name, readJson(name, response.statusCode, await response.body.text()));
      } catch (error) {
        throw asDownstreamError(name, error);
      }
    },
    async health(): Promise<SubgraphHealth> {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await connection.send({ method: 'GET', path: '/health/ready', signal });
        return healthSchema.parse(readJson(name, response.statusCode, await response.body.text()));
      } catch (error) {
        throw asDownstreamError(name, error);
      }
    },
    close: () => connection.close(),
  };
}

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
  return {
    send: (call: Dispatcher.RequestOptions) => pool.request({ ...call, path: `${base}${call.path}` }),
    // Calls under way were let end by the server before; what is left at this point is not waited for.
    close: () => pool.destroy(),
  };
}

/** The planner writes `query ...` or `{...}`. What is not surely a query is not asked twice. */
const isQuery = (operation: string) => /^\s*(query\b|\{)/.test(operation);

const isBrokenConnection = (error: unknown) =>
  brokenConnection.has(String((error as NodeJS.ErrnoException).code));

function readJson(subgraph: string, status: number, text: string): unknown {
  if (status !== 200) throw new DownstreamError(subgraph, `HTTP status ${status}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DownstreamError(subgraph, 'the answer is not JSON', { cause });
  }
}

function asDownstreamError(subgraph: string, error: unknown): DownstreamError {
  if (error instanceof DownstreamError) return error;
  return new DownstreamError(subgraph, (error as Error).message, { cause: error });
}
