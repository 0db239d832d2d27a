/** Writes an enum's value as words: `RESTRAINING_ORDER` is `Restraining order`. */
export function wordsOf(value: string): string {
  const words = value.toLowerCase().replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Shortens an address or hash in the middle; the whole of it belongs in the title. */
export const shortened = (text: string, head = 10, tail = 6): string =>
  text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;

/** The address of a CAIP-10 id: `eip155:1:0x098B…` gives `0x098B…`. */
export const addressOf = (walletId: string): string => walletId.slice(walletId.lastIndexOf(':') + 1);
