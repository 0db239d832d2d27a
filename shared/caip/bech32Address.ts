import { bech32, bech32m } from '@scure/base';
import type { Chain } from './chains';

export function bech32Chain(text: string, chains: readonly Chain[]): Chain | undefined {
  const prefix = /^([a-z]+)1/i.exec(text)?.[1]?.toLowerCase();
  return prefix === undefined ? undefined : chains.find((chain) => chain.bech32 === prefix);
}

/** Reads a witness address: bech32 for version 0, bech32m for 1 to 16 (BIP 173, BIP 350). Lower case is canonical. */
export function readBech32Address(text: string): { address: string } | { problem: string } {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) {
    return { problem: 'a bech32 address is all in lower or all in upper case' };
  }
  const address = text.toLowerCase() as `${string}1${string}`;
  for (const [codec, versions] of [
    [bech32, [0, 0]],
    [bech32m, [1, 16]],
  ] as const) {
    const decoded = codec.decodeUnsafe(address, 90);
    const [version, ...words] = decoded ? decoded.words : [];
    if (version === undefined || version < versions[0] || version > versions[1]) continue;
    const program = codec.fromWordsUnsafe(words);
    if (!program || program.length < 2 || program.length > 40) continue;
    if (version === 0 && program.length !== 20 && program.length !== 32) continue;
    return { address };
  }
  return { problem: 'its bech32 checksum or witness program does not fit: a character is wrong or missing' };
}
