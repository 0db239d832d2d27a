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
  /** False where the connection was still open when the wait was over. */
  readonly isClosed: boolean;
}

/** Sends a request byte by byte, as no client library does, and says what came back and whether the connection ended. */
export function sendRaw(url: string, { start, trickle }: RawRequest, waitMs: number): Promise<RawOutcome> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(start));
    const more = setInterval(() => trickle !== undefined && socket.writable && socket.write(trickle), 100);
    const settle = (isClosed: boolean) => {
      clearInterval(more);
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ text, status: status ? Number(status) : undefined, isClosed });
    };
    const timer = setTimeout(() => settle(false), waitMs);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => settle(true));
  });
}

/** The head of a POST with a body that is announced, and of which `sent` is there. */
export function headOfPost(path: string, headers: Readonly<Record<string, string>>, sent = ''): string {
  const all = { host: 'test', 'content-type': 'application/json', 'content-length': '1000', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${sent}`;
}
