import { keccak256 } from 'js-sha3';

const form = /^0x[0-9a-f]{40}$/i;

/** The digits with their EIP-55 checksum in the case of the letters. Expects 40 lower-case hex digits. */
function checksummed(digits: string): string {
  const hash = keccak256(digits);
  let cased = '';
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charAt(i);
    // A letter is in upper case where the hash has 8 to f in its place; digits sort before letters.
    cased += digit > '9' && hash.charAt(i) >= '8' ? digit.toUpperCase() : digit;
  }
  return cased;
}

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
