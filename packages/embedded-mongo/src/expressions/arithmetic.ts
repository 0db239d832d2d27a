import { Decimal128, Long } from 'bson';
import { isDouble, makeDouble } from '../bson/arithmetic';
import { digitsOf, divideToEven, type Exact, toDecimal, toDouble, toExact } from '../bson/exact';
import { type BsonNumber, isInt32 } from '../bson/value';
import { bad, doubleOf, isNil, numberOf, type Operator, type Value, wholeOf } from './operator';

const maxLong = 2n ** 63n - 1n;
const minLong = -(2n ** 63n);

const isFiniteNumber = (value: BsonNumber): boolean =>
  Number.isFinite(toDouble(value)) || (value instanceof Decimal128 && !/Inf|NaN/.test(value.toString()));

/** An integer of the type of `like`, or of the next wider one where it does not fit. */
function integer(value: bigint, like: BsonNumber): BsonNumber {
  if (!(like instanceof Long) && isInt32(Number(value))) return Number(value);
  if (value >= minLong && value <= maxLong) return Long.fromBigInt(value);
  return makeDouble(Number(value));
}

/** Rounds to a power of ten. `down` takes the whole part; otherwise ties go to the even neighbour. */
function quantize(value: Exact, exponent: number, down: boolean): Exact {
  const shift = exponent - value.exponent;
  if (shift <= 0) return { coefficient: value.coefficient * 10n ** BigInt(-shift), exponent };
  const by = 10n ** BigInt(shift);
  return { coefficient: down ? value.coefficient / by : divideToEven(value.coefficient, by), exponent };
}

function toPlace(name: string, down: boolean): Operator {
  return {
    min: 1,
    max: 2,
    apply: ([operand, place = 0]) => {
      if (isNil(operand) || place === null) return null;
      const value = numberOf(name, operand);
      const places = wholeOf(name, place);
      if (places < -20 || places > 100) throw bad(`${name} takes places from -20 to 100, not ${places}`);
      if (!isFiniteNumber(value)) return value;
      const exact = toExact(value);
      if (value instanceof Decimal128) {
        // More digits than a decimal has would be zeros.
        const widest = exact.exponent - (34 - digitsOf(exact.coefficient).length);
        return toDecimal(quantize(exact, Math.max(-places, widest), down));
      }
      if (places >= 0 && !isDouble(value)) return value;
      if (-places <= exact.exponent) return value;
      const { coefficient, exponent } = quantize(exact, -places, down);
      if (!isDouble(value)) return integer(coefficient * 10n ** BigInt(exponent), value);
      const rounded = Number(`${coefficient}e${exponent}`);
      return makeDouble(rounded === 0 && toDouble(value) < 0 ? -0 : rounded);
    },
  };
}

function wholePart(name: string, ofDouble: (value: number) => number, up: boolean): Operator {
  return {
    min: 1,
    max: 1,
    apply: ([operand]) => {
      if (isNil(operand)) return null;
      const value = numberOf(name, operand);
      if (!(value instanceof Decimal128))
        return isDouble(value) ? makeDouble(ofDouble(toDouble(value))) : value;
      if (!isFiniteNumber(value)) return value;
      const exact = toExact(value);
      if (exact.exponent >= 0) return value;
      const whole = quantize(exact, 0, true);
      const isWhole = whole.coefficient * 10n ** BigInt(-exact.exponent) === exact.coefficient;
      const step = isWhole || exact.coefficient > 0n !== up ? 0n : up ? 1n : -1n;
      return toDecimal({ coefficient: whole.coefficient + step, exponent: 0 });
    },
  };
}

/** A function of real numbers, carried out in doubles. */
function real(
  name: string,
  domain: (value: number) => boolean,
  compute: (value: number) => number,
): Operator {
  return {
    min: 1,
    max: 1,
    apply: ([operand]) => {
      if (isNil(operand)) return null;
      const value = doubleOf(name, numberOf(name, operand));
      if (!Number.isNaN(value) && !domain(value))
        throw bad(`${name}'s argument ${value} is out of its range`);
      return makeDouble(compute(value));
    },
  };
}

function absolute(value: BsonNumber): BsonNumber {
  if (value instanceof Decimal128) return Decimal128.fromString(value.toString().replace(/^-/, ''));
  if (isDouble(value)) return makeDouble(Math.abs(toDouble(value)));
  const { coefficient } = toExact(value);
  if (coefficient === minLong) throw bad("can't take $abs of long long min");
  return integer(coefficient < 0n ? -coefficient : coefficient, value);
}

