import { hashOf, linkOfBytes } from './sealedEvent';
import type { CheckedEvent } from './chainCheck';
import type { StoredEvent } from './storedEvent';

/** What a line has behind the text of its event, in place of the last brace: `,"hash":"<64 hex>"}`. */
const endingLength = 75;
const ending = /^,"hash":"([0-9a-f]{64})"\}$/;
const comma = 0x2c;
const brace = 0x7d;

/** An event as a line: the text that was hashed, with the hash as one more field at its end. */
export const lineOf = ({ text, hash }: Pick<StoredEvent, 'text' | 'hash'>): string =>
  `${text.toString('utf8', 0, text.length - 1)},"hash":"${hash}"}`;

/** Reads what there is to check of a line, without parsing it. `line` is changed: its text is put together in place. */
export function checkedLine(line: Buffer): CheckedEvent {
  const end = line.length - endingLength;
  const stated = end > 0 ? ending.exec(line.toString('latin1', end))?.[1] : undefined;
  if (stated === undefined || line[end] !== comma) return { link: undefined, stated: '', computed: '' };
  line[end] = brace;
  const text = line.subarray(0, end + 1);
  return { link: linkOfBytes(text), stated, computed: hashOf(text) };
}
