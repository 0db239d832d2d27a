import { chainById, chains, ethereum, isEvm, tron } from './chains';
import { readEvmAddress } from './evmAddress';

/** What an amount is of. */
export interface AssetDefinition {
  /** CAIP-19 */
  readonly id: string;
  readonly symbol: string;
  /** Null where it is not known: its amounts can be shown in base units alone. */
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
 * Reads an asset of a chain: its CAIP-19 id, or the chain's native symbol. Undefined where it is neither. An asset that
 * is not known by name is called by what its id says of it.
 */
export function readAsset(chainId: string, written: string): AssetDefinition | undefined {
  const native = nativeAsset(chainId);
  if (native && (written === native.symbol || written === native.id)) return native;
  // Case is data in base58, and a checksum in an EVM address.
  const spelled = (id: string) => (isEvm(chainId) ? id.toLowerCase() : id);
  const known = tokens.find(
    (token) => spelled(token.id) === spelled(written) && token.id.startsWith(`${chainId}/`),
  );
  return known ?? namedById(chainId, written);
}

/** CAIP-19: `<chain>/<namespace>:<reference>`, and the token's own id where there is one for each. */
const grammar =
  /^(?<namespace>[-a-z0-9]{3,8}):(?<reference>[-.%a-zA-Z0-9]{1,128})(?<token>\/[-.%a-zA-Z0-9]{1,78})?$/;

function namedById(chainId: string, written: string): AssetDefinition | undefined {
  if (!written.startsWith(`${chainId}/`)) return undefined;
  const {
    namespace,
    reference = '',
    token = '',
  } = grammar.exec(written.slice(chainId.length + 1))?.groups ?? {};
  if (!namespace) return undefined;
  // The contract of a token has many spellings, and is one.
  const contract =
    isEvm(chainId) && namespace.startsWith('erc') ? readEvmAddress(reference) : { address: reference };
  if ('problem' in contract) return undefined;
  const symbol = `${namespace}:${contract.address}${token}`;
  return { id: `${chainId}/${symbol}`, symbol, decimals: null };
}

/** The asset of a CAIP-19 id that a record holds. Throws for one that was never let in. */
export function assetOfId(id: string): AssetDefinition {
  const chainId = id.split('/')[0] ?? '';
  const asset =
    readAsset(chainId, id) ??
    chains.map((chain) => nativeAsset(chain.id)).find((candidate) => candidate?.id === id);
  if (!asset) throw new Error(`${JSON.stringify(id)} is not an asset that Cordon knows`);
  return asset;
}
