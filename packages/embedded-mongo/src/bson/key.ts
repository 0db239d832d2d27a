import {
  type Binary,
  type BSONRegExp,
  type BSONSymbol,
  type Code,
  Decimal128,
  Long,
  type ObjectId,
  type Timestamp,
} from 'bson';
import { bytesOf } from './compare';
import { compareExact, digitsOf, toDouble, toExact } from './exact';
import { type BsonDocument, type BsonNumber, type BsonValue, orderOf, typeOrder } from './value';

/**
 * Writes values as bytes whose order (memcmp) is BSON's comparison order, and whose equality is its equality. No
 * encoding of a value is the beginning of another's, so that several can follow each other in a compound key.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(4096);
  private position = 0;

  reset(): void {
    this.position = 0;
  }

  get length(): number {
    return this.position;
  }

  /** A copy of the bytes from `start` on. */
  take(start = 0): Buffer {
    return Buffer.from(this.bytes.subarray(start, this.position));
  }

  /** Writes one value; of a descending component every byte is inverted, which turns the order around. */
  component(value: BsonValue, descending = false): void {
    const start = this.position;
    this.value(value);
    if (descending) for (let at = start; at < this.position; at++) this.bytes[at]! ^= 0xff;
  }

  private value(value: BsonValue): void {
    const order = orderOf(value);
    this.byte(order);
    this.payload(order, value);
  }

  private payload(order: number, value: BsonValue): void {
    switch (order) {
      case typeOrder.number:
        return this.number(value as BsonNumber);
      case typeOrder.string:
        return this.text(typeof value === 'string' ? value : (value as BSONSymbol).value);
      case typeOrder.object:
        return this.document(value as BsonDocument);
      case typeOrder.array:
        return this.array(value as BsonValue[]);
      case typeOrder.binary:
        return this.binary(value as Binary);
      case typeOrder.objectId:
        return this.raw((value as ObjectId).id);
      case typeOrder.boolean:
        return this.byte(value ? 1 : 0);
      case typeOrder.date:
        return this.date(value as Date);
      case typeOrder.timestamp:
        return this.timestamp(value as Timestamp);
      case typeOrder.regex:
        this.text((value as BSONRegExp).pattern);
        return this.text((value as BSONRegExp).options);
      case typeOrder.code:
      case typeOrder.codeWithScope:
        this.text((value as Code).code);
        if ((value as Code).scope) this.document((value as Code).scope as unknown as BsonDocument);
        return;
      default:
    }
  }

  private reserve(length: number): void {
    if (this.position + length <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.position + length));
    this.bytes.copy(grown, 0, 0, this.position);
    this.bytes = grown;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.position++] = value;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.position = this.bytes.writeUInt32BE(value, this.position);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }

  /** UTF-8 with 00 as 00 FF, ended by 00 00: a text comes before every longer one that begins with it. */
  private text(text: string): void {
    this.reserve(text.length * 3 + 2);
    const start = this.position;
    const length = this.bytes.write(text, start, 'utf8');
    this.position += length;
    if (text.includes('\0')) {
      const plain = Buffer.from(this.bytes.subarray(start, this.position));
      this.position = start;
      for (const byte of plain) {
        this.byte(byte);
        if (byte === 0) this.byte(0xff);
      }
    }
    this.byte(0);
    this.byte(0);
  }

  private document(document: BsonDocument): void {
    for (const [name, value] of document) {
      const order = orderOf(value);
      this.byte(order);
      this.text(name);
      this.payload(order, value);
    }
    this.byte(0);
  }

  private array(values: readonly BsonValue[]): void {
    for (const value of values) this.value(value);
    this.byte(0);
  }

  private binary(value: Binary): void {
    this.uint32(value.position);
    this.byte(value.sub_type);
    this.raw(bytesOf(value));
  }

  private date(value: Date): void {
    this.reserve(8);
    this.bytes.writeBigInt64BE(BigInt(value.getTime()), this.position);
    this.bytes[this.position]! ^= 0x80;
    this.position += 8;
  }

  private timestamp(value: Timestamp): void {
    this.uint32(value.t);
    this.uint32(value.i);
  }

  /**
   * Writes the greatest double that is not above the number. Then writes 0 where that is the number itself,
   * and otherwise 1 and the number's decimal digits. The digits tell apart numbers between two doubles.
   */
  private number(value: BsonNumber): void {
    const near = toDouble(value);
    if (!(value instanceof Long || value instanceof Decimal128)) return this.double(near);
    if (Number.isNaN(near)) return this.double(near);
    if (value instanceof Decimal128 && value.toString().endsWith('Infinity')) return this.double(near);
    if (value instanceof Long && Number.isSafeInteger(near)) return this.double(near);
    const exact = toExact(value);
    let floor = Number.isFinite(near) ? near : near > 0 ? Number.MAX_VALUE : near;
    if (Number.isFinite(floor)) {
      const difference = compareExact(exact, toExact(floor));
      if (difference === 0) return this.double(floor);
      if (difference < 0) floor = doubleBelow(floor);
    }
    this.doubleBits(floor);
    this.byte(1);
    this.digits(exact.coefficient, exact.exponent);
  }

  private double(value: number): void {
    this.doubleBits(value);
    this.byte(0);
  }

  /** IEEE bits as an unsigned integer in numeric order. NaN becomes all zeros, below -Infinity. */
  private doubleBits(value: number): void {
    this.reserve(8);
    const start = this.position;
    this.position += 8;
    if (Number.isNaN(value)) {
      this.bytes.fill(0, start, this.position);
      return;
    }
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, start);
    if (this.bytes[start]! & 0x80) for (let at = start; at < this.position; at++) this.bytes[at]! ^= 0xff;
    else this.bytes[start]! ^= 0x80;
  }

  private digits(coefficient: bigint, exponent: number): void {
    const start = this.position;
    const digits = digitsOf(coefficient).replace(/0+$/, '');
    const magnitude = digitsOf(coefficient).length + exponent;
    this.reserve(3 + digits.length);
    // The exponent of a Decimal128 lies within 6,200 of zero: the bias makes it positive.
    this.position = this.bytes.writeUInt16BE(magnitude + 0x8000, start);
    this.position += this.bytes.write(digits, this.position, 'latin1');
    this.byte(0);
    if (coefficient < 0n) for (let at = start; at < this.position; at++) this.bytes[at]! ^= 0xff;
  }
}

function doubleBelow(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  if (value === 0) return -Number.MIN_VALUE;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
}

const writer = new KeyWriter();

/** The order-preserving bytes of one value. */
export function encodeKey(value: BsonValue): Buffer {
  writer.reset();
  writer.component(value);
  return writer.take();
}
