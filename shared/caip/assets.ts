import { chainById, ethereum, tron } from './chains';
import { parseToken } from './tokens';

/** The asset of an amount. */
export interface AssetDefinition {
  /** CAIP-19 */
  readonly id: string;
  readonly symbol: string;
  /** Null where it is not known: its amounts can be shown only in base units. */
  readonly decimals: number | null;
}

/** Tokens by CAIP-19 id. Contract addresses as their issuers publish them (Circle and Tether). */
const tokens: readonly AssetDefinition[] = [
  { id: `${ethereum}/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48`, symbol: 'USDC', decimals: 6 },
  { id: `${ethereum}/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7`, symbol: 'USDT', decimals: 6 },
  { id: `${tron}/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t`, symbol: 'USDT', decimals: 6 },
];

/** The native asset of a chain (CAIP-19 with SLIP-44), or undefined where it is not known. */
export function nativeAsset(chainId: string): AssetDefinition | undefined {
  const native = chainById(chainId)?.native;
  if (!native) return undefined;
  const { symbol, decimals, slip44 } = native;
  return { id: `${chainId}/slip44:${slip44}`, symbol, decimals };
}

/**
 * Reads an asset of a chain: its CAIP-19 id in any spelling, or the chain's native symbol. One asset has one id, so an id
 * that cannot be made canonical is a problem. An asset that is not known by name is called by what its id says of it.
 */
export function parseAsset(chainId: string, written: string): AssetReading {
  const native = nativeAsset(chainId);
  if (native && written === native.symbol) return { asset: native };
  if (!written.startsWith(`${chainId}/`)) {
    return {
      problem:
        written === chainId ? notAnId : `it is neither the native symbol nor a CAIP-19 id of ${chainId}`,
    };
  }
  const parts = grammar.exec(written.slice(chainId.length + 1))?.groups;
  if (!parts) return { problem: notAnId };
  const { namespace = '', reference = '', token } = parts;
  if (namespace === 'slip44') return nativeById(chainId, token === undefined ? reference : '');
  const read = parseToken(chainId, { namespace, reference, token });
  if ('problem' in read) return read;
  const id = `${chainId}/${read.token}`;
  return { asset: tokens.find((known) => known.id === id) ?? { id, symbol: read.token, decimals: null } };
}

/** Reads an asset as `parseAsset` does; undefined where there is a problem. */
export function readAsset(chainId: string, written: string): AssetDefinition | undefined {
  const read = parseAsset(chainId, written);
  return 'asset' in read ? read.asset : undefined;
}

const notAnId = 'it is not CAIP-19: <chain>/<namespace>:<reference>';

export type AssetReading = { readonly asset: AssetDefinition } | { readonly problem: string };

/** CAIP-19: `<chain>/<namespace>:<reference>`, and the token's own id where there is one for each. */
const grammar =
  /^(?<namespace>[-a-z0-9]{3,8}):(?<reference>[-.%a-zA-Z0-9]{1,128})(?:\/(?<token>[-.%a-zA-Z0-9]{1,78}))?$/;

/** The native asset is the one asset of SLIP-44 on its chain: another coin type would be a second id for it. */
function nativeById(chainId: string, reference: string): AssetReading {
  const native = nativeAsset(chainId);
  if (native?.id === `${chainId}/slip44:${reference}`) return { asset: native };
  return {
    problem: native
      ? `the native asset of ${chainId} is ${native.id}`
      : `Cordon does not know the native asset of ${chainId}`,
  };
}

/**
 * Returns the asset of a CAIP-19 id that a record holds. An asset that an older version accepted is still
 * one, under its own id. Throws for an id that was never accepted.
 */
export function assetOfId(id: string): AssetDefinition {
  const chainId = id.split('/')[0] ?? '';
  const known = readAsset(chainId, id);
  if (known) return known;
  const symbol = id.slice(chainId.length + 1);
  if (!chainById(chainId) || !grammar.test(symbol))
    throw new Error(`${JSON.stringify(id)} is not an asset that Cordon knows`);
  return { id, symbol, decimals: null };
}

/** The one spelling of an asset's id; null where it has none. */
export const canonicalAssetId = (id: string): string | null =>
  readAsset(id.split('/')[0] ?? '', id)?.id ?? null;
