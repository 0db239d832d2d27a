import { base58xrp } from '@scure/base';
import { sha256Twice, withoutChecksum } from './checksum';

/** What tells customers apart that are paid at one address: a destination tag of the XRP Ledger, a memo elsewhere. */
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

/** Reads the tag that an address is written with: of an X-address (XLS-5), or of a payment URI (`dt`, `memo`, `tag`). */
function tagInAddress(written: string): string | null {
  const text = written.trim();
  const query = /^[a-z]+:[^?]*\?(.*)$/is.exec(text)?.[1];
  if (query !== undefined) {
    const asked = new URLSearchParams(query);
    return asked.get('dt') ?? asked.get('memo') ?? asked.get('tag');
  }
  const address = text.slice(text.lastIndexOf(':') + 1);
  if (!/^X[1-9A-HJ-NP-Za-km-z]{46}$/.test(address)) return null;
  const payload = withoutChecksum(base58xrp.decode(address), sha256Twice);
  // After two bytes of a prefix and the account: a flag, and the tag in the order of least significant first.
  return payload?.[22] === 1 ? String(Buffer.from(payload).readUInt32LE(23)) : null;
}

/** The tag that is given beside an address, or that the address itself has. Two that differ are a problem. */
export function tagOf(chain: string, address: string, given: string | number | null | undefined): TagReading {
  const [beside, within] = [parseTag(chain, given), parseTag(chain, tagInAddress(address))];
  if ('problem' in beside) return beside;
  if ('problem' in within) return within;
  if (beside.tag !== null && within.tag !== null && beside.tag !== within.tag)
    return { problem: `the address has the tag ${within.tag}, and beside it is ${beside.tag}` };
  return { tag: beside.tag ?? within.tag };
}
