import { base58OfHex, readBase58Address } from './base58Address';
import { bech32Prefix, readBech32Address } from './bech32Address';
import { cashForm, readCashAddress } from './cashAddress';
import { type Chain, chains as allChains } from './chains';
import { readEvmAddress } from './evmAddress';
import { moneroForm, readMoneroAddress } from './moneroAddress';
import { otherFormProblem } from './otherChainForm';
import { secretForm } from './secretForm';
import { isSolanaForm, readSolanaAddress } from './solanaAddress';
import { readXrpAddress, xrpForm } from './xrpAddress';

type Reading = { readonly address: string } | { readonly problem: string };
export type AddressReading =
  { readonly chain: Chain; readonly address: string } | { readonly problem: string };

/** The forms that one chain has to itself (EVM: one family of chains), with their tests and parsers. */
const ownForms: readonly {
  readonly name: NonNullable<Chain['ownForm']>;
  readonly fits: (text: string) => boolean;
  readonly read: (text: string) => Reading;
}[] = [
  { name: 'EVM', fits: (text) => /^0x/i.test(text), read: readEvmAddress },
  { name: 'CASHADDR', fits: (text) => cashForm.test(text), read: readCashAddress },
  { name: 'XRP', fits: (text) => xrpForm.test(text), read: readXrpAddress },
  { name: 'MONERO', fits: (text) => moneroForm.test(text), read: readMoneroAddress },
  {
    name: 'TRON_HEX',
    fits: (text) => /^41[0-9a-f]{40}$/i.test(text),
    read: (text) => ({ address: base58OfHex(text) }),
  },
  { name: 'SOLANA', fits: isSolanaForm, read: readSolanaAddress },
];

/**
 * Parses a plain address of one of these chains; its form says which chain. No text has the form of two,
 * except base58check versions that a fork kept. Those are the older chain's, unless only the fork is asked
 * for.
 */
export function readPlainAddress(text: string, among: readonly Chain[]): AddressReading {
  const read = readForm(text, among);
  return 'problem' in read ? { problem: knownProblem(text) ?? read.problem } : read;
}

/** Says what a text is that is no address here: a secret, or a form of another chain. A reason of our own form would mislead. */
function knownProblem(text: string): string | undefined {
  const secret = secretForm(text);
  if (secret)
    return `it has the form of ${secret}, and is no address: do not send secrets; move the funds that it controls`;
  return otherFormProblem(text);
}

function readForm(text: string, among: readonly Chain[]): AddressReading {
  const witness = witnessChain(text);
  if (witness) {
    const chain = among.find(({ bech32 }) => bech32 === witness.bech32);
    return chain ? readOn(chain, readBech32Address(text)) : notOf(witness, among);
  }
  const own = ownForms.find(({ fits }) => fits(text));
  if (own) {
    const chain = among.find(({ ownForm }) => ownForm === own.name);
    return chain ? readOn(chain, own.read(text)) : notOf(chainOfForm(own.name), among);
  }
  return notAnAddress(text) ?? readBase58Address(text, among);
}

/** The chain whose prefix a text has. Solana's keys can begin like one; they are in both cases, and bech32 never is. */
function witnessChain(text: string): Chain | undefined {
  const prefix = bech32Prefix(text);
  const chain = allChains.find(({ bech32 }) => bech32 === prefix && prefix !== undefined);
  return chain && (isOneCase(text) || !isSolanaForm(text)) ? chain : undefined;
}

const readOn = (chain: Chain, reading: Reading): AddressReading =>
  'problem' in reading ? reading : { chain, address: reading.address };

const chainOfForm = (form: Chain['ownForm']) => allChains.find(({ ownForm }) => ownForm === form);

const notOf = (chain: Chain | undefined, among: readonly Chain[]) => ({
  problem: `it has the form of an address of ${chain?.name ?? 'another chain'}, and ${among.map(({ name }) => name).join(', ')} has none such`,
});

const isOneCase = (text: string) => text === text.toLowerCase() || text === text.toUpperCase();

/**
 * The shortest bech32 address after its prefix: `1`, 32 characters of a 20-byte hash, and six of a checksum.
 */
const minBech32Length = 1 + 32 + 5;

/** Returns the problem of a text that is often met in place of an address. */
function notAnAddress(text: string): { problem: string } | undefined {
  if (/^[0-9a-f]{64}$/i.test(text))
    return { problem: 'it is 64 hexadecimal digits: the hash of a transaction, or a key, and no address' };
  if (/^[0-9a-f]{40}$/i.test(text))
    return { problem: 'it is 40 hexadecimal digits: where an EVM address is meant, 0x is missing' };
  if (/^[^\s.]+(?:\.[^\s.]+)*\.(?:eth|sol|crypto|x)$/i.test(text))
    return { problem: 'it is a name, and its owner can point it elsewhere: the address is needed' };
  const prefix = bech32Prefix(text);
  if (prefix !== undefined && isOneCase(text) && text.length > prefix.length + minBech32Length)
    return { problem: `its prefix \`${prefix}\` is of no chain that Cordon knows` };
  return undefined;
}
