import type { TransferGraph } from '../engine/graph/transferGraph';

/** The EVM chains of which there are transfers: their assets name them. */
export function evmChains({ assets }: TransferGraph): string[] {
  const chains = assets.map((asset) => asset.slice(0, Math.max(0, asset.indexOf('/'))));
  return [...new Set(chains.filter((chain) => chain.startsWith('eip155:')))].sort();
}

const evmKey = /^eip155:(0x[0-9a-fA-F]{40})$/;

/** The wallets seen in transfers that a match key stands for, by number: an EVM address on each chain where it was seen. */
export function walletsOfKey(graph: TransferGraph, matchKey: string, chains = evmChains(graph)): number[] {
  const [, address] = evmKey.exec(matchKey) ?? [];
  const ids = address ? chains.map((chain) => `${chain}:${address}`) : [matchKey];
  return ids.map((id) => graph.wallets.numberOf(id)).filter((wallet) => wallet !== undefined);
}
