import { base58xmr } from '@scure/base';
import { keccak, withoutChecksum } from './checksum';
import { lostCase } from './lostCase';

/** Far longer than any other form: 95 characters, or 106 with a payment id in it. One that lost a few is seen too. */
export const moneroForm = /^[48][0-9A-Za-z]{84,114}$/;

/**
 * The length before the checksum, by first byte: two keys, and a payment id of 8 bytes in an integrated
 * address.
 */
const lengths: Readonly<Record<number, number>> = { 18: 65, 42: 65, 19: 73 };

/**
 * Reads an address of Monero: standard, subaddress or integrated (Monero docs, "Public address"). An integrated address is a
 * wallet of its own: its payment id tells one customer of an exchange from the next.
 */
export function readMoneroAddress(text: string): { address: string } | { problem: string } {
  let payload: Uint8Array | null = null;
  try {
    payload = withoutChecksum(base58xmr.decode(text), keccak);
  } catch {
    // not base58 as Monero writes it: said below
  }
  if (payload && lengths[payload[0] ?? -1] === payload.length) return { address: text };
  return {
    problem:
      lostCase(text) ??
      'it looks like an address of Monero, and its checksum or length does not fit: a character is wrong, missing or in the wrong case',
  };
}
