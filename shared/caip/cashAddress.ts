import { decodeCashAddress, encodeCashAddress } from 'ecashaddrjs';

const prefix = 'bitcoincash';

/** In one case; with or without the prefix. The first letter says the kind: q, p, or token-aware z, r. */
export const cashForm =
  /^(?:bitcoincash:)?[qpzr][02-9ac-hj-np-z]{41,}$|^(?:BITCOINCASH:)?[QPZR][02-9AC-HJ-NP-Z]{41,}$/;

/** The length of a hash of each kind, in hex digits: 20 bytes, or for a script 32 too (CHIP-2022-05). */
const lengths = { p2pkh: [40], p2sh: [40, 64] } as const;

/**
 * Reads an address of Bitcoin Cash (spec: cashaddr of bitcoincash.org). Without the prefix, in lower case, is
 * canonical, since CAIP-10 allows no colon in an address.
 */
export function readCashAddress(text: string): { address: string } | { problem: string } {
  const address = text.toLowerCase().replace(`${prefix}:`, '');
  if (/^[zr]/.test(address)) {
    return {
      problem: 'it is a token-aware form of an address of Bitcoin Cash: give its plain form, q… or p…',
    };
  }
  try {
    const { type, hash } = decodeCashAddress(`${prefix}:${address}`);
    if ((lengths[type] as readonly number[]).includes(hash.length)) return { address };
  } catch {
    // said below
  }
  return { problem: 'its cashaddr checksum or hash does not fit: a character is wrong or missing' };
}

export const writeCashAddress = (type: 'p2pkh' | 'p2sh', hash: Uint8Array): string =>
  encodeCashAddress(prefix, type, hash).slice(prefix.length + 1);
