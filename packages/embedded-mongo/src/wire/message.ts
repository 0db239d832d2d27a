import { decodeDocument, isBeyondEnd } from '../bson/decode';
import { type Encodable, encodeBehind, type Lent } from '../bson/encode';
import { type BsonDocument } from '../bson/value';

export const opCodes = { reply: 1, query: 2004, compressed: 2012, msg: 2013 } as const;

/** MongoDB's limit on a message, 48,000,000 bytes, and on a document, 16 MiB. */
export const maxMessageBytes = 48_000_000;
export const maxDocumentBytes = 16 * 1024 * 1024;
export const headerBytes = 16;

const flagChecksum = 1;
const flagMoreToCome = 2;
/** Bits of the lower half are required: a reader that does not know one must reject the message. */
const requiredFlags = 0xffff;

/** One command as it came over the wire. */
export interface Request {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: BsonDocument;
  /** Documents of the kind 1 sections, by the name of the field that they stand for; not yet read. */
  readonly sequences: ReadonlyMap<string, Buffer[]>;
  /** The sender reads no answer. */
  readonly silent: boolean;
}

/** A message that is against the protocol. The connection it came over cannot be trusted further. */
export class ProtocolError extends Error {}

/** Reads a whole message, header included. */
export function readMessage(message: Buffer): Request {
  const opCode = message.readInt32LE(12);
  try {
    if (opCode === opCodes.msg) return readMsg(message);
    if (opCode === opCodes.query) return readQuery(message);
  } catch (error) {
    if (isBeyondEnd(error)) throw new ProtocolError('The message ends too early.');
    throw error;
  }
  throw new ProtocolError(`The operation ${opCode} is not spoken here.`);
}

function readMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  if ((flags & requiredFlags & ~(flagChecksum | flagMoreToCome)) !== 0) {
    throw new ProtocolError('The message carries a flag that is not known.');
  }
  const end = message.length - (flags & flagChecksum ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let body: BsonDocument | undefined;
  let position = 20;
  while (position < end) {
    const kind = message[position];
    const size = message.readInt32LE(position + 1);
    const next = position + 1 + size;
    if (size < 5 || next > end) throw new ProtocolError('A section does not fit the message.');
    if (kind === 0) {
      if (body) throw new ProtocolError('The message has two bodies.');
      body = decodeDocument(message.subarray(position + 1, next));
    } else if (kind === 1) readSequence(message.subarray(position + 5, next), sequences);
    else throw new ProtocolError(`A section of the kind ${kind} is not known.`);
    position = next;
  }
  if (!body) throw new ProtocolError('The message has no body.');
  const silent = (flags & flagMoreToCome) !== 0;
  return { requestId: message.readInt32LE(4), opCode: opCodes.msg, body, sequences, silent };
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0);
  if (nameEnd < 0) throw new ProtocolError('The name of a section does not end.');
  const documents: Buffer[] = [];
  for (let position = nameEnd + 1; position < section.length;) {
    const size = section.readInt32LE(position);
    if (size < 5 || position + size > section.length)
      throw new ProtocolError('A document does not fit its section.');
    documents.push(section.subarray(position, position + size));
    position += size;
  }
  sequences.set(section.toString('utf8', 0, nameEnd), documents);
}

/** Drivers greet with the old form, because they do not know yet whether the server speaks the new one. */
function readQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('The name of the collection does not end.');
  const name = message.toString('utf8', 20, nameEnd);
  if (!name.endsWith('.$cmd')) throw new ProtocolError('Queries are spoken only in OP_MSG.');
  const body = decodeDocument(message.subarray(nameEnd + 9));
  body.set('$db', name.slice(0, -'.$cmd'.length));
  return {
    requestId: message.readInt32LE(4),
    opCode: opCodes.query,
    body,
    sequences: new Map(),
    silent: false,
  };
}

/** Writes an answer in the form of the operation that asked. */
export function writeReply(request: Request, requestId: number, answer: { [key: string]: Encodable }): Lent {
  const legacy = request.opCode === opCodes.query;
  const head = legacy ? 36 : 21;
  const reply = encodeBehind(head, answer);
  const { bytes } = reply;
  bytes.fill(0, 0, head);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(requestId, 4);
  bytes.writeInt32LE(request.requestId, 8);
  bytes.writeInt32LE(legacy ? opCodes.reply : opCodes.msg, 12);
  if (legacy) {
    // Flags: await capable. Then no cursor, from the first, one document.
    bytes.writeInt32LE(8, 16);
    bytes.writeInt32LE(1, 32);
  }
  return reply;
}
