import { base58, bech32, bech32m, createBase58check } from '@scure/base';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58Form } from './base58Address';
import { bech32Prefix } from './bech32Address';
import { keccak } from './checksum';

/** Forms of addresses that Cordon does not read, told by their letters. The first that fits names the form. */
const forms: readonly (readonly [RegExp, string])[] = [
  // Base32 has one case, so that a lower-case spelling loses nothing.
  [/^[GMC][A-Z2-7]{55}$|^M[A-Z2-7]{68}$|^[gmc][a-z2-7]{55}$|^m[a-z2-7]{68}$/, 'an address of Stellar'],
  [/^[A-Z2-7]{58}$|^[a-z2-7]{58}$/, 'an address of Algorand'],
  [/^[ft](?:0\d{1,20}|[12][a-z2-7]{39}|3[a-z2-7]{84}|410f[a-z2-7]{38,})$/, 'an address of Filecoin'],
  [
    /^(?:lightning:)?ln(?:bc|tb|tbs|bcrt|sb)(?:\d+[munp]?)?1[02-9ac-hj-np-z]{50,}$/i,
    'an invoice of the Lightning Network',
  ],
  [/^(?:lnurl|lno|lni|lnr)1[02-9ac-hj-np-z]{20,}$/i, 'a request of the Lightning Network'],
  [/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, 'an email address or an address of the Lightning Network'],
  [/^0[23][0-9a-f]{64}(?:@\S+)?$/i, 'a compressed public key'],
  [/^04[0-9a-f]{128}$/i, 'an uncompressed public key'],
  [/^(?:0x)?[0-9a-f]{128}$/i, 'a public key of 64 bytes, or a signature'],
  [
    /^[xyzuvtYZUV]pub[1-9A-HJ-NP-Za-km-z]{100,}$|^(?:Ltub|Mtub|dgub)[1-9A-HJ-NP-Za-km-z]{100,}$/,
    'an extended public key, from which many addresses come',
  ],
  [/^(?:addr|addr_test|stake|stake_test)1[02-9ac-hj-np-z]{50,}$/, 'an address of Cardano'],
  [/^(?:DdzFF[1-9A-HJ-NP-Za-km-z]{90,}|Ae2[1-9A-HJ-NP-Za-km-z]{54,58})$/, 'an address of Cardano (Byron)'],
  [/^0x[0-9a-f]{64}$/i, 'a 32-byte address (Sui, Aptos, Starknet), a hash, or a key'],
  [/^[1-9A-HJ-NP-Za-km-z]{86,88}$/, 'a private key or a signature of Solana'],
  [/^(?:nano|xrb)_[13][13-9a-km-uw-z]{59}$/, 'an address of Nano'],
  [/^kaspa:[qp][02-9ac-hj-np-z]{60,}$/, 'an address of Kaspa'],
  [/^ecash:[qp][02-9ac-hj-np-z]{41}$/, 'an address of eCash'],
  [
    /^(?:zs1[02-9ac-hj-np-z]{75}|u1[02-9ac-hj-np-z]{100,}|zc[1-9A-HJ-NP-Za-km-z]{93})$/,
    'a shielded address of Zcash, of which only transparent ones (t1…, t3…) can be traced',
  ],
  [/^(?:EQ|UQ|kQ|0Q)[-_0-9A-Za-z]{46}$|^-?[01]:[0-9a-f]{64}$/i, 'an address of TON'],
  [/^[XPC]-(?:avax|fuji)1[02-9ac-hj-np-z]{38}$/, 'an address of Avalanche, other than of its C-Chain'],
  [/^B62q[1-9A-HJ-NP-Za-km-z]{51}$/, 'an address of Mina'],
  [/^S[PMTN][0-9A-HJKMNP-TV-Z]{37,40}$/, 'an address of Stacks'],
  [/^0\.0\.\d{1,12}(?:-[a-z]{5})?$/, 'an account of Hedera'],
  [/^0x[0-9a-f]{16}$/i, 'an address of Flow'],
  [/^[a-z0-9_-]{2,56}(?:\.[a-z0-9_-]{2,56})*\.near$/, 'an account of NEAR'],
];