function modulo(a: BsonNumber, b: BsonNumber): BsonNumber {
  if (toDouble(b) === 0) throw bad("can't $mod by zero");
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    if (!isFiniteNumber(a) || !isFiniteNumber(b))
      throw bad('$mod of an infinite decimal is not supported by the embedded store');
    const [x, y] = [toExact(a), toExact(b)];
    const exponent = Math.min(x.exponent, y.exponent);
    const rest = quantize(x, exponent, true).coefficient % quantize(y, exponent, true).coefficient;
    return toDecimal({ coefficient: rest, exponent });
  }
  if (isDouble(a) || isDouble(b)) return makeDouble(toDouble(a) % toDouble(b));
  return integer(toExact(a).coefficient % toExact(b).coefficient, a instanceof Long ? a : b);
}

function power(a: BsonNumber, b: BsonNumber): BsonNumber {
  const [base, exponent] = [doubleOf('$pow', a), doubleOf('$pow', b)];
  if (base === 0 && exponent < 0) throw bad('$pow cannot take a base of 0 and a negative exponent');
  if (isDouble(a) || isDouble(b) || exponent < 0 || exponent > 63) {
    const isUnit = !isDouble(a) && !isDouble(b) && Math.abs(base) === 1;
    const result = base ** exponent;
    return isUnit || (!isDouble(a) && !isDouble(b) && base === 0)
      ? integer(BigInt(result), a instanceof Long ? a : b)
      : makeDouble(result);
  }
  return integer(toExact(a).coefficient ** BigInt(exponent), a instanceof Long ? a : b);
}

function pair(name: string, compute: (a: BsonNumber, b: BsonNumber) => BsonNumber): Operator {
  return {
    min: 2,
    max: 2,
    apply: ([a, b]) => (isNil(a) || isNil(b) ? null : compute(numberOf(name, a), numberOf(name, b))),
  };
}

/** The quotient of decimals to 34 digits; an exact one keeps no more zeros than its operands ask for. */
function divideDecimals(a: Exact, b: Exact): Decimal128 {
  const shift = BigInt(Math.max(0, 36 + digitsOf(b.coefficient).length - digitsOf(a.coefficient).length));
  const scaled = a.coefficient * 10n ** shift;
  let coefficient = scaled / b.coefficient;
  let exponent = a.exponent - b.exponent - Number(shift);
  const isExact = coefficient * b.coefficient === scaled;
  // A digit that stands for all that follow keeps the rounding right.
  if (!isExact)
    return toDecimal({
      coefficient: coefficient * 10n + (scaled < 0n === b.coefficient < 0n ? 1n : -1n),
      exponent: exponent - 1,
    });
  for (; coefficient % 10n === 0n && exponent < a.exponent - b.exponent; exponent++) coefficient /= 10n;
  return toDecimal({ coefficient, exponent });
}

export function divide(a: BsonNumber, b: BsonNumber): BsonNumber {
  if (toDouble(b) === 0) throw bad("can't $divide by zero");
  const isDecimal = a instanceof Decimal128 || b instanceof Decimal128;
  if (!isDecimal) return makeDouble(toDouble(a) / toDouble(b));
  if (!isFiniteNumber(a) || !isFiniteNumber(b))
    return Decimal128.fromString(String(toDouble(a) / toDouble(b)));
  return divideDecimals(toExact(a), toExact(b));
}

export const arithmeticOperators: Record<string, Operator> = {
  $abs: {
    min: 1,
    max: 1,
    apply: ([value]: readonly Value[]) => (isNil(value) ? null : absolute(numberOf('$abs', value))),
  },
  $ceil: wholePart('$ceil', Math.ceil, true),
  $floor: wholePart('$floor', Math.floor, false),
  $round: toPlace('$round', false),
  $trunc: toPlace('$trunc', true),
  $divide: pair('$divide', divide),
  $mod: pair('$mod', modulo),
  $pow: pair('$pow', power),
  $exp: real('$exp', () => true, Math.exp),
  $ln: real('$ln', (value) => value > 0, Math.log),
  $log10: real('$log10', (value) => value > 0, Math.log10),
  $sqrt: real('$sqrt', (value) => value >= 0, Math.sqrt),
  $log: pair('$log', (a, b) => {
    const [value, base] = [doubleOf('$log', a), doubleOf('$log', b)];
    if (!(value > 0) || !(base > 0) || base === 1)
      throw bad('$log needs a positive number and a positive base other than 1');
    return makeDouble(Math.log(value) / Math.log(base));
  }),
};
