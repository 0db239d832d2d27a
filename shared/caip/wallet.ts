import { readBase58Address } from './base58Address';
import { bech32Chain, readBech32Address } from './bech32Address';
import { type Chain, chainById, chains, ethereum, isEvm } from './chains';
import { looksEvm, readEvmAddress } from './evmAddress';

/** One address on one chain, canonical. */
export interface WalletFacts {
  /** CAIP-10: `<chain>:<address>`; or `literal:<list>:<text>` for a published address that cannot be parsed. */
  readonly id: string;
  /** CAIP-2, or `literal:<list>` */
  readonly chain: string;
  readonly address: string;
}

export type WalletReading = { readonly wallet: WalletFacts } | { readonly problem: string };

/** A published address that cannot be parsed is kept as the literal that it is, under the list that published it. */
export function literalWallet(list: string, text: string): WalletFacts {
  return { id: `literal:${list}:${text}`, chain: `literal:${list}`, address: text };
}

/** The longest written form that is looked at. Real ones stay below 150 characters. */
const longest = 512;

/**
 * Reads an address in any written form: plain, CAIP-10, or a payment URI. The chain comes from the address's form,
 * or from the chain that is written with it; never from a ticker.
 */
export function readWallet(written: string): WalletReading {
  const text = written.trim();
  if (text === '') return { problem: 'it is empty' };
  if (text.length > longest) return { problem: `it is longer than ${longest} characters` };
  const literal = /^literal:([^:]+):(.+)$/s.exec(text);
  if (literal) return { wallet: literalWallet(literal[1] ?? '', literal[2] ?? '') };
  const caip = /^([-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}):([-.%a-zA-Z0-9]{1,128})$/.exec(text);
  if (caip) return readOnChain(caip[2] ?? '', caip[1] ?? '');
  const uri = /^([a-z]+):(?:pay-)?([^?@/]+)(?:@(\d+))?(?:[?/].*)?$/i.exec(text);
  if (uri) return readUri(uri[1] ?? '', uri[2] ?? '', uri[3]);
  return readPlain(text, chains);
}

function readOnChain(address: string, chainId: string): WalletReading {
  const chain = chainById(chainId);
  return chain ? readPlain(address, [chain]) : { problem: `${chainId} is not a chain that Cordon knows` };
}

function readUri(scheme: string, address: string, evmChainId: string | undefined): WalletReading {
  const chain = chains.find((candidate) => candidate.schemes.includes(scheme.toLowerCase()));
  if (!chain) return { problem: `${scheme}: is not a scheme of a chain that Cordon knows` };
  return readOnChain(address, chain.id === ethereum && evmChainId ? `eip155:${evmChainId}` : chain.id);
}

function readPlain(text: string, among: readonly Chain[]): WalletReading {
  if (looksEvm(text)) {
    const chain = among.find((candidate) => isEvm(candidate.id));
    if (!chain) return { problem: `an EVM address is no address of ${namesOf(among)}` };
    const read = readEvmAddress(text);
    return 'problem' in read ? read : { wallet: walletOn(chain, read.address) };
  }
  const witness = bech32Chain(text, among);
  if (witness) {
    const read = readBech32Address(text);
    return 'problem' in read ? read : { wallet: walletOn(witness, read.address) };
  }
  const read = readBase58Address(text, among);
  return 'problem' in read ? read : { wallet: walletOn(read.chain, read.address) };
}

const namesOf = (among: readonly Chain[]) => among.map((chain) => chain.name).join(', ');

const walletOn = (chain: Chain, address: string): WalletFacts => ({
  id: `${chain.id}:${address}`,
  chain: chain.id,
  address,
});

/** The parts of an id that Cordon made. Throws for anything else: an id inside Cordon is canonical. */
export function walletOfId(id: string): WalletFacts {
  const read = readWallet(id);
  if ('problem' in read || read.wallet.id !== id)
    throw new Error(`${JSON.stringify(id)} is not the id of a wallet`);
  return read.wallet;
}

/**
 * What a listing or label of a wallet is matched by. An EVM address is one key on every EVM chain: what is said of it
 * without a chain counts on all of them, so its key leaves the chain out.
 */
export function matchKey({ id, chain, address }: WalletFacts): string {
  return isEvm(chain) ? `eip155:${address}` : id;
}
