import type { AmountColumn } from './transferGraph';

const limbs = 4;
const limbBits = 32n;
const limbMask = 0xffff_ffffn;
const allOnes = 0xffff_ffff;

/** Returns the amount of a row, in base units. */
export function amountOf({ limbs: column, longer }: AmountColumn, row: number): bigint {
  const long = longer.get(row);
  if (long !== undefined) return long;
  const at = row * limbs;
  const low = lowOf(column, at);
  const high = lowOf(column, at + 2);
  return high === 0n ? low : low + (high << 64n);
}

/** Two limbs; a number below 2^53 needs no work with long ones. */
function lowOf(column: Uint32Array, at: number): bigint {
  const low = column[at] ?? 0;
  const high = column[at + 1] ?? 0;
  return high < 0x20_0000 ? BigInt(high * 0x1_0000_0000 + low) : (BigInt(high) << limbBits) + BigInt(low);
}

/** Puts an amount in its place. Answers the amount where it is too long for the column, else undefined. */
export function writeAmount(column: Uint32Array, row: number, amount: bigint | string): bigint | undefined {
  const at = row * limbs;
  if (typeof amount === 'string' && amount.length <= 15) {
    const small = Number(amount);
    column[at] = small >>> 0;
    column[at + 1] = Math.floor(small / 0x1_0000_0000);
    column[at + 2] = 0;
    column[at + 3] = 0;
    return undefined;
  }
  const exact = BigInt(amount);
  const isLong = exact >> 128n !== 0n;
  for (let limb = 0; limb < limbs; limb++) {
    column[at + limb] = isLong ? allOnes : Number((exact >> (BigInt(limb) * limbBits)) & limbMask);
  }
  return isLong ? exact : undefined;
}

export const isZero = (column: Uint32Array, row: number): boolean =>
  ((column[row * limbs] ?? 0) |
    (column[row * limbs + 1] ?? 0) |
    (column[row * limbs + 2] ?? 0) |
    (column[row * limbs + 3] ?? 0)) ===
  0;
