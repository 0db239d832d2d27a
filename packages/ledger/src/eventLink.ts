/** The fields that chain an event to the one before. */
export interface EventLink {
  readonly previousHash: string;
  readonly recordedAt: string;
  readonly sequence: number;
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const beforeHash = bytesOf(',"previousHash":"');
const beforeInstant = bytesOf('","recordedAt":"');
const beforeSequence = bytesOf('","sequence":');
const beforeType = bytesOf(',"type":"');
/** A zero stands for any digit. */
const instant = bytesOf('0000-00-00T00:00:00.000Z');
const [zero, nine, quote, brace, underscore] = [0x30, 0x39, 0x22, 0x7d, 0x5f];
const hashLength = 64;
const maxTypeLength = 64;
/** The largest safe whole number has so many. */
const maxSequenceDigits = 16;

/** Tells if bytes stand at a place. */
export function hasBytesAt(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
  if (at < 0) return false;
  for (let i = 0; i < bytes.length; i++) if (text[at + i] !== bytes[i]) return false;
  return true;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= zero && byte <= nine;
const isCapital = (byte: number | undefined) => byte !== undefined && byte >= 0x41 && byte <= 0x5a;

/** Tells if 64 lower-case hex digits stand at a place. */
export function isHashAt(text: Uint8Array, at: number): boolean {
  for (let i = at; i < at + hashLength; i++) {
    const byte = text[i];
    if (!isDigit(byte) && !(byte !== undefined && byte >= 0x61 && byte <= 0x66)) return false;
  }
  return true;
}

function isInstantAt(text: Uint8Array, at: number): boolean {
  for (let i = 0; i < instant.length; i++) {
    const byte = text[at + i];
    if (instant[i] === zero ? !isDigit(byte) : byte !== instant[i]) return false;
  }
  return true;
}

/** Returns the place where `,"type":"` begins, read from the end of the text. */
function typeStart(text: Uint8Array): number | undefined {
  const end = text.length - 2;
  if (text[end] !== quote || text[end + 1] !== brace) return undefined;
  let start = end;
  for (
    let byte = text[start - 1];
    isCapital(byte) || isDigit(byte) || byte === underscore;
    byte = text[start - 1]
  )
    start--;
  const fits = isCapital(text[start]) && end - start <= maxTypeLength;
  return fits && hasBytesAt(text, start - beforeType.length, beforeType)
    ? start - beforeType.length
    : undefined;
}

/**
 * Reads the link from the end of an event's text, so that no payload is parsed. Of the names of an event
 * these four sort last, and none of the values needs an escape. Undefined where the text is no event.
 */
export function linkOf(text: Buffer): EventLink | undefined {
  const end = typeStart(text);
  if (end === undefined) return undefined;
  let digits = end;
  while (isDigit(text[digits - 1])) digits--;
  if (digits === end || end - digits > maxSequenceDigits || text[digits] === zero) return undefined;
  let sequence = 0;
  for (let i = digits; i < end; i++) sequence = sequence * 10 + (text[i] ?? zero) - zero;
  const instantEnd = digits - beforeSequence.length;
  const instantAt = instantEnd - instant.length;
  const hashEnd = instantAt - beforeInstant.length;
  const hashAt = hashEnd - hashLength;
  const fits =
    hasBytesAt(text, hashAt - beforeHash.length, beforeHash) &&
    isHashAt(text, hashAt) &&
    hasBytesAt(text, hashEnd, beforeInstant) &&
    isInstantAt(text, instantAt) &&
    hasBytesAt(text, instantEnd, beforeSequence);
  if (!fits) return undefined;
  return {
    previousHash: text.toString('latin1', hashAt, hashEnd),
    recordedAt: text.toString('latin1', instantAt, instantEnd),
    sequence,
  };
}
