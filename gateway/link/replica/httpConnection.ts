import type { CallSignal } from '../callEnd';
import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, Pool } from 'undici';

export interface ConnectionOptions {
  /** The whole URL that calls are posted to. */
  readonly url: string;
  readonly timeoutMs: number;
  /** Connections at a time; further calls wait for one. */
  readonly connections?: number;
}

export interface Post {
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer;
  readonly signal: CallSignal;
  /** Called when the call is written to a connection: until then no replica can have executed it. */
  onSent(): void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Posts to one URL over kept-alive connections. Rejects with what broke the connection, or the signal's reason. */
export interface HttpConnection {
  post(call: Post): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** An answer of 10,000 wallets with all known facts of each is a few MiB; a larger one is a mistake. */
const maxResponseBytes = 64 * 1024 * 1024;

/** Reachable hosts are reached in this time, in milliseconds; another replica may answer in the rest. */
const maxConnectMs = 2_000;

export function connectTo({ url, timeoutMs, connections = 64 }: ConnectionOptions): HttpConnection {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: Math.min(timeoutMs, maxConnectMs) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxResponseBytes,
  });
  return {
    post: (call) =>
      new Promise((resolve, reject) => {
        if (call.signal.aborted) return reject(call.signal.reason);
        const { headers, body } = call;
        pool.dispatch({ method: 'POST', path, headers, body }, answerHandler(call, resolve, reject));
      }),
    // Calls under way were let end by the server before; what is left at this point is not waited for.
    close: () => pool.destroy(),
  };
}

/** Collects an answer. undici's own `request` makes two streams of each call, at twice the processor time. */
function answerHandler(
  { signal, onSent }: Post,
  resolve: (answer: HttpAnswer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  let headers: IncomingHttpHeaders = {};
  let controller: Dispatcher.DispatchController | undefined;
  const onAbort = () => {
    const { reason } = signal;
    controller?.abort(reason);
    reject(reason);
  };
  const done = () => signal.removeEventListener('abort', onAbort);
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    onRequestStart(started) {
      controller = started;
      if (signal.aborted) started.abort(signal.reason);
      else onSent();
    },
    onResponseStart(_controller, statusCode, received) {
      status = statusCode;
      headers = received;
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      done();
      resolve({ status, headers, text: textOf(chunks) });
    },
    onResponseError(_controller, error) {
      done();
      reject(error);
    },
  };
}

const textOf = (chunks: readonly Buffer[]): string =>
  (chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)).toString('utf8');
