interface NativeAsset {
  readonly symbol: string;
  readonly decimals: number;
  /** SLIP-44 coin type */
  readonly slip44: number;
}

/** A chain by its CAIP-2 id, as DOMAIN names them, with the ways in which its addresses are written. */
export interface Chain {
  /** CAIP-2 */
  readonly id: string;
  readonly name: string;
  /** Schemes of payment URIs (BIP 21, EIP-681 and their kin). */
  readonly schemes: readonly string[];
  /** The asset that fees are paid in; null for an EVM chain whose asset is not known here. */
  readonly native: NativeAsset | null;
  /** Version bytes of base58check addresses, in hex. Bare, each is of this chain only. */
  readonly base58?: readonly string[];
  /**
   * Version bytes that are read only where the chain is given, since bare they are another chain's. The value
   * is the chain's own form for the same wallet: a version byte, or a type of cashaddr.
   */
  readonly legacy?: Readonly<Record<string, string>>;
  /** Human-readable part of bech32 and bech32m addresses (BIP 173, BIP 350). */
  readonly bech32?: string;
  /** The form of address that the chain shares with no other. */
  readonly ownForm?: 'EVM' | 'TRON_HEX' | 'CASHADDR' | 'XRP' | 'MONERO' | 'SOLANA';
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
    ownForm: 'EVM',
  },
  {
    id: tron,
    name: 'TRON',
    schemes: ['tron'],
    native: { symbol: 'TRX', decimals: 6, slip44: 195 },
    base58: ['41'],
    ownForm: 'TRON_HEX',
  },
  {
    id: 'bip122:12a765e31ffd4059bada1e25190f6e98',
    name: 'Litecoin',
    schemes: ['litecoin'],
    native: { symbol: 'LTC', decimals: 8, slip44: 2 },
    base58: ['30', '32'],
    // A script hash was written `3…` until 2017, and is `M…` since: one wallet.
    legacy: { '05': '32' },
    bech32: 'ltc',
  },
  {
    id: 'bip122:1a91e3dace36e2be3bf030a65679fe82',
    name: 'Dogecoin',
    schemes: ['dogecoin', 'doge'],
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
  {
    id: 'bip122:000000000000000000651ef99cb9fcbe',
    name: 'Bitcoin Cash',
    schemes: ['bitcoincash'],
    native: { symbol: 'BCH', decimals: 8, slip44: 145 },
    legacy: { '00': 'p2pkh', '05': 'p2sh' },
    ownForm: 'CASHADDR',
  },
  {
    // A namespace of our own: none is registered, and its first block is Bitcoin's.
    id: 'btg:mainnet',
    name: 'Bitcoin Gold',
    schemes: ['bitcoingold'],
    native: { symbol: 'BTG', decimals: 8, slip44: 156 },
    base58: ['26', '17'],
    bech32: 'btg',
  },
  {
    id: 'xrpl:0',
    name: 'XRP Ledger',
    schemes: ['xrpl', 'ripple', 'xrp'],
    native: { symbol: 'XRP', decimals: 6, slip44: 144 },
    ownForm: 'XRP',
  },
  {
    // Made in the manner of bip122: the first 32 digits of the hash of its first block.
    id: 'monero:418015bb9ae982a1975da7d79277c270',
    name: 'Monero',
    schemes: ['monero'],
    native: { symbol: 'XMR', decimals: 12, slip44: 128 },
    ownForm: 'MONERO',
  },
  {
    id: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
    name: 'Solana',
    schemes: ['solana'],
    native: { symbol: 'SOL', decimals: 9, slip44: 501 },
    ownForm: 'SOLANA',
  },
];

const byId: ReadonlyMap<string, Chain> = new Map(chains.map((chain) => [chain.id, chain]));

const evmChain = /^eip155:[1-9]\d{0,31}$/;

export const isEvm = (chainId: string): boolean => evmChain.test(chainId);

const ether: NativeAsset = { symbol: 'ETH', decimals: 18, slip44: 60 };

/** Of EVM chains beside Ethereum, by SLIP-44 (satoshilabs/slips) and the chains' own documentation. */
const evmNatives: Readonly<Record<string, NativeAsset>> = {
  'eip155:10': ether,
  'eip155:56': { symbol: 'BNB', decimals: 18, slip44: 714 },
  'eip155:61': { symbol: 'ETC', decimals: 18, slip44: 61 },
  'eip155:100': { symbol: 'xDAI', decimals: 18, slip44: 700 },
  'eip155:137': { symbol: 'POL', decimals: 18, slip44: 966 },
  'eip155:250': { symbol: 'FTM', decimals: 18, slip44: 1007 },
  'eip155:324': ether,
  'eip155:1101': ether,
  'eip155:8453': ether,
  'eip155:42161': ether,
  'eip155:42220': { symbol: 'CELO', decimals: 18, slip44: 52752 },
  'eip155:43114': { symbol: 'AVAX', decimals: 18, slip44: 9005 },
  'eip155:59144': ether,
  'eip155:81457': ether,
  'eip155:534352': ether,
};

/** The chain of a CAIP-2 id; every EVM chain is as Ethereum is but for its id and its native asset. Undefined for a chain we do not know. */
export function chainById(id: string): Chain | undefined {
  const known = byId.get(id);
  if (known) return known;
  const evm = byId.get(ethereum);
  return evm && isEvm(id) ? { ...evm, id, name: id, native: evmNatives[id] ?? null } : undefined;
}
