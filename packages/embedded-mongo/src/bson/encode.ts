import {
  type Binary,
  type BSONRegExp,
  type BSONSymbol,
  type Code,
  type Decimal128,
  type Double,
  type Long,
  type ObjectId,
  type Timestamp,
} from 'bson';
import { checkRegexOptions } from './regexOptions';
import { type BsonDocument, type BsonValue, isInt32 } from './value';

/** Bytes of a document that are put into another as they are: an answer carries stored documents unread. */
export class RawDocument {
  constructor(readonly bytes: Buffer) {}
}

/**
 * The values that an answer may hold: BSON values, stored bytes, and plain objects for the convenience of
 * commands.
 */
export type Encodable =
  BsonValue | RawDocument | Encodable[] | { [key: string]: Encodable | undefined } | undefined;

/** Larger buffers are not kept for the next document, nor more of them: fresh memory costs more than writing to it. */
const kept = { bytes: 2 << 20, buffers: 4 } as const;
const spare: Buffer[] = [];

const takeBuffer = (): Buffer => spare.pop() ?? Buffer.allocUnsafe(64 * 1024);

function keepBuffer(buffer: Buffer): void {
  if (buffer.length <= kept.bytes && spare.length < kept.buffers) spare.push(buffer);
}

/** Bytes in a buffer that serves again, once nobody reads them any more. */
export interface Lent {
  readonly bytes: Buffer;
  giveBack(): void;
}

/** Writes a document; of a plain object, fields that are undefined are omitted. */
export function encodeDocument(document: BsonDocument | { [key: string]: Encodable }): Buffer {
  const { bytes, giveBack } = encodeBehind(0, document);
  const copy = Buffer.from(bytes);
  giveBack();
  return copy;
}

/** Writes a document behind so many bytes, which are for the caller to fill, and lends what it wrote. */
export function encodeBehind(head: number, document: BsonDocument | { [key: string]: Encodable }): Lent {
  const writer = new Writer(head);
  writer.document(document);
  return writer.lend();
}

class Writer {
  private bytes = takeBuffer();

  constructor(private position: number) {}

  lend(): Lent {
    const whole = this.bytes;
    return { bytes: whole.subarray(0, this.position), giveBack: () => keepBuffer(whole) };
  }

  document(document: BsonDocument | { [key: string]: Encodable }): void {
    const start = this.open();
    if (document instanceof Map) for (const [name, value] of document) this.field(name, value);
    else for (const name of Object.keys(document)) this.field(name, document[name]);
    this.close(start);
  }

  private array(values: readonly Encodable[]): void {
    const start = this.open();
    for (let index = 0; index < values.length; index++) this.field(String(index), values[index] ?? null);
    this.close(start);
  }

  private open(): number {
    const start = this.position;
    this.reserve(4);
    this.position += 4;
    return start;
  }

  private close(start: number): void {
    this.byte(0);
    this.bytes.writeInt32LE(this.position - start, start);
  }

  private reserve(length: number): void {
    if (this.position + length <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.position + length));
    this.bytes.copy(grown, 0, 0, this.position);
    this.bytes = grown;
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.position++] = value;
  }

  private head(type: number, name: string): void {
    this.byte(type);
    this.cstring(name);
  }

  private cstring(text: string): void {
    this.utf8(text);
    this.byte(0);
  }

  private utf8(text: string): number {
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    this.reserve(text.length * 3);
    const written = this.bytes.write(text, this.position, 'utf8');
    this.position += written;
    return written;
  }

  private int32(value: number): void {
    this.reserve(4);
    this.position = this.bytes.writeInt32LE(value, this.position);
  }

  private text(text: string): void {
    const start = this.position;
    this.int32(0);
    const length = this.utf8(text);
    this.byte(0);
    this.bytes.writeInt32LE(length + 1, start);
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }

  private field(name: string, value: Encodable): void {
    if (value === undefined) return;
    if (typeof value === 'string') {
      this.head(0x02, name);
      return this.text(value);
    }
    if (typeof value === 'number') return this.number(name, value);
    if (typeof value === 'boolean') {
      this.head(0x08, name);
      return this.byte(value ? 1 : 0);
    }
    if (value === null) return this.head(0x0a, name);
    if (Array.isArray(value)) {
      this.head(0x04, name);
      return this.array(value);
    }
    if (value instanceof RawDocument) {
      this.head(0x03, name);
      return this.raw(value.bytes);
    }
    if (value instanceof Date) return this.date(name, value);
    if ('_bsontype' in value) return this.tagged(name, value as { _bsontype: string });
    this.head(0x03, name);
    this.document(value);
  }

  private number(name: string, value: number): void {
    if (isInt32(value)) {
      this.head(0x10, name);
      return this.int32(value);
    }
    this.double(name, value);
  }

  private double(name: string, value: number): void {
    this.head(0x01, name);
    this.reserve(8);
    this.position = this.bytes.writeDoubleLE(value, this.position);
  }

  private date(name: string, value: Date): void {
    this.head(0x09, name);
    this.reserve(8);
    this.position = this.bytes.writeBigInt64LE(BigInt(value.getTime()), this.position);
  }

  private long(type: number, name: string, value: { low: number; high: number }): void {
    this.head(type, name);
    this.int32(value.low);
    this.int32(value.high);
  }

  private tagged(name: string, value: { _bsontype: string }): void {
    switch (value._bsontype) {
      case 'ObjectId':
        this.head(0x07, name);
        return this.raw((value as ObjectId).id);
      case 'Double':
        return this.double(name, (value as Double).value);
      case 'Long':
        return this.long(0x12, name, value as Long);
      case 'Timestamp':
        return this.long(0x11, name, value as Timestamp);
      case 'Decimal128':
        this.head(0x13, name);
        return this.raw((value as Decimal128).bytes);
      case 'Binary':
        return this.binary(name, value as Binary);
      case 'MinKey':
        return this.head(0xff, name);
      case 'MaxKey':
        return this.head(0x7f, name);
      default:
        this.rare(name, value);
    }
  }

  private rare(name: string, value: { _bsontype: string }): void {
    if (value._bsontype === 'BSONRegExp') {
      const regex = value as BSONRegExp;
      checkRegexOptions(regex.options);
      this.head(0x0b, name);
      this.cstring(regex.pattern);
      this.cstring(regex.options);
    } else if (value._bsontype === 'BSONSymbol') {
      this.head(0x0e, name);
      this.text((value as BSONSymbol).value);
    } else if (value._bsontype === 'Code') this.code(name, value as Code);
    else throw new TypeError(`No encoding exists for a ${value._bsontype}.`);
  }

  private binary(name: string, value: Binary): void {
    this.head(0x05, name);
    this.int32(value.position);
    this.byte(value.sub_type);
    this.raw(value.buffer.subarray(0, value.position));
  }

  private code(name: string, value: Code): void {
    if (!value.scope) {
      this.head(0x0d, name);
      return this.text(value.code);
    }
    this.head(0x0f, name);
    const start = this.open();
    this.text(value.code);
    this.document(value.scope);
    this.bytes.writeInt32LE(this.position - start, start);
  }
}
