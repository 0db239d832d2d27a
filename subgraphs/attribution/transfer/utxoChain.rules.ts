/** Tells if a chain's transactions have inputs and outputs: CAIP-2's namespace of Bitcoin and its kin. */
export const isUtxoChain = (chain: string): boolean => chain.startsWith('bip122:');
