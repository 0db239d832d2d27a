import { connect } from 'node:net';

export interface RawRequest {
  /** The bytes sent at once: the start of a request. */
  readonly start: string;
  /** Sent again and again while the connection is open. */
  readonly trickle?: string;
}

export interface RawOutcome {
  /** Everything that came back. */
  readonly text: string;
  readonly status: number | undefined;
  /**
   * The times of the first byte back, and of the close of the connection, in milliseconds; undefined: not
   * while waited for.
   */
  readonly answeredAfter: number | undefined;
  readonly closedAfter: number | undefined;
}

/** Sends a request byte by byte, as no client library does, and says what came back and when the connection ended. */
export function sendRaw(url: string, { start, trickle }: RawRequest, waitMs: number): Promise<RawOutcome> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const began = performance.now();
    let text = '';
    let answeredAfter: number | undefined;
    const socket = connect(Number(port), hostname, () => socket.write(start));
    const more = setInterval(() => trickle !== undefined && socket.writable && socket.write(trickle), 100);
    const settle = (closedAfter: number | undefined) => {
      clearInterval(more);
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ text, status: status ? Number(status) : undefined, answeredAfter, closedAfter });
    };
    const timer = setTimeout(() => settle(undefined), waitMs);
    socket.on('data', (chunk: Buffer) => {
      answeredAfter ??= performance.now() - began;
      text += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => settle(performance.now() - began));
  });
}

/** The head of a POST with a body that is announced, and of which `sent` is there. */
export function headOfPost(path: string, headers: Readonly<Record<string, string>>, sent = ''): string {
  const all = { host: 'test', 'content-type': 'application/json', 'content-length': '1000', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${sent}`;
}
