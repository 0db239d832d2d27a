import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const form = /^0x[0-9a-fA-F]{40}$/;

export const looksEvm = (text: string): boolean => /^0x/i.test(text);

/** The address with its EIP-55 checksum in the case of its letters. Expects 40 lower-case hex digits. */
function checksummed(digits: string): string {
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)));
  const cased = Array.from(digits, (digit, i) =>
    parseInt(hash[i] ?? '0', 16) >= 8 ? digit.toUpperCase() : digit,
  );
  return `0x${cased.join('')}`;
}

/** Reads an EVM address: all lower or all upper case says nothing and is taken; mixed case must be its checksum (EIP-55). */
export function readEvmAddress(text: string): { address: string } | { problem: string } {
  if (!form.test(text)) return { problem: 'an EVM address is 0x and 40 hexadecimal digits' };
  const digits = text.slice(2);
  const address = checksummed(digits.toLowerCase());
  const caseSaysSomething = digits !== digits.toLowerCase() && digits !== digits.toUpperCase();
  if (caseSaysSomething && address !== text) {
    return { problem: 'the case of its letters does not fit its EIP-55 checksum: a letter may be wrong' };
  }
  return { address };
}
