import { bitcoin, chainById, type Chain, isEvm, tron } from './chains';
import { readPlainAddress } from './plainAddress';

interface TokenParts {
  readonly namespace: string;
  readonly reference: string;
  /** The id of one token of many. */
  readonly token: string | undefined;
}

type TokenReading = { readonly token: string } | { readonly problem: string };

/** Reads a reference in any spelling; null where it is none. */
type Reference = (chain: Chain, reference: string) => string | null;

interface TokenNamespace {
  /** The namespace that ids are written with. */
  readonly name: string;
  readonly reference: Reference;
  /** True where an id names one token of many, by its number. */
  readonly isOneOfMany?: boolean;
}

/** A contract, a mint or an issuer: an address of the chain, in the chain's spelling. */
const contract: Reference = (chain, reference) => {
  const read = readPlainAddress(reference, [chain]);
  return 'problem' in read ? null : read.address;
};

/** Placeholders of data providers for the native asset: no contract is there, and the native asset has an id of its own. */
const nativeMarks: ReadonlySet<string> = new Set([
  'erc20:0x0000000000000000000000000000000000000000',
  'erc20:0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
  'trc20:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb',
  'token:11111111111111111111111111111111',
  'omni:0',
]);

const wholeNumber: Reference = (_chain, reference) =>
  /^(?:0|[1-9]\d{0,77})$/.test(reference) ? reference : null;

/**
 * A currency of the XRP Ledger with its issuer: three letters, or 40 hex digits. The ledger holds a code of
 * three letters as hex: 12 zero bytes, the letters, 5 zero bytes. Hex of that form is written as the letters.
 */
const issued: Reference = (chain, reference) => {
  const [, written = '', issuer = ''] = /^([0-9A-Za-z]{3}|[0-9A-Fa-f]{40})\.(\w+)$/.exec(reference) ?? [];
  const account = contract(chain, issuer);
  const currency = written.startsWith('00') && written.length === 40 ? codeInHex(written) : written;
  if (account === null || currency === null || currency === 'XRP') return null;
  return `${currency.length === 3 ? currency : currency.toUpperCase()}.${account}`;
};

/** The code that 40 hex digits hold; the digits where it has signs that no asset id can hold; null where they hold none. */
function codeInHex(digits: string): string | null {
  const [, code = ''] = /^0{24}((?:[2-7][0-9a-f]){3})0{10}$/i.exec(digits) ?? [];
  const text = Buffer.from(code, 'hex').toString('latin1');
  if (/^[0-9A-Za-z]{3}$/.test(text)) return text;
  return /^[0-9A-Za-z?!@#$%^&*<>(){}[\]|]{3}$/.test(text) ? digits : null;
}

const namespaces = (
  entries: readonly (readonly [string, Omit<TokenNamespace, 'name'>])[],
  otherNames: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, TokenNamespace> => {
  const known = new Map(entries.map(([name, rest]) => [name, { name, ...rest }]));
  for (const [other, name] of Object.entries(otherNames)) {
    const namespace = known.get(name);
    if (namespace) known.set(other, namespace);
  }
  return known;
};

const evmTokens = [
  ['erc20', { reference: contract }],
  ['erc721', { reference: contract, isOneOfMany: true }],
  ['erc1155', { reference: contract, isOneOfMany: true }],
] as const;

const ofEvm = namespaces(evmTokens);
/** BEP-20 is ERC-20 under another name: one contract is one asset. */
const ofBnbChain = namespaces(evmTokens, { bep20: 'erc20', bep721: 'erc721', bep1155: 'erc1155' });

const byChain: Readonly<Record<string, ReadonlyMap<string, TokenNamespace>>> = {
  'eip155:56': ofBnbChain,
  [tron]: namespaces([
    ['trc20', { reference: contract }],
    ['trc10', { reference: wholeNumber }],
    ['trc721', { reference: contract, isOneOfMany: true }],
    ['trc1155', { reference: contract, isOneOfMany: true }],
  ]),
  'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp': namespaces(
    [
      ['token', { reference: contract }],
      ['nft', { reference: contract }],
    ],
    { spl: 'token' },
  ),
  'xrpl:0': namespaces([['token', { reference: issued }]]),
  [bitcoin]: namespaces([['omni', { reference: wholeNumber }]]),
};

const nativeForm = ({ id, native }: Chain) => (native ? `: write ${id}/slip44:${native.slip44}` : '');

/** Reads a token of a chain: `<namespace>:<reference>`, and its number where it is one of many, each in its one spelling. */
export function parseToken(chainId: string, { namespace, reference, token }: TokenParts): TokenReading {
  const chain = chainById(chainId);
  if (!chain) return { problem: `${chainId} is not a chain that Cordon knows` };
  const known = byChain[chainId] ?? (isEvm(chainId) ? ofEvm : undefined);
  const found = known?.get(namespace);
  if (!found) {
    const names = ['slip44', ...(known?.keys() ?? [])].join(', ');
    return { problem: `${chainId} has no assets of the namespace ${namespace}: it has ${names}` };
  }
  const spelled = found.reference(chain, reference);
  if (spelled === null) return { problem: `the reference is not one of ${namespace} on ${chainId}` };
  const id = `${found.name}:${spelled}`;
  if (nativeMarks.has(id))
    return {
      problem: `${id} is no token, but a mark for the native asset of ${chainId}${nativeForm(chain)}`,
    };
  if (token === undefined) return { token: id };
  return found.isOneOfMany && wholeNumber(chain, token) !== null
    ? { token: `${id}/${token}` }
    : { problem: `${namespace} on ${chainId} has no token of this number` };
}
