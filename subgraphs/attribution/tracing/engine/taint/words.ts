/**
 * Amounts as two words of 48 bits, each a whole number in a double: exact below 2^96 base units (79 thousand
 * million ether). They avoid the garbage that a BigInt makes for every sum. A sweep that meets a longer
 * amount counts in BigInt.
 */
export const wordBase = 2 ** 48;

const wordMask = (1n << 48n) - 1n;
export const lowWord = (amount: bigint): number => Number(amount & wordMask);
export const highWord = (amount: bigint): number => Number(amount >> 48n);
export const ofWords = (low: number, high: number): bigint => (BigInt(high) << 48n) | BigInt(low);

/**
 * The operands of `shareOf`, by place: the part, the amount and the whole, each low word first, and then its
 * answer. Numbers passed from function to function would each be an object in every transfer.
 */
export const operands = new Float64Array(8);

/** Places in `operands`, each of a low word; the high one is next to it. */
export const partAt = 0;
export const amountAt = 2;
export const wholeAt = 4;
export const shareAt = 6;

const base = 2 ** 24;
const perBase = 2 ** -24;
const perWord = 2 ** -48;

/** The remainder of an estimate: first in columns of 24 bits, the least first; then as low and high word. */
const left = new Float64Array(8);

/**
 * Computes part × amount / whole to the nearest unit, a half upwards, for part ≤ whole, amount ≤ whole and 0
 * < whole < 2^96. The quotient is estimated in doubles. It is corrected by the exact remainder part × amount
 * - quotient × whole, in columns of 24 bits (each a sum of at most 8 products below 2^48). The estimate is
 * within 2^-50 of the quotient. So the correction is below 2^47 and leaves less than two wholes.
 */
export function shareOf(): void {
  const wholeLow = operands[wholeAt] ?? 0;
  const wholeHigh = operands[wholeAt + 1] ?? 0;
  const partLow = operands[partAt] ?? 0;
  const partHigh = operands[partAt + 1] ?? 0;
  const low = operands[amountAt] ?? 0;
  const high = operands[amountAt + 1] ?? 0;
  const p1 = Math.floor(partLow * perBase);
  const p0 = partLow - p1 * base;
  const p3 = Math.floor(partHigh * perBase);
  const p2 = partHigh - p3 * base;
  const a1 = Math.floor(low * perBase);
  const a0 = low - a1 * base;
  const a3 = Math.floor(high * perBase);
  const a2 = high - a3 * base;
  const w1 = Math.floor(wholeLow * perBase);
  const w0 = wholeLow - w1 * base;
  const w3 = Math.floor(wholeHigh * perBase);
  const w2 = wholeHigh - w3 * base;
  const whole = wholeHigh * wordBase + wholeLow;
  const estimate = ((partHigh * wordBase + partLow) * (high * wordBase + low)) / whole;
  const quotientHigh = Math.floor(estimate * perWord);
  const quotientLow = Math.floor(estimate - quotientHigh * wordBase);
  operands[shareAt] = quotientLow;
  operands[shareAt + 1] = quotientHigh;
  const q1 = Math.floor(quotientLow * perBase);
  const q0 = quotientLow - q1 * base;
  const q3 = Math.floor(quotientHigh * perBase);
  const q2 = quotientHigh - q3 * base;
  left[0] = p0 * a0 - q0 * w0;
  left[1] = p0 * a1 + p1 * a0 - q0 * w1 - q1 * w0;
  left[2] = p0 * a2 + p1 * a1 + p2 * a0 - q0 * w2 - q1 * w1 - q2 * w0;
  left[3] = p0 * a3 + p1 * a2 + p2 * a1 + p3 * a0 - q0 * w3 - q1 * w2 - q2 * w1 - q3 * w0;
  left[4] = p1 * a3 + p2 * a2 + p3 * a1 - q1 * w3 - q2 * w2 - q3 * w1;
  left[5] = p2 * a3 + p3 * a2 - q2 * w3 - q3 * w2;
  left[6] = p3 * a3 - q3 * w3;
  divideLeft();
  settle();
}

