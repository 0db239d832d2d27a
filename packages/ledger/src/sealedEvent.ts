import { hash } from 'node:crypto';
import { canonicalJson, type Json } from './canonicalJson';
import type { Approval, Head, LedgerEvent, NewEvent } from './ledgerEvent';

/** An event as it is stored: its canonical text without the hash, and SHA-256 in hex of the text's UTF-8. */
export interface SealedEvent {
  readonly sequence: number;
  readonly recordedAt: string;
  readonly key: string | undefined;
  readonly text: string;
  readonly hash: string;
}

/** An event that has been checked: all of its text that does not depend on its place. */
export interface PreparedEvent {
  readonly key: string | undefined;
  readonly type: string;
  /** Up to the payload. The names of what depends on the place sort behind it, but for `type`, which is last of all. */
  readonly beginning: string;
}

/** MongoDB's limit for a document is 16 MiB; the facts of one command are far smaller. */
const maxEventBytes = 8 * 1024 * 1024;
const maxNameLength = 500;

/**
 * @throws TypeError that names the part of the event without the form of `LedgerEvent`: a mistake of its
 * maker.
 */
export function prepareEvent(event: NewEvent): PreparedEvent {
  const { happenedAt, type, payload, maker, approvals = [], key } = event;
  if (!/^[A-Z][A-Z0-9_]{0,63}$/.test(type))
    throw wrong(event, 'a type is capital letters, digits, underscores');
  if (!isInstant(happenedAt)) throw wrong(event, `${happenedAt} is not RFC 3339 UTC with milliseconds`);
  if (!isName(maker)) throw wrong(event, `a maker has 1 to ${maxNameLength} characters`);
  if (key !== undefined && !isName(key)) throw wrong(event, `a key has 1 to ${maxNameLength} characters`);
  if (!approvals.every(isApproval))
    throw wrong(event, 'an approval has an approver, an instant and a SHA-256 in hex');
  checkNumbers(payload, event);
  const plain = approvals.map(({ approver, at, digest }) => ({ approver, at, digest }));
  const text = canonicalJson({ approvals: plain, happenedAt, key: key ?? null, maker, payload });
  if (Buffer.byteLength(text) > maxEventBytes) throw wrong(event, `it has more than ${maxEventBytes} bytes`);
  return { key, type, beginning: text.slice(0, -1) };
}

/** Puts an event behind the head. */
export function sealEvent({ key, type, beginning }: PreparedEvent, head: Head, now: Date): SealedEvent {
  // A clock that went backwards, or another server's that is behind, must not turn the order of knowing round.
  const recordedAt = [now.toISOString(), head.recordedAt].sort().at(-1) ?? head.recordedAt;
  const sequence = head.sequence + 1;
  const text = `${beginning},"previousHash":"${head.hash}","recordedAt":"${recordedAt}","sequence":${sequence},"type":"${type}"}`;
  return { sequence, recordedAt, key, text, hash: hashOf(text) };
}

/** SHA-256 in hex; of a text, of its UTF-8. */
export const hashOf = (text: string | Uint8Array): string => hash('sha256', text, 'hex');

/** The event of stored text. The text is what was hashed: nothing else is read. */
export function openEvent(text: string, itsHash: string): LedgerEvent {
  return { ...(JSON.parse(text) as Omit<LedgerEvent, 'hash'>), hash: itsHash };
}

/** Fractions and numbers beyond 2^53 - 1 are read differently by different programs; amounts are decimal strings. */
function checkNumbers(value: Json | undefined, event: NewEvent): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw wrong(
      event,
      `its payload has the number ${value}, and only safe whole numbers are exact everywhere`,
    );
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value) as Json[]) checkNumbers(part, event);
}

const isName = (text: string) => text.length > 0 && text.length <= maxNameLength;

function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return text.length === 24 && !Number.isNaN(at) && new Date(at).toISOString() === text;
}

const isApproval = ({ approver, at, digest }: Approval) =>
  isName(approver) && isInstant(at) && /^[0-9a-f]{64}$/.test(digest);

const wrong = (event: NewEvent, what: string) =>
  new TypeError(`an event ${event.type} cannot be recorded: ${what}`);