/** Human-readable parts of bech32 addresses on chains that Cordon does not read. */
const bech32Chains: Readonly<Record<string, string>> = {
  tb: 'a test network of Bitcoin',
  bcrt: 'a test network of Bitcoin',
  tltc: 'a test network of Litecoin',
  dgb: 'DigiByte', cosmos: 'Cosmos Hub', osmo: 'Osmosis', terra: 'Terra', juno: 'Juno', kava: 'Kava', inj: 'Injective',
  thor: 'THORChain', maya: 'Maya', bnb: 'BNB Beacon Chain', tbnb: 'a test network of BNB Beacon Chain', sei: 'Sei', celestia: 'Celestia', dydx: 'dYdX',
  axelar: 'Axelar', secret: 'Secret Network', stars: 'Stargaze', akash: 'Akash', erd: 'MultiversX', zil: 'Zilliqa', one: 'Harmony',
  iota: 'IOTA', smr: 'Shimmer', vtc: 'Vertcoin', grs: 'Groestlcoin', via: 'Viacoin', mona: 'Monacoin', sys: 'Syscoin', fc: 'Fetch.ai',
  fetch: 'Fetch.ai', band: 'BandChain', io: 'IoTeX', lbc: 'LBRY', xpr: 'XPR', ckb: 'Nervos', nym: 'Nym', bech: 'XinFin',
}; // prettier-ignore

/** Version bytes of base58check, in hex, of chains that Cordon does not read. */
const versions: Readonly<Record<string, string>> = {
  '6f': 'a test network of Bitcoin', c4: 'a test network of Bitcoin', '3f': 'DigiByte', '35': 'NEO (N3)', '3c': 'Ravencoin',
  '3a': 'Qtum', '37': 'Peercoin', '34': 'Namecoin', '47': 'Vertcoin', '52': 'PIVX (staking) or Zcoin', '8c': 'a test network of Dash',
  '2089': 'Horizen', '2096': 'Horizen', '1d25': 'a test network of Zcash', '06a19f': 'Tezos', '06a1a1': 'Tezos', '06a1a4': 'Tezos',
  '025a79': 'Tezos', '49': 'BlackCoin or another fork of Bitcoin',
}; // prettier-ignore

/** The prefix of the two blake2b digests of a Substrate address. */
const ss58Prefix = Uint8Array.from('SS58PRE', (letter) => letter.charCodeAt(0));

const substrateChains: Readonly<Record<number, string>> = { 0: 'Polkadot', 2: 'Kusama' };

/**
 * Says what a text is that is no address of a chain that Cordon reads: `it has the form of an address of Stellar, …`.
 * Undefined where the form is not known. Where the form has a checksum over bytes, the checksum decides.
 */
export function otherFormProblem(text: string): string | undefined {
  const form = forms.find(([known]) => known.test(text))?.[1] ?? base58Chain(text);
  if (!form) return bech32Problem(text);
  return /^an (?:address|account) of /.test(form)
    ? `it has the form of ${form}, a chain that Cordon does not know`
    : `it has the form of ${form}, and is no address that Cordon can trace`;
}

function bech32Problem(text: string): string | undefined {
  const prefix = bech32Prefix(text) ?? '';
  const chain = bech32Chains[prefix];
  if (!chain) return undefined;
  const isWhole = [bech32, bech32m].some((codec) => Boolean(codec.decodeUnsafe(text.toLowerCase(), 120)));
  return isWhole ? `its prefix \`${prefix}\` is of ${chain}, a chain that Cordon does not know` : undefined;
}

function base58Chain(text: string): string | undefined {
  if (!base58Form.test(text) || text.length < 25 || text.length > 60) return undefined;
  const bytes = base58.decode(text);
  return substrate(bytes) ?? waves(bytes) ?? fork(text);
}

/** SS58: a prefix of one byte or two, 32 bytes, and two bytes of a checksum. */
function substrate(bytes: Uint8Array): string | undefined {
  const prefixLength = bytes.length === 35 ? 1 : bytes.length === 36 ? 2 : 0;
  if (prefixLength === 0) return undefined;
  const hash = blake2b(Uint8Array.of(...ss58Prefix, ...bytes.subarray(0, -2)), { dkLen: 64 });
  if (bytes.at(-2) !== hash[0] || bytes.at(-1) !== hash[1]) return undefined;
  const chain = prefixLength === 1 ? substrateChains[bytes[0] ?? -1] : undefined;
  return `an address of ${chain ?? 'a chain of the Polkadot family (SS58)'}`;
}

function waves(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 26 || bytes[0] !== 1) return undefined;
  const hash = keccak(blake2b(bytes.subarray(0, 22), { dkLen: 32 }));
  return bytes.subarray(22).every((byte, i) => byte === hash[i]) ? 'an address of Waves' : undefined;
}

const checked = createBase58check(sha256);

function fork(text: string): string | undefined {
  let payload: Uint8Array;
  try {
    payload = checked.decode(text);
  } catch {
    return undefined;
  }
  const version = Buffer.from(payload.subarray(0, Math.max(0, payload.length - 20))).toString('hex');
  const chain = versions[version];
  return chain && `an address of ${chain}`;
}
