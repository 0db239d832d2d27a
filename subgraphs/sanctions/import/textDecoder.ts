import { TextDecoder } from 'node:util';

/**
 * Returns the decoder of a text file by its first bytes: UTF-16 where a byte order mark says so, else UTF-8. It leaves
 * the mark out, and throws for bytes that are not of the encoding.
 */
export function textDecoder(start: Buffer): TextDecoder {
  const mark = start.length < 2 ? 0 : start.readUInt16BE();
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}
