import { base58xrp } from '@scure/base';
import { sha256Twice, withChecksum, withoutChecksum } from './checksum';
import { lostCase } from './lostCase';

/** A classic address is 25 to 35 characters; an X-address (XLS-5) 47, which is longer than any other form's but Monero's. */
export const xrpForm = /^(?:r[1-9A-HJ-NP-Za-km-z]{24,34}|[XT][1-9A-HJ-NP-Za-km-z]{46})$/;

const accountLength = 20;

/**
 * Parses an address of the XRP Ledger. An X-address holds a classic address and a destination tag; the wallet
 * is the classic one, whatever the tag.
 */
export function readXrpAddress(text: string): { address: string } | { problem: string } {
  const payload = withoutChecksum(base58xrp.decode(text), sha256Twice);
  if (!payload) {
    return {
      problem:
        lostCase(text) ??
        'its checksum, as of the XRP Ledger, does not fit: a character is wrong, missing or in the wrong case',
    };
  }
  if (payload[0] === 0x00 && payload.length === 1 + accountLength) return { address: text };
  if (payload[0] === 0x05 && payload[1] === 0x44 && payload.length === 2 + accountLength + 9) {
    return { address: classic(payload.subarray(2, 2 + accountLength)) };
  }
  return payload[0] === 0x04 && payload[1] === 0x93
    ? { problem: 'it is an X-address of a test network of the XRP Ledger' }
    : { problem: 'it is no account of the XRP Ledger, but something else that is written as one' };
}

const classic = (account: Uint8Array) =>
  base58xrp.encode(withChecksum(Uint8Array.of(0, ...account), sha256Twice));
