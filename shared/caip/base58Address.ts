import { base58 } from '@scure/base';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { writeCashAddress } from './cashAddress';
import type { Chain } from './chains';
import { sha256Twice, withChecksum, withoutChecksum } from './checksum';
import { lostCase } from './lostCase';

/** Version bytes are one or two; what follows is a 20-byte hash (Bitcoin wiki, base58check encoding). */
const hashLength = 20;

export const base58Form = /^[1-9A-HJ-NP-Za-km-z]+$/;

/** The shortest base58check address that can be: a hash of zeros is written in ones. */
const shortest = 25;

/**
 * Parses a base58check address of one of the chains. Case is data in base58. An address whose case was lost
 * is rejected: it names another wallet, or none. Versions that a chain shares with another are read only
 * where it is the only one asked for.
 */
export function readBase58Address(
  text: string,
  chains: readonly Chain[],
): { chain: Chain; address: string } | { problem: string } {
  if (!base58Form.test(text) || text.length < shortest) {
    return { problem: lostCase(text) ?? 'it is not the address of a chain that Cordon knows' };
  }
  const payload = withoutChecksum(base58.decode(text), sha256Twice);
  if (!payload) {
    return {
      problem:
        lostCase(text) ??
        'its base58check checksum does not fit: a character is wrong, missing or in the wrong case',
    };
  }
  const versionLength = payload.length - hashLength;
  // Anything longer may be a secret: no byte of it is repeated.
  if (versionLength < 1 || versionLength > 2)
    return { problem: `it is base58check of ${payload.length} bytes, and an address has 21 or 22` };
  const version = bytesToHex(payload.subarray(0, versionLength));
  const chain = chains.find((candidate) => candidate.base58?.includes(version));
  if (chain) return { chain, address: text };
  const [only, ...others] = chains;
  const today = others.length === 0 ? only?.legacy?.[version] : undefined;
  if (only && today) return { chain: only, address: respelled(payload.subarray(-hashLength), today) };
  return {
    problem: `its version byte 0x${version} is of ${only && others.length === 0 ? `no address of ${only.name}` : 'no chain that Cordon knows'}`,
  };
}

/** The spelling of today for the hash of a legacy address. */
function respelled(hash: Uint8Array, today: string): string {
  return today === 'p2pkh' || today === 'p2sh'
    ? writeCashAddress(today, hash)
    : base58.encode(withChecksum(Uint8Array.of(...hexToBytes(today), ...hash), sha256Twice));
}

/** A TRON address as its nodes write it, in 42 hex digits, in base58check. */
export const base58OfHex = (digits: string): string =>
  base58.encode(withChecksum(hexToBytes(digits), sha256Twice));
