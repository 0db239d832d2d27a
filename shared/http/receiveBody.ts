import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  readonly maxBytes: number;
  /** The time that the client has to send it. */
  readonly timeoutMs: number;
}

/** A body that did not come as it must. `statusCode` is the status to answer with. */
export class BodyError extends Error {
  override readonly name = 'BodyError';

  constructor(
    readonly statusCode: 400 | 408 | 413 | 415,
    message: string,
    /** To send with the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Reads a body that nobody has read yet. Rejects with BodyError; what comes after that is discarded. */
export function receiveBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      act();
    };
    const fail = (statusCode: 400 | 408 | 413, message: string) =>
      settle(() => {
        request.on('error', () => undefined).resume();
        reject(new BodyError(statusCode, message));
      });
    const tooLarge = () => fail(413, `The body is over ${maxBytes} bytes.`);
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maxBytes) tooLarge();
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, bytes)));
    const onGone = () => fail(400, 'The client ended before its body did.');
    const timer = setTimeout(
      () => fail(408, `The body did not arrive within ${timeoutMs / 1_000} seconds.`),
      timeoutMs,
    );
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) tooLarge();
    else request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}
