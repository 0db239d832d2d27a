import { chains, ethereum } from './chains';

/** The payee of a payment URI: an address, and the chain by its scheme (and, for EVM, its chain id). */
export type Payee = { readonly address: string; readonly chainId: string } | { readonly problem: string };

/**
 * Reads a payment URI (BIP 21 and its kin; EIP-681 for EVM chains). Undefined where the text is none. A URI that calls a
 * contract names the contract first: the payee is the one that its tokens are transferred to.
 */
export function readPaymentUri(text: string): Payee | undefined {
  const parts = /^([a-z]+):(?:\/\/)?(?:pay-)?([^?@/]*)(?:@([^?/]*))?(?:\/([^?]*))?(?:\?(.*))?$/is.exec(text);
  if (!parts) return undefined;
  const [, scheme = '', address = '', evmChainId, called, query] = parts;
  const chain = chains.find(({ schemes }) => schemes.includes(scheme.toLowerCase()));
  if (!chain) return { problem: `${scheme}: is not a scheme of a chain that Cordon knows` };
  if (chain.id !== ethereum) return { address, chainId: chain.id };
  const chainId = evmChainId === undefined ? ethereum : `eip155:${evmChainId}`;
  if (!called) return { address, chainId };
  const payee = called === 'transfer' ? new URLSearchParams(query).get('address') : null;
  return payee === null
    ? { problem: `it calls ${JSON.stringify(called)} of a contract, which pays nobody that it names` }
    : { address: payee, chainId };
}
