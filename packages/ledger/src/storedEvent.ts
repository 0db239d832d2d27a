import type { CheckedEvent } from './chainCheck';
import { linkOf, hasBytesAt } from './eventLink';
import { hashOf } from './sealedEvent';

/** A document of the ledger's collection, as the bytes that are stored. */
export interface StoredEvent {
  readonly sequence: number;
  readonly key: Buffer | undefined;
  readonly text: Buffer;
  readonly hash: string;
}

/** The types of BSON that the fields have (bsonspec.org): a whole number is the one or the other, as it was written. */
const types = { double: 0x01, string: 0x02, int32: 0x10 } as const;

/**
 * Reads a stored document from its BSON as it is. The text is not decoded: the stored bytes are hashed, and a
 * verification of a million events takes half as long. Undefined where the document does not have exactly the
 * fields that were written, in their order.
 */
export function readStored(document: Buffer): StoredEvent | undefined {
  // Behind the length of the document.
  const idEnd = nameEnd(document, 4, '_id');
  if (idEnd === undefined) return undefined;
  const isDouble = document[4] === types.double;
  if (!isDouble && document[4] !== types.int32) return undefined;
  const sequence = isDouble ? document.readDoubleLE(idEnd) : document.readInt32LE(idEnd);
  const keyStart = idEnd + (isDouble ? 8 : 4);
  const key = stringAt(document, keyStart, 'key');
  const text = stringAt(document, key?.end ?? keyStart, 'text');
  const hash = text && stringAt(document, text.end, 'hash');
  // The byte 0 ends the document.
  if (!text || !hash || hash.end !== document.length - 1) return undefined;
  return {
    sequence,
    key: key && document.subarray(key.start, key.end - 1),
    text: document.subarray(text.start, text.end - 1),
    hash: document.toString('latin1', hash.start, hash.end - 1),
  };
}

/** Returns the place where the value of an element begins; undefined where the element has another name. */
function nameEnd(document: Buffer, at: number, name: string): number | undefined {
  for (let n = 0; n < name.length; n++) if (document[at + 1 + n] !== name.charCodeAt(n)) return undefined;
  return document[at + 1 + name.length] === 0 ? at + 2 + name.length : undefined;
}

/** A string of BSON has its length in front, and the byte 0, which counts, behind it. */
function stringAt(document: Buffer, at: number, name: string): { start: number; end: number } | undefined {
  const length = document[at] === types.string ? nameEnd(document, at, name) : undefined;
  if (length === undefined) return undefined;
  return { start: length + 4, end: length + 4 + document.readInt32LE(length) };
}

/** Returns the parts of a stored event that are checked. */
export const checkedStored = ({ text, hash }: StoredEvent): CheckedEvent => ({
  link: linkOf(text),
  recorded: hash,
  computed: hashOf(text),
});

/** The beginning of an event without approvals, up to the instant. */
const beginning = Buffer.from('{"approvals":[],"happenedAt":"');
const keyAt = beginning.length + '2022-05-12T00:00:00.000Z"'.length;
const beforeKey = Buffer.from(',"key":"');
const afterKey = Buffer.from('","maker":');
const noKey = Buffer.from(',"key":null,"maker":');
const backslash = 0x5c;

/** Tells if the key beside the text is the one in it. */
export function hasItsKey({ key, text }: StoredEvent): boolean {
  if (hasBytesAt(text, 0, beginning)) {
    if (!key) return hasBytesAt(text, keyAt, noKey);
    const start = keyAt + beforeKey.length;
    const stands =
      hasBytesAt(text, keyAt, beforeKey) &&
      hasBytesAt(text, start, key) &&
      hasBytesAt(text, start + key.length, afterKey);
    // With a backslash in it, it would be another key that stands there.
    if (stands && key.indexOf(backslash) < 0) return true;
  }
  try {
    return (JSON.parse(text.toString()) as { key?: unknown }).key === (key?.toString() ?? null);
  } catch {
    return false;
  }
}
