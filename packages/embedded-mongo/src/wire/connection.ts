import type { Socket } from 'node:net';
import { type Encodable, type Lent } from '../bson/encode';
import { MongoError } from '../bson/mongoError';
import { headerBytes, maxMessageBytes, readMessage, type Request, writeReply } from './message';

export type Answer = { [key: string]: Encodable };

/** The state of one connection, as the commands see it. */
export interface Session {
  readonly id: number;
  authenticated: boolean;
  /** Aborted when the client has gone: work for it can stop. */
  readonly gone: AbortSignal;
}

export type Handle = (request: Request, session: Session) => Promise<Answer>;

/** A greeting and a password are shorter: an unauthenticated client cannot fill the memory. */
const maxStrangerBytes = 64 * 1024;
/** Messages of one connection that may wait for those before them. */
const maxWaiting = 16;

let nextConnection = 1;
let nextReply = 1;

/**
 * Serves one client: messages are answered in the order they came, one at a time. Bytes that are no message
 * end only this connection.
 */
export function serveConnection(socket: Socket, authenticated: boolean, handle: Handle): Session {
  const leaving = new AbortController();
  const session: Session = { id: nextConnection++, authenticated, gone: leaving.signal };
  const frames = new FrameReader(() => (session.authenticated ? maxMessageBytes : maxStrangerBytes));
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    try {
      for (const message of frames.push(chunk)) {
        waiting++;
        // A client that does not wait for its answers is read no faster than it is served. A client that
        // waits is read on, so that its leaving is seen.
        if (waiting >= maxWaiting) socket.pause();
        last = last
          .then(() => answerMessage(socket, session, message, handle))
          .catch(() => void socket.destroy())
          .finally(() => {
            if (--waiting < maxWaiting) socket.resume();
          });
      }
    } catch {
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => leaving.abort());
  return session;
}

async function answerMessage(
  socket: Socket,
  session: Session,
  message: Buffer,
  handle: Handle,
): Promise<void> {
  if (socket.destroyed) return;
  let request: Request;
  try {
    request = readMessage(message);
  } catch {
    socket.destroy();
    return;
  }
  const answer = await handle(request, session);
  if (request.silent) return;
  let reply: Lent;
  try {
    reply = writeReply(request, nextReply++, answer);
  } catch {
    reply = writeReply(request, nextReply++, {
      ok: 0,
      errmsg: 'The answer could not be written as BSON.',
      code: 1,
      codeName: 'InternalError',
    });
  }
  if (!socket.write(reply.bytes, reply.giveBack)) await drained(socket);
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}

/** Cuts a stream of bytes into messages. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;
  private wanted = 0;

  constructor(private readonly limit: () => number = () => maxMessageBytes) {}

  /** The messages that are complete with this chunk. Throws where a length is impossible. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const messages: Buffer[] = [];
    while (this.size >= headerBytes) {
      if (this.wanted === 0) this.wanted = this.readLength();
      if (this.size < this.wanted) break;
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks, this.size);
      messages.push(all.subarray(0, this.wanted));
      this.chunks = this.size > this.wanted ? [all.subarray(this.wanted)] : [];
      this.size -= this.wanted;
      this.wanted = 0;
    }
    return messages;
  }

  private readLength(): number {
    if (this.chunks[0]!.length < 4) this.chunks = [Buffer.concat(this.chunks, this.size)];
    const length = this.chunks[0]!.readInt32LE(0);
    if (length < headerBytes || length > this.limit()) {
      throw new MongoError('BadValue', `A message of ${length} bytes is not accepted.`);
    }
    return length;
  }
}
