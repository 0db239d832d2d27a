import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base58, createBase58check } from '@scure/base';
import type { Chain } from './chains';

const base58check = createBase58check(sha256);

/** Version bytes are one or two; what follows is a 20-byte hash (Bitcoin wiki, base58check encoding). */
const hashLength = 20;

function isBase58(text: string): boolean {
  try {
    base58.decode(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a base58check address of one of the chains. Case is data in base58, so an address whose case was lost is
 * refused: it names another wallet, or none.
 */
export function readBase58Address(
  text: string,
  chains: readonly Chain[],
): { chain: Chain; address: string } | { problem: string } {
  let payload: Uint8Array;
  try {
    payload = base58check.decode(text);
  } catch {
    if (text === text.toLowerCase() && /[a-z]/.test(text) && text.length >= 26) {
      return {
        problem: 'it is all in lower case, and case is data in base58: the original spelling is needed',
      };
    }
    return isBase58(text)
      ? {
          problem:
            'its base58check checksum does not fit: a character is wrong, missing or in the wrong case',
        }
      : { problem: 'it is not the address of a chain that Cordon knows' };
  }
  const version = bytesToHex(payload.slice(0, payload.length - hashLength));
  const chain = chains.find((candidate) => candidate.base58.includes(version));
  return chain
    ? { chain, address: text }
    : { problem: `its version byte 0x${version} is of no chain that Cordon knows` };
}
