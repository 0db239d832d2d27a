import type { CheckedEvent } from './chainCheck';
import { isHashAt, linkOf, hasBytesAt } from './eventLink';
import { hashOf } from './sealedEvent';
import type { StoredEvent } from './storedEvent';

/** The end of a line behind the text of its event, in place of the last brace: `,"hash":"<64 hex>"}`. */
const beforeHash = Buffer.from(',"hash":"');
const afterHash = Buffer.from('"}');
const endingLength = 75;
const brace = 0x7d;

/** An event as a line: the text that was hashed, with the hash as one more field at its end. */
export const lineOf = ({ text, hash }: Pick<StoredEvent, 'text' | 'hash'>): string =>
  `${text.toString('utf8', 0, text.length - 1)},"hash":"${hash}"}`;

/** Reads what there is to check of a line, without parsing it. `line` is changed: its text is put together in place. */
export function checkedLine(line: Buffer): CheckedEvent {
  const end = line.length - endingLength;
  const hashAt = end + beforeHash.length;
  const hashEnd = line.length - afterHash.length;
  if (!hasBytesAt(line, end, beforeHash) || !isHashAt(line, hashAt) || !hasBytesAt(line, hashEnd, afterHash))
    return { link: undefined, recorded: '', computed: '' };
  const recorded = line.toString('latin1', hashAt, hashEnd);
  line[end] = brace;
  const text = line.subarray(0, end + 1);
  return { link: linkOf(text), recorded, computed: hashOf(text) };
}
