import { base58 } from '@scure/base';
import { base58Form } from './base58Address';
import { lostCase } from './lostCase';

const keyLength = 32;

/** Tells if a text is base58 of exactly 32 bytes. No base58check address is: those have 25 or 26. */
export function isSolanaForm(text: string): boolean {
  if (text.length < keyLength || text.length > 44 || !base58Form.test(text)) return false;
  // Below 43 characters 32 bytes need leading zeros, a `1` each: most texts are told apart without decoding.
  const ones = /^1*/.exec(text)?.[0].length ?? 0;
  if (ones + Math.ceil((text.length - ones) * 0.7323) < keyLength) return false;
  return base58.decode(text).length === keyLength;
}

/** With this many letters, and at most two in the other case, chance is out of the question: one key in 10^8 is so. */
const tellingLetters = 24;

/**
 * Tells if a text is in one case but for a slip or two: a mistyped bech32 address can be base58 of 32 bytes.
 */
function isNearlyOneCase(text: string): boolean {
  const lower = text.replace(/[^a-z]/g, '').length;
  const upper = text.replace(/[^A-Z]/g, '').length;
  return lower + upper >= tellingLetters && Math.min(lower, upper) <= 2;
}

/**
 * Parses a Solana address: a key of 32 bytes in base58, with NO checksum. A wrong character is another wallet
 * and cannot be detected. An address whose case was lost is rejected all the same.
 */
export function readSolanaAddress(text: string): { address: string } | { problem: string } {
  const problem = lostCase(text);
  if (problem) return { problem };
  return isNearlyOneCase(text)
    ? {
        problem:
          'it has 32 bytes like a Solana key, but nearly all in one case, which no key is: a mistyped address of another chain',
      }
    : { address: text };
}
