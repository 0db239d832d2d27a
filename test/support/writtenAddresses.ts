import { keccak_256 } from '@noble/hashes/sha3.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { base58, base58xmr, base58xrp, bech32, bech32m, createBase58check } from '@scure/base';
import { encodeCashAddress } from 'ecashaddrjs';
import fc from 'fast-check';

/** A made-up address, as its chain writes it. */
export interface MadeAddress {
  /** CAIP-2 */
  readonly chain: string;
  readonly address: string;
}

const base58check = createBase58check(sha256);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

/** The bytes, with the first four of a hash of them. */
const sealed = (payload: Uint8Array, hash: (data: Uint8Array) => Uint8Array) =>
  Uint8Array.of(...payload, ...hash(payload).subarray(0, 4));

const base58Versions = {
  'bip122:000000000019d6689c085ae165831e93': ['00', '05'],
  'tron:0x2b6653dc': ['41'],
  'bip122:12a765e31ffd4059bada1e25190f6e98': ['30', '32'],
  'bip122:1a91e3dace36e2be3bf030a65679fe82': ['1e', '16'],
  'bip122:00000ffd590b1485b3caadc19b22e637': ['4c', '10'],
  'bip122:00040fe8ec8471911baa1db1266ea15d': ['1cb8', '1cbd'],
  'btg:mainnet': ['26', '17'],
};

const base58Addresses = fc
  .tuple(
    fc.constantFrom(
      ...Object.entries(base58Versions).flatMap(([chain, of]) => of.map((version) => ({ chain, version }))),
    ),
    bytes(20),
  )
  .map(([{ chain, version }, hash]) => ({
    chain,
    address: base58check.encode(Uint8Array.of(...hexToBytes(version), ...hash)),
  }));

const witnessAddresses = fc
  .tuple(
    fc.constantFrom(
      ['bip122:000000000019d6689c085ae165831e93', 'bc'] as const,
      ['bip122:12a765e31ffd4059bada1e25190f6e98', 'ltc'] as const,
      ['btg:mainnet', 'btg'] as const,
    ),
    fc.constantFrom({ version: 0, length: 20 }, { version: 0, length: 32 }, { version: 1, length: 32 }),
    bytes(32),
  )
  .map(([[chain, prefix], { version, length }, program]) => {
    const codec = version === 0 ? bech32 : bech32m;
    return { chain, address: codec.encode(prefix, [version, ...codec.toWords(program.subarray(0, length))]) };
  });

const cashAddresses = fc
  .tuple(fc.constantFrom(['p2pkh', 20] as const, ['p2sh', 20] as const, ['p2sh', 32] as const), bytes(32))
  .map(([[type, length], hash]) => ({
    chain: 'bip122:000000000000000000651ef99cb9fcbe',
    address: encodeCashAddress('bitcoincash', type, hash.slice(0, length)).replace('bitcoincash:', ''),
  }));

const xrpAddresses = bytes(20).map((account) => ({
  chain: 'xrpl:0',
  address: base58xrp.encode(sealed(Uint8Array.of(0, ...account), (data) => sha256(sha256(data)))),
}));

const moneroAddresses = fc
  .tuple(
    fc.constantFrom({ tag: 18, length: 64 }, { tag: 42, length: 64 }, { tag: 19, length: 72 }),
    bytes(72),
  )
  .map(([{ tag, length }, keys]) => ({
    chain: 'monero:418015bb9ae982a1975da7d79277c270',
    address: base58xmr.encode(sealed(Uint8Array.of(tag, ...keys.subarray(0, length)), keccak_256)),
  }));

export const solanaAddresses = bytes(32).map((key) => ({
  chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
  address: base58.encode(key),
}));

/** EIP-55, as the proposal words it, over another implementation of Keccak than the product's. */
export function eip55(digits: string): string {
  const hash = BigInt(`0x${bytesToHex(keccak_256(new TextEncoder().encode(digits)))}`);
  const cased = Array.from(digits, (digit, i) =>
    /[a-f]/.test(digit) && (hash & (1n << BigInt(255 - 4 * i))) !== 0n ? digit.toUpperCase() : digit,
  );
  return `0x${cased.join('')}`;
}

export const evmDigits = bytes(20).map(bytesToHex);

/** Addresses in which every wrong character shows. */
export const checksummedAddresses: fc.Arbitrary<MadeAddress> = fc.oneof(
  base58Addresses,
  witnessAddresses,
  cashAddresses,
  xrpAddresses,
  moneroAddresses,
);

/** Addresses of every form that Cordon reads, as their chains write them. */
export const anyAddress: fc.Arbitrary<MadeAddress> = fc.oneof(
  { weight: 5, arbitrary: checksummedAddresses },
  { weight: 1, arbitrary: solanaAddresses },
  { weight: 1, arbitrary: evmDigits.map((digits) => ({ chain: 'eip155:1', address: eip55(digits) })) },
);
