import { sha256 } from '@noble/hashes/sha2.js';
import { keccak256 } from 'js-sha3';

type Hash = (data: Uint8Array) => Uint8Array;

/** Bitcoin's and XRP's: SHA-256 twice. */
export const sha256Twice: Hash = (data) => sha256(sha256(data));

/** Monero's: the Keccak that SHA-3 was made from. */
export const keccak: Hash = (data) => Uint8Array.from(keccak256.array(data));

const length = 4;

/** Returns the bytes before the four of the checksum; null where those are not the first four of the hash. */
export function withoutChecksum(bytes: Uint8Array, hash: Hash): Uint8Array | null {
  const payload = bytes.subarray(0, -length);
  const expected = hash(payload);
  return bytes.subarray(-length).every((byte, i) => byte === expected[i]) && bytes.length > length
    ? payload
    : null;
}

/** The bytes with their checksum behind them. */
export const withChecksum = (payload: Uint8Array, hash: Hash): Uint8Array =>
  Uint8Array.of(...payload, ...hash(payload).subarray(0, length));
