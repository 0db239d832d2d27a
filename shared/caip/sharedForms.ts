import { base58 } from '@scure/base';
import { isEvm } from './chains';
import { base58Form } from './base58Address';

/** Chains that write addresses with the same version byte, by the chain that Cordon reads it as and the byte in hex. */
const byVersion: Readonly<Record<string, readonly string[]>> = {
  'bip122:000000000019d6689c085ae165831e93 00': ['Bitcoin Cash (legacy)', 'Bitcoin SV', 'eCash (legacy)'],
  'bip122:000000000019d6689c085ae165831e93 05': ['Bitcoin Cash (legacy)', 'Bitcoin SV', 'Litecoin (before 2017)'],
  'bip122:1a91e3dace36e2be3bf030a65679fe82 1e': ['DigiByte', 'Verge', 'PIVX'],
  'bip122:00040fe8ec8471911baa1db1266ea15d 1cb8': ['Zclassic', 'BitcoinZ', 'Bitcoin Private'],
  'bip122:00040fe8ec8471911baa1db1266ea15d 1cbd': ['Zclassic', 'BitcoinZ'],
  'btg:mainnet 17': ['NEO (before N3)'],
}; // prettier-ignore

const byChain: Readonly<Record<string, readonly string[]>> = {
  'xrpl:0': ['Xahau'],
  'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp': ['other chains of the Solana Virtual Machine'],
};

/**
 * Names the other chains on which the same text is an address too: nothing in it says which is meant. A wallet that was
 * read from a bare address may be one of theirs.
 */
export function chainsOfSameForm({
  chain,
  address,
}: {
  readonly chain: string;
  readonly address: string;
}): readonly string[] {
  if (isEvm(chain)) return ['every other EVM chain'];
  const known = byChain[chain];
  if (known || !base58Form.test(address)) return known ?? [];
  // 20 bytes of a hash and four of a checksum come last.
  const version = Buffer.from(base58.decode(address).subarray(0, -24)).toString('hex');
  return byVersion[`${chain} ${version}`] ?? [];
}
