import { Decimal128, Long } from 'bson';
import { type BsonNumber } from './value';

/** A finite number, exactly: `coefficient` times ten to the `exponent`. */
export interface Exact {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** The significand of a Decimal128 holds 34 digits (IEEE 754-2008). */
const maxDigits = 34;
const maxExponent = 6111;
const minExponent = -6176;

/** The nearest double; of a decimal or a long it may differ from the exact value. */
export function toDouble(value: BsonNumber): number {
  if (typeof value === 'number') return value;
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return value.value;
}

/** The exact value of a finite number. NaN and the infinities have none. */
export function toExact(value: BsonNumber): Exact {
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  if (value instanceof Decimal128) return decimalToExact(value);
  return doubleToExact(typeof value === 'number' ? value : value.value);
}

function doubleToExact(value: number): Exact {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const power = Math.max(biased, 1) - 1075;
  // A fraction in binary is one in decimal: m / 2^k is m * 5^k / 10^k.
  const magnitude = mantissa * 5n ** BigInt(-power);
  return { coefficient: bits >> 63n ? -magnitude : magnitude, exponent: power };
}

function decimalToExact(value: Decimal128): Exact {
  const view = Buffer.from(value.bytes);
  const low = view.readBigUInt64LE(0);
  const high = view.readBigUInt64LE(8);
  const negative = high >> 63n === 1n;
  // With both top bits set the significand is larger than the format allows and counts as zero.
  const canonical = ((high >> 61n) & 3n) !== 3n;
  const biased = canonical ? (high >> 49n) & 0x3fffn : (high >> 47n) & 0x3fffn;
  const magnitude = canonical ? ((high & 0x1ffffffffffffn) << 64n) | low : 0n;
  return { coefficient: negative ? -magnitude : magnitude, exponent: Number(biased) + minExponent };
}

/** Below zero where `a` is less, above where it is greater. */
export function compareExact(a: Exact, b: Exact): number {
  const signA = signOf(a.coefficient);
  const signB = signOf(b.coefficient);
  if (signA !== signB || signA === 0) return signA - signB;
  // The number of digits settles most cases without a power of ten of thousands of digits.
  const size = magnitudeOf(a) - magnitudeOf(b);
  if (size !== 0) return size * signA;
  const exponent = Math.min(a.exponent, b.exponent);
  return signOf(scaleTo(a, exponent) - scaleTo(b, exponent));
}

function signOf(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

function magnitudeOf({ coefficient, exponent }: Exact): number {
  return digitsOf(coefficient).length + exponent;
}

function scaleTo({ coefficient, exponent }: Exact, target: number): bigint {
  return coefficient * 10n ** BigInt(exponent - target);
}

export function digitsOf(coefficient: bigint): string {
  return (coefficient < 0n ? -coefficient : coefficient).toString();
}

export function addExact(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: scaleTo(a, exponent) + scaleTo(b, exponent), exponent };
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

/** The nearest Decimal128, ties to even, as IEEE 754 has it. */
export function toDecimal(value: Exact): Decimal128 {
  let { coefficient, exponent } = value;
  const excess = Math.max(digitsOf(coefficient).length - maxDigits, minExponent - exponent, 0);
  if (excess > 0) {
    coefficient = divideToEven(coefficient, 10n ** BigInt(excess));
    exponent += excess;
  }
  while (exponent > maxExponent && digitsOf(coefficient).length < maxDigits && coefficient !== 0n) {
    coefficient *= 10n;
    exponent -= 1;
  }
  if (coefficient === 0n) exponent = Math.min(Math.max(exponent, minExponent), maxExponent);
  if (exponent > maxExponent) return Decimal128.fromString(coefficient < 0n ? '-Infinity' : 'Infinity');
  return Decimal128.fromString(`${coefficient}E${exponent}`);
}

export function divideToEven(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  const rest = value % by;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const up = twice > by || (twice === by && quotient % 2n !== 0n);
  return up ? quotient + (value < 0n ? -1n : 1n) : quotient;
}
