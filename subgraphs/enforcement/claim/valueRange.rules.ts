/** A decimal number, scaled by 10^24 so that it is exact. */
export type Decimal = bigint;

/**
 * The range of a claim's value: from `low` to `high`, null for no bound. A single number has both the same.
 */
export interface ValueRange {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string;
}

const scale = 24;
export const one: Decimal = 10n ** BigInt(scale);

/** Words for a number of some size: at least this, and below the next. */
const sizes: Readonly<Record<string, readonly [bigint, bigint]>> = {
  dozens: [24n, 1_000n],
  hundreds: [100n, 1_000n],
  thousands: [1_000n, 1_000_000n],
  millions: [1_000_000n, 1_000_000_000n],
  billions: [1_000_000_000n, 1_000_000_000_000n],
};

/** `~` and `about`: a tenth either way. */
const aboutShare = 10n;

/**
 * Parses a value as claims write it: `4400000`, `4.4`, `~4400000`, `>8x`, `60%`, `630000000..>1000000000`,
 * `thousands`. An amount in thousands or more that ends in three zeros or more was rounded at its last other
 * digit: 620000000 is anything from 615 to 625 million. Any other number is as exact as it is written. Null
 * for any other text, which is compared with nothing.
 */
export function valueRange(value: string | null, unit: string | null): ValueRange | null {
  if (value === null) return null;
  const [, text = '', ownUnit = ''] = /^(.*?)\s*(%|x)?$/u.exec(value.trim()) ?? [];
  const of = (unit ?? ownUnit).trim().toLowerCase();
  if (unit !== null && ownUnit !== '') return null;
  const size = sizes[text.toLowerCase()];
  if (size) return { low: size[0] * one, high: size[1] * one - 1n, unit: of };
  const ends = text.split('..');
  if (ends.length > 2) return null;
  const from = readEnd(ends[0] ?? '');
  const to = readEnd(ends.at(-1) ?? '');
  if (!from || !to) return null;
  const [low, high] = [from[0], to[1]];
  return low !== null && high !== null && low > high ? null : { low, high, unit: of };
}

/** From and to of one number with its sign of how exact it is. */
function readEnd(text: string): readonly [Decimal | null, Decimal | null] | null {
  const [, sign, digits] =
    /^(~|≈|>=?|≥|<=?|≤|about |over |more than |at least |under |less than |up to )?\s*(\d+(?:\.\d{1,18})?)$/iu.exec(
      text.trim(),
    ) ?? [];
  if (digits === undefined) return null;
  const at = readDecimal(digits);
  const [low, high] = roundedTo(digits, at);
  switch (sign?.trim().toLowerCase()) {
    case undefined:
      return [low, high];
    case '~':
    case '≈':
    case 'about': {
      const slack = at / aboutShare;
      return [at - slack < low ? at - slack : low, at + slack > high ? at + slack : high];
    }
    case '<':
    case '<=':
    case '≤':
    case 'under':
    case 'less than':
    case 'up to':
      return [null, at];
    default:
      return [at, null];
  }
}

/** Digits, with or without a decimal point, as a Decimal. */
export function readDecimal(digits: string): Decimal {
  const [whole = '0', fraction = ''] = digits.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function roundedTo(digits: string, at: Decimal): readonly [Decimal, Decimal] {
  const zeros = digits.includes('.') ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
  if (at === 0n || zeros < 3) return [at, at];
  const half = (10n ** BigInt(zeros) * one) / 2n;
  return [at - half, at + half];
}

/**
 * Tells if two values of one unit can both be right. Ranges that only touch do not meet: 600 and 700 million
 * are not the same rounding. A single number at the end of a range meets it.
 */
export function meet(a: ValueRange, b: ValueRange): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Tells if all of `a` is below all of `b`. */
export function isBelow(a: ValueRange, b: ValueRange): boolean {
  if (a.high === null || b.low === null) return false;
  return a.high < b.low || (a.high === b.low && a.low !== a.high && b.low !== b.high);
}
