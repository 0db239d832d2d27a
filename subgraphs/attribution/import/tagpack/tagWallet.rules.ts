import { chainById, chains } from '../../../../shared/caip/chains';
import { quoteInput } from '../../../../shared/errors/redactSecrets';
import { publishedWallet, readWallet, type WalletFacts } from '../../../../shared/caip/wallet';

/**
 * The networks that packs name otherwise than by a chain's own symbol or name. EVM chain ids are those of EIP-155's
 * registry (chainlist.org).
 */
const otherNames: Readonly<Record<string, string>> = {
  XBT: 'BTC',
  BSC: 'eip155:56',
  BEP20: 'eip155:56',
  ETC: 'eip155:61',
  RBTC: 'eip155:30',
  SGB: 'eip155:19',
  TLOS: 'eip155:40',
  XDC: 'eip155:50',
  KCS: 'eip155:321',
  MATIC: 'eip155:137',
  POL: 'eip155:137',
  FTM: 'eip155:250',
  THETA: 'eip155:361',
  CLO: 'eip155:820',
  CALLISTO: 'eip155:820',
  AVAX: 'eip155:43114',
  ARB: 'eip155:42161',
  OP: 'eip155:10',
};

/** Tokens that live on several chains: which one, only the form of the address says. */
const tokens: ReadonlySet<string> = new Set(['USDT', 'USDC', 'OMNI', 'DAI', 'TUSD', 'BUSD', 'WBTC', 'WETH']);

const bySymbol = new Map(
  chains.flatMap(({ id, name, native }) => [
    ...(native ? [[native.symbol, id] as const] : []),
    [name.toUpperCase(), id] as const,
  ]),
);

/** The chain that a pack's currency or network means, CAIP-2; null where Cordon knows none by that name. */
function chainNamed(written: string): string | null {
  if (chainById(written)) return written;
  const name = written.toUpperCase();
  const other = otherNames[name];
  return bySymbol.get(name) ?? (other && (bySymbol.get(other) ?? other)) ?? null;
}

/** Chains whose addresses Cordon reads whole; on other EVM chains, other forms are in use beside the EVM's. */
const isReadWhole = (chainId: string) => chains.some(({ id }) => id === chainId);

export type TagWallet = { readonly wallet: WalletFacts } | { readonly problem: string };

/**
 * Returns the wallet of a tag. Where the pack names a chain that Cordon knows, the address is parsed on it.
 * An address that is valid on another chain by its own form is that chain's wallet, since the form decides
 * and not the ticker. On a chain that Cordon does not know, the address is kept as the literal
 * `literal:tagpack:<currency>:<text>`. It matches nothing else: its form may be another chain's too. A
 * malformed address on a known chain is a problem.
 */
export function tagWallet(address: string, currency: string, network: string | null): TagWallet {
  const named = chainNamed(network ?? currency) ?? (network ? chainNamed(currency) : null);
  if (named === null && !tokens.has((network ?? currency).toUpperCase()))
    return literal(address, network ?? currency);
  const onChain = named && chainById(named) ? readWallet(`${named}:${address}`) : null;
  if (onChain && 'wallet' in onChain && onChain.wallet.problem === null) return onChain;
  const byForm = readWallet(address);
  if ('wallet' in byForm && byForm.wallet.problem === null) return byForm;
  if (named === null || !isReadWhole(named)) return literal(address, network ?? currency);
  const { problem } = onChain && 'problem' in onChain ? onChain : { problem: 'it is no address' };
  return {
    problem: `address ${quoteInput(address)} of ${network ?? currency}: ${problem}`,
  };
}

const literal = (address: string, currency: string): TagWallet => ({
  wallet: publishedWallet('tagpack', `${currency}:${address}`),
});
