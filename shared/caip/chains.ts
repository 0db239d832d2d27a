/** A chain by its CAIP-2 id, as DOMAIN names them, with the ways in which its addresses are written. */
export interface Chain {
  /** CAIP-2 */
  readonly id: string;
  readonly name: string;
  /** Schemes of payment URIs (BIP 21, EIP-681 and their kin). */
  readonly schemes: readonly string[];
  readonly native: {
    readonly symbol: string;
    readonly decimals: number;
    /** SLIP-44 coin type */ readonly slip44: number;
  };
  /** Version bytes of base58check addresses, in hex. */
  readonly base58: readonly string[];
  /** Human-readable part of bech32 and bech32m addresses (BIP 173, BIP 350). */
  readonly bech32?: string;
}

export const ethereum = 'eip155:1';
export const bitcoin = 'bip122:000000000019d6689c085ae165831e93';
export const tron = 'tron:0x2b6653dc';

export const chains: readonly Chain[] = [
  {
    id: bitcoin,
    name: 'Bitcoin',
    schemes: ['bitcoin'],
    native: { symbol: 'BTC', decimals: 8, slip44: 0 },
    base58: ['00', '05'],
    bech32: 'bc',
  },
  {
    id: ethereum,
    name: 'Ethereum',
    schemes: ['ethereum'],
    native: { symbol: 'ETH', decimals: 18, slip44: 60 },
    base58: [],
  },
  {
    id: tron,
    name: 'TRON',
    schemes: ['tron'],
    native: { symbol: 'TRX', decimals: 6, slip44: 195 },
    base58: ['41'],
  },
  {
    id: 'bip122:12a765e31ffd4059bada1e25190f6e98',
    name: 'Litecoin',
    schemes: ['litecoin'],
    native: { symbol: 'LTC', decimals: 8, slip44: 2 },
    base58: ['30', '32'],
    bech32: 'ltc',
  },
  {
    id: 'bip122:1a91e3dace36e2be3bf030a65679fe82',
    name: 'Dogecoin',
    schemes: ['dogecoin'],
    native: { symbol: 'DOGE', decimals: 8, slip44: 3 },
    base58: ['1e', '16'],
  },
  {
    id: 'bip122:00000ffd590b1485b3caadc19b22e637',
    name: 'Dash',
    schemes: ['dash'],
    native: { symbol: 'DASH', decimals: 8, slip44: 5 },
    base58: ['4c', '10'],
  },
  {
    id: 'bip122:00040fe8ec8471911baa1db1266ea15d',
    name: 'Zcash',
    schemes: ['zcash'],
    native: { symbol: 'ZEC', decimals: 8, slip44: 133 },
    base58: ['1cb8', '1cbd'],
  },
];

const evmChain = /^eip155:[1-9]\d{0,31}$/;

export const isEvm = (chainId: string): boolean => evmChain.test(chainId);

/** The chain of a CAIP-2 id; every EVM chain is as Ethereum is but for its id. Undefined for a chain we do not know. */
export function chainById(id: string): Chain | undefined {
  const known = chains.find((chain) => chain.id === id);
  if (known) return known;
  const evm = chains.find((chain) => chain.id === ethereum);
  return evm && isEvm(id) ? { ...evm, id, name: id } : undefined;
}
