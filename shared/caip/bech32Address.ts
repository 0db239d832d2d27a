import { bech32, bech32m } from '@scure/base';

/** The prefix of a text that is written as bech32 is; the letters are in either case. */
export const bech32Prefix = (text: string): string | undefined =>
  /^([a-z]{2,10})1[02-9ac-hj-np-z]{6,}$/i.exec(text)?.[1]?.toLowerCase();

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
