import { base58xrp } from '@scure/base';
import { sha256Twice, withoutChecksum } from './checksum';

/** Tells customers apart that are paid at one address: a destination tag of the XRP Ledger, a memo elsewhere. */
export type TagReading = { readonly tag: string | null } | { readonly problem: string };

const xrpLedger = 'xrpl:0';
const highestTag = 0xffff_ffff;
const maxLength = 128;

/** Reads a tag as its chain has them: a number of 32 bits on the XRP Ledger, else a text. Empty is none. */
export function parseTag(chain: string, written: string | number | null | undefined): TagReading {
  const text = String(written ?? '').trim();
  if (text === '') return { tag: null };
  if (chain === xrpLedger) {
    return /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= highestTag
      ? { tag: text }
      : { problem: `a destination tag of the XRP Ledger is a whole number from 0 to ${highestTag}` };
  }
  return text.length <= maxLength && !/\p{C}/u.test(text)
    ? { tag: text }
    : { problem: `a memo has 1 to ${maxLength} characters, none of them a control character` };
}

/** The tag of a payment URI (`dt`, `memo`, `tag`). */
function tagOfUri(written: string): string | null {
  if (!written.includes('?')) return null;
  const query = new URLSearchParams(written.split('?', 2)[1]);
  return query.get('dt') ?? query.get('memo') ?? query.get('tag');
}

/** Returns the tag of an X-address (XLS-5), bare or in a CAIP-10 id or a payment URI. */
function tagOfXAddress(written: string): string | null {
  const address = /(?:^|[:/])(X[1-9A-HJ-NP-Za-km-z]{46})(?:\?|$)/.exec(written)?.[1];
  const payload = address === undefined ? null : withoutChecksum(base58xrp.decode(address), sha256Twice);
  // After two bytes of a prefix and the account: a flag, and the tag in the order of least significant first.
  return payload?.[22] === 1 ? String(Buffer.from(payload).readUInt32LE(23)) : null;
}

/** The tag that is given beside an address, or that the address itself has. Two that differ are a problem. */
export function tagOf(chain: string, address: string, given: string | number | null | undefined): TagReading {
  const written = address.trim();
  let found: string | null = null;
  for (const [place, text] of [
    ['the address has', tagOfXAddress(written)],
    ['the payment URI has', tagOfUri(written)],
    ['beside it is', given],
  ] as const) {
    const read = parseTag(chain, text);
    if ('problem' in read) return read;
    if (found !== null && read.tag !== null && found !== read.tag)
      return { problem: `the address has the tag ${found}, and ${place} ${read.tag}` };
    found ??= read.tag;
  }
  return { tag: found };
}
