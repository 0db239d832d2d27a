import { chainById, chains, isEvm } from './chains';
import { readPaymentUri } from './paymentUri';
import { readPlainAddress } from './plainAddress';

/** One address on one chain, canonical. */
export interface WalletFacts {
  /** CAIP-10: `<chain>:<address>`; or `literal:<list>:<text>` for a published address that cannot be parsed. */
  readonly id: string;
  /** CAIP-2, or `literal:<list>` */
  readonly chain: string;
  readonly address: string;
  /** Of a literal: why the published text is no address. Null for every other. */
  readonly problem: string | null;
}

export type WalletReading = { readonly wallet: WalletFacts } | { readonly problem: string };

/** The longest written form that is parsed. Real ones stay below 250 characters. */
const maxTextLength = 512;

/**
 * Reads an address in any written form: plain, CAIP-10, or a payment URI. The chain comes from the address's form,
 * or from the chain that is written with it; never from a ticker. docs/concepts/wallets.md lists the forms.
 */
export function readWallet(written: string): WalletReading {
  const literal = /^literal:([^:]+):(.*)$/s.exec(written);
  return literal ? readPublished(literal[1] ?? '', literal[2] ?? '') : readWritten(written);
}

/**
 * Returns the facts of an address that a list published. An address that cannot be parsed is kept as the
 * literal, under that list, with the problem. It is never repaired or dropped, and matches nothing but
 * itself.
 */
export function publishedWallet(list: string, text: string): WalletFacts {
  const read = readWritten(text);
  return 'wallet' in read
    ? read.wallet
    : { id: `literal:${list}:${text}`, chain: `literal:${list}`, address: text, problem: read.problem };
}

/** A literal whose text can be read after all (a form that was learnt since) is the wallet that it names. */
const readPublished = (list: string, text: string): WalletReading => ({
  wallet: publishedWallet(list, text),
});

function readWritten(written: string): WalletReading {
  const text = written.trim();
  if (text === '') return { problem: 'it is empty' };
  if (text.length > maxTextLength) return { problem: `it is longer than ${maxTextLength} characters` };
  const caip = /^([-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}):((?:bitcoincash:)?[-.%a-zA-Z0-9]{1,128})$/.exec(text);
  if (caip) return readOnChain(caip[2] ?? '', caip[1] ?? '');
  const payee = readPaymentUri(text);
  if (payee) return 'problem' in payee ? payee : readOnChain(payee.address, payee.chainId);
  return walletOf(readPlainAddress(text, chains));
}

function readOnChain(address: string, chainId: string): WalletReading {
  const chain = chainById(chainId);
  return chain
    ? walletOf(readPlainAddress(address, [chain]))
    : { problem: `${chainId} is not a chain that Cordon knows` };
}

const walletOf = (read: ReturnType<typeof readPlainAddress>): WalletReading =>
  'problem' in read
    ? read
    : {
        wallet: {
          id: `${read.chain.id}:${read.address}`,
          chain: read.chain.id,
          address: read.address,
          problem: null,
        },
      };

/**
 * Returns the parts of an id that a record holds. Throws for a text that was never one; the address, parsed
 * when it came in, is not parsed again.
 */
export function walletOfId(id: string): WalletFacts {
  const parts = /^([-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}):([a-zA-Z0-9]{1,128})$/.exec(id);
  const [, chain = '', address = ''] = parts ?? [];
  if (chainById(chain)) return { id, chain, address, problem: null };
  const read = readWallet(id);
  if ('problem' in read || (read.wallet.id !== id && !id.startsWith('literal:')))
    throw new Error(`${JSON.stringify(id)} is not the id of a wallet`);
  return read.wallet;
}

/**
 * Returns the key by which listings and labels match a wallet. An EVM address has one key on every EVM chain,
 * which leaves the chain out. A statement without a chain counts on all of them.
 */
export function matchKey({ id, chain, address }: Pick<WalletFacts, 'id' | 'chain' | 'address'>): string {
  return isEvm(chain) ? `eip155:${address}` : id;
}
