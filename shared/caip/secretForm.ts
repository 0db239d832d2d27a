import { base58 } from '@scure/base';
import { base58Form } from './base58Address';
import { sha256Twice, withoutChecksum } from './checksum';

/** Version bytes of private keys in WIF: of Bitcoin, its test networks, Litecoin, Dogecoin, Dash and Zcash's forks. */
const wifLengths = [33, 34];

const forms: readonly (readonly [RegExp, string])[] = [
  [
    /^[xyzuvtYZUV]prv[1-9A-HJ-NP-Za-km-z]{100,}$|^(?:Ltpv|Mtpv|dgpv|drkp)[1-9A-HJ-NP-Za-km-z]{100,}$/,
    'an extended private key',
  ],
  [/^6P[1-9A-HJ-NP-Za-km-z]{56}$/, 'an encrypted private key (BIP 38)'],
  [/^S[A-Z2-7]{55}$|^s[a-z2-7]{55}$/, 'a secret seed of Stellar'],
  [/^s(?:Ed)?[1-9A-HJ-NP-Za-km-z]{26,28}$/, 'a seed of the XRP Ledger'],
  [
    /^(?:nsec|suiprivkey|age-secret-key-|secret-extended-key-\w+|ed25519e?_sk|xprv|addr_xsk)1[02-9ac-hj-np-z]{50,}$/i,
    'a private key',
  ],
  [/^(?:edsk|spsk|p2sk|edesk)[1-9A-HJ-NP-Za-km-z]{48,}$/, 'a private key of Tezos'],
  [/^\s*(?:\p{L}{2,12}\s+){11,}\p{L}{2,12}\s*$/u, 'a mnemonic'],
];

/** Names the kind of secret that a text has the form of, also where its checksum does not fit; undefined where it has none. */
export function secretForm(text: string): string | undefined {
  const named = forms.find(([form]) => form.test(text))?.[1];
  return named ?? (isWif(text) ? 'a private key (WIF)' : undefined);
}

/** 51 or 52 characters that begin as those of the usual networks do, or any version byte where the checksum fits. */
function isWif(text: string): boolean {
  if (text.length < 50 || text.length > 53 || !base58Form.test(text)) return false;
  if (/^[5KL9c6TVQX7]/.test(text)) return true;
  const payload = withoutChecksum(base58.decode(text), sha256Twice);
  return payload !== null && wifLengths.includes(payload.length);
}
