/** A text as a header can carry it: the bytes of UTF-8, one a character, which the gateway reads back. */
export const asHeader = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
