import { amountAt, operands } from './words';

/** Puts the amount of a row where the sweeps take it from. False where it is too long for two words. */
export function readAmount(limbs: Uint32Array, row: number): boolean {
  const at = row * 4;
  const second = limbs[at + 1] ?? 0;
  operands[amountAt] = (limbs[at] ?? 0) + (second & 0xffff) * 0x1_0000_0000;
  operands[amountAt + 1] = (second >>> 16) + (limbs[at + 2] ?? 0) * 0x1_0000;
  return limbs[at + 3] === 0;
}