/**
 * Takes from the remainder as many wholes as fit, to within one. Written out: a loop over the columns costs
 * twice as much.
 */
function divideLeft(): void {
  const wholeLow = operands[wholeAt] ?? 0;
  const wholeHigh = operands[wholeAt + 1] ?? 0;
  const s0 = left[0] ?? 0;
  const k0 = Math.floor(s0 * perBase);
  const c0 = s0 - k0 * base;
  const s1 = (left[1] ?? 0) + k0;
  const k1 = Math.floor(s1 * perBase);
  const c1 = s1 - k1 * base;
  const s2 = (left[2] ?? 0) + k1;
  const k2 = Math.floor(s2 * perBase);
  const c2 = s2 - k2 * base;
  const s3 = (left[3] ?? 0) + k2;
  const k3 = Math.floor(s3 * perBase);
  const c3 = s3 - k3 * base;
  const s4 = (left[4] ?? 0) + k3;
  const k4 = Math.floor(s4 * perBase);
  const c4 = s4 - k4 * base;
  const s5 = (left[5] ?? 0) + k4;
  const k5 = Math.floor(s5 * perBase);
  const c5 = s5 - k5 * base;
  const c6 = (left[6] ?? 0) + k5;
  const rest = (((((c6 * base + c5) * base + c4) * base + c3) * base + c2) * base + c1) * base + c0;
  const times = Math.floor(rest / (wholeHigh * wordBase + wholeLow));
  const t1 = Math.floor(times * perBase);
  const t0 = times - t1 * base;
  const w1 = Math.floor(wholeLow * perBase);
  const w0 = wholeLow - w1 * base;
  const w3 = Math.floor(wholeHigh * perBase);
  const w2 = wholeHigh - w3 * base;
  const s6 = c0 - t0 * w0;
  const k6 = Math.floor(s6 * perBase);
  const s7 = c1 - t0 * w1 - t1 * w0 + k6;
  const k7 = Math.floor(s7 * perBase);
  const s8 = c2 - t0 * w2 - t1 * w1 + k7;
  const k8 = Math.floor(s8 * perBase);
  const s9 = c3 - t0 * w3 - t1 * w2 + k8;
  const k9 = Math.floor(s9 * perBase);
  const top = c4 - t1 * w3 + k9 + base * c5 + base * base * c6;
  left[0] = s6 - k6 * base + (s7 - k7 * base) * base;
  left[1] = s8 - k8 * base + (s9 - k9 * base) * base + top * wordBase;
  operands[shareAt] = (operands[shareAt] ?? 0) + times;
}

/** Brings what is left between 0 and the whole, rounds, and carries. */
function settle(): void {
  const wholeLow = operands[wholeAt] ?? 0;
  const wholeHigh = operands[wholeAt + 1] ?? 0;
  let restLow = left[0] ?? 0;
  let restHigh = left[1] ?? 0;
  let quotientLow = operands[shareAt] ?? 0;
  while (restHigh < 0) {
    quotientLow--;
    restLow += wholeLow;
    restHigh += wholeHigh;
    if (restLow >= wordBase) {
      restLow -= wordBase;
      restHigh++;
    }
  }
  while (restHigh > wholeHigh || (restHigh === wholeHigh && restLow >= wholeLow)) {
    quotientLow++;
    restLow -= wholeLow;
    restHigh -= wholeHigh;
    if (restLow < 0) {
      restLow += wordBase;
      restHigh--;
    }
  }
  const twiceLow = restLow * 2;
  const over = twiceLow >= wordBase ? 1 : 0;
  const twiceHigh = restHigh * 2 + over;
  const twice = twiceLow - over * wordBase;
  if (twiceHigh > wholeHigh || (twiceHigh === wholeHigh && twice >= wholeLow)) quotientLow++;
  const carried = Math.floor(quotientLow * perWord);
  operands[shareAt] = quotientLow - carried * wordBase;
  operands[shareAt + 1] = (operands[shareAt + 1] ?? 0) + carried;
}
