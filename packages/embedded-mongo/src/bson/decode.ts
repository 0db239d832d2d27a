import { isUtf8 } from 'node:buffer';
import {
  Binary,
  type BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { MongoError } from './mongoError';
import { makeRegex, makeStorableRegex } from './regexOptions';
import { type BsonDocument, type BsonValue, isInt32 } from './value';

/** MongoDB's own limit on nested documents and arrays. */
const maxDepth = 180;
/** JavaScript's limit on dates, in milliseconds from 1970. */
const maxDate = 8_640_000_000_000_000n;

/**
 * Reads one document and checks every byte of it. A regular expression with unknown options passes: code that
 * uses it as a pattern or stores it rejects it.
 * @throws MongoError `InvalidBSON`
 */
export function decodeDocument(bytes: Buffer, start = 0): BsonDocument {
  return decodeWith(new Reader(bytes, start, makeRegex));
}

/**
 * As `decodeDocument`, for a document that is stored as it came.
 * @throws MongoError `InvalidBSON`, also for a regular expression that cannot be read back
 */
export function decodeStorable(bytes: Buffer): BsonDocument {
  return decodeWith(new Reader(bytes, 0, makeStorableRegex));
}

function decodeWith(reader: Reader): BsonDocument {
  try {
    return reader.document(0);
  } catch (error) {
    if (isBeyondEnd(error)) throw malformed('it ends too early');
    throw error;
  }
}

/** Tells if a read from a buffer went beyond its end. */
export function isBeyondEnd(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_OUT_OF_BOUNDS';
}

function malformed(reason: string): MongoError {
  return new MongoError('InvalidBSON', `A document is not well-formed BSON: ${reason}.`);
}

class Reader {
  constructor(
    private readonly bytes: Buffer,
    private position: number,
    private readonly regex: (pattern: string, options: string) => BSONRegExp,
  ) {}

  document(depth: number): BsonDocument {
    const result: BsonDocument = new Map();
    const end = this.open(depth);
    for (let type = this.byte(); type !== 0; type = this.byte()) {
      const name = this.cstring();
      // Of two fields with one name the first counts, as it does where MongoDB looks a field up.
      const value = this.value(type, depth + 1);
      if (!result.has(name)) result.set(name, value);
    }
    this.close(end);
    return result;
  }

  private array(depth: number): BsonValue[] {
    const result: BsonValue[] = [];
    const end = this.open(depth);
    for (let type = this.byte(); type !== 0; type = this.byte()) {
      this.skipName();
      result.push(this.value(type, depth + 1));
    }
    this.close(end);
    return result;
  }

  private open(depth: number): number {
    if (depth > maxDepth) throw malformed(`it is nested deeper than ${maxDepth} levels`);
    const size = this.bytes.readInt32LE(this.position);
    const end = this.position + size;
    if (size < 5 || end > this.bytes.length) throw malformed(`a length of ${size} bytes does not fit`);
    this.position += 4;
    return end;
  }

  private close(end: number): void {
    if (this.position !== end) throw malformed('a length does not agree with the fields');
  }

  private value(type: number, depth: number): BsonValue {
    switch (type) {
      case 0x01:
        return this.double();
      case 0x02:
        return this.string();
      case 0x03:
        return this.document(depth);
      case 0x04:
        return this.array(depth);
      case 0x05:
        return this.binary();
      case 0x07:
        return new ObjectId(this.copy(12));
      case 0x08:
        return this.boolean();
      case 0x09:
        return this.date();
      case 0x06:
      case 0x0a:
        return null;
      case 0x10:
        return this.int32();
      case 0x12:
        return this.long();
      default:
        return this.rareValue(type, depth);
    }
  }

  private rareValue(type: number, depth: number): BsonValue {
    switch (type) {
      case 0x0b:
        return this.regex(this.cstring(), this.cstring());
      case 0x0d:
        return new Code(this.string());
      case 0x0e:
        return new BSONSymbol(this.string());
      case 0x0f:
        return this.codeWithScope(depth);
      case 0x11:
        return new Timestamp(this.longBits());
      case 0x13:
        return new Decimal128(this.copy(16));
      case 0xff:
        return new MinKey();
      case 0x7f:
        return new MaxKey();
      default:
        throw malformed(`it has a value of the unsupported type 0x${type.toString(16).padStart(2, '0')}`);
    }
  }

  private byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw malformed('it ends too early');
    return value;
  }

  private boolean(): boolean {
    const value = this.byte();
    if (value > 1) throw malformed('a boolean is neither 0 nor 1');
    return value === 1;
  }

  private int32(): number {
    const value = this.bytes.readInt32LE(this.position);
    this.position += 4;
    return value;
  }

  private double(): number | Double {
    const value = this.bytes.readDoubleLE(this.position);
    this.position += 8;
    return isInt32(value) ? new Double(value) : value;
  }

  private longBits(): Long {
    return new Long(this.int32(), this.int32());
  }

  private long(): Long {
    return this.longBits();
  }

  private date(): Date {
    const value = this.bytes.readBigInt64LE(this.position);
    this.position += 8;
    if (value > maxDate || value < -maxDate) {
      throw malformed('a date lies outside of the 8.64e15 milliseconds around 1970 that are supported');
    }
    return new Date(Number(value));
  }

  private copy(length: number): Buffer {
    const end = this.position + length;
    if (length < 0 || end > this.bytes.length) throw malformed('it ends too early');
    const value = Buffer.from(this.bytes.subarray(this.position, end));
    this.position = end;
    return value;
  }

  private binary(): Binary {
    const length = this.int32();
    const subtype = this.byte();
    return new Binary(this.copy(length), subtype);
  }

  private string(): string {
    const length = this.int32();
    const end = this.position + length - 1;
    if (length < 1 || end >= this.bytes.length) throw malformed('a string does not fit');
    if (this.bytes[end] !== 0) throw malformed('a string does not end where it says');
    const value = this.text(this.position, end);
    this.position = end + 1;
    return value;
  }

  private cstring(): string {
    const end = this.bytes.indexOf(0, this.position);
    if (end < 0) throw malformed('a name does not end');
    const value = this.text(this.position, end);
    this.position = end + 1;
    return value;
  }

  private skipName(): void {
    while (this.byte() !== 0);
  }

  private text(start: number, end: number): string {
    // Most names and many values are short ASCII: a loop beats the call into native code.
    if (end - start <= 16) {
      let text = '';
      let at = start;
      for (; at < end; at++) {
        const code = this.bytes[at]!;
        if (code >= 0x80) break;
        text += String.fromCharCode(code);
      }
      if (at === end) return text;
    }
    const text = this.bytes.toString('utf8', start, end);
    if (text.includes('\uFFFD') && !isUtf8(this.bytes.subarray(start, end))) {
      throw malformed('a string is not UTF-8');
    }
    return text;
  }

  private codeWithScope(depth: number): Code {
    const start = this.position;
    const size = this.int32();
    const code = this.string();
    const scope = this.document(depth);
    if (this.position !== start + size) throw malformed('a length does not agree with the fields');
    return new Code(code, scope);
  }
}
