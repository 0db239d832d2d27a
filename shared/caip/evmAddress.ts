import { keccak256 } from 'js-sha3';

const form = /^0x[0-9a-f]{40}$/i;

/** The digits with their EIP-55 checksum in the case of the letters. Expects 40 lower-case hex digits. */
function checksummed(digits: string): string {
  const hash = keccak256.array(digits);
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i);
    const half = (hash[i >> 1] ?? 0) >> (i % 2 === 0 ? 4 : 0);
    // A letter is in upper case where the hash has 8 to f in its place; digits sort before letters.
    cased[i] = digit > 0x39 && (half & 8) !== 0 ? digit - 0x20 : digit;
  }
  return cased.toString('latin1', 0, digits.length);
}

/** Filled anew for each address: a string that grows digit by digit costs as much as the hash. */
const cased = Buffer.alloc(40);

/** Reads an EVM address: all lower or all upper case says nothing and is taken; mixed case must be its checksum (EIP-55). */
export function readEvmAddress(text: string): { address: string } | { problem: string } {
  if (!form.test(text)) return { problem: 'an EVM address is 0x and 40 hexadecimal digits' };
  const digits = text.slice(2);
  const lower = digits.toLowerCase();
  const cased = checksummed(lower);
  if (digits !== cased && digits !== lower && digits !== digits.toUpperCase()) {
    return { problem: 'the case of its letters does not fit its EIP-55 checksum: a letter may be wrong' };
  }
  return { address: `0x${cased}` };
}
