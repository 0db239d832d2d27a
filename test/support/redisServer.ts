import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RedisServer {
  readonly url: string;
  /** Resolves when so many clients have asked something. */
  waitForClients(count: number): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  value: number;
  readonly endsAt: number;
}

/**
 * Speaks as much of Redis' protocol (RESP 2) as counting needs: the script that adds to a key and tells its time to live.
 * A server of Redis itself is not on every machine that runs the tests.
 */
export async function startRedis(): Promise<RedisServer> {
  const entries = new Map<string, Entry>();
  const sockets = new Set<Socket>();
  const asked = new Set<Socket>();
  let noteClient: () => void = () => undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      for (let read = readCommand(text); read; read = readCommand(text)) {
        text = text.slice(read.length);
        asked.add(socket);
        noteClient();
        socket.write(answer(read.words, entries));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waitForClients: (count) =>
      new Promise((resolve) => {
        noteClient = () => {
          if (asked.size >= count) resolve();
        };
        noteClient();
      }),
    async close() {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** `*<words>`, and for each `$<bytes>` and the word, with CRLF after each. Undefined while the rest is on its way. */
function readCommand(text: string): { words: string[]; length: number } | undefined {
  const lines = text.split('\r\n');
  const count = Number(lines[0]?.slice(1));
  if (!text.startsWith('*') || lines.length < 2 + 2 * count) return undefined;
  const used = lines.slice(0, 1 + 2 * count);
  return {
    words: used.filter((_, index) => index > 0 && index % 2 === 0),
    length: used.join('\r\n').length + 2,
  };
}

function answer([command = '', ...rest]: readonly string[], entries: Map<string, Entry>): string {
  switch (command.toLowerCase()) {
    case 'info':
      return bulk('redis_version:7.0.0\r\nloading:0');
    case 'evalsha':
    case 'eval': {
      const [, , key = '', points = '', seconds = ''] = rest;
      const now = Date.now();
      const known = entries.get(key);
      const entry = known && known.endsAt > now ? known : { value: 0, endsAt: now + 1_000 * Number(seconds) };
      entry.value += Number(points);
      entries.set(key, entry);
      return `*2\r\n:${entry.value}\r\n:${entry.endsAt - now}\r\n`;
    }
    default:
      return '+OK\r\n';
  }
}

const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
