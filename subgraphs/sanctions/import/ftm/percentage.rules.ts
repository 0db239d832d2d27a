import { wholeShare } from '../../ownership/ownership.rules';

/** A share in millionths of the whole: the least and the most that it can be. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

const unknown: Share = { least: 0, most: wholeShare };

/** One number of percent, `51`, `51.5 %` or `51,5%`. */
const number = String.raw`(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent)?`;
const one = new RegExp(`^${number}$`, 'i');
const range = new RegExp(String.raw`^(?:between\s+)?${number}\s*(?:-|–|to|and|up to)\s*${number}$`, 'i');
const atLeast = new RegExp(
  String.raw`^(?:>=?|≥|at least|more than|over|from|minimum|min\.?)\s*${number}(?:\s*or more)?$|^${number}\s*(?:or more|\+)$`,
  'i',
);
const atMost = new RegExp(
  String.raw`^(?:<=?|≤|at most|less than|under|up to|not more than|maximum|max\.?)\s*${number}$`,
  'i',
);
const both = new RegExp(
  String.raw`^(?:more than|over|at least)\s+${number}\s*(?:but|and)\s+(?:not more than|less than|at most)\s+${number}$`,
  'i',
);

/**
 * Reads percentages of ownership: `51%`, `25-50`, `more than 75%`. Several are one range. A text without a
 * share is a stake of unknown size, from nothing to the whole.
 */
export function shareOf(texts: readonly string[]): {
  readonly share: Share;
  readonly unread: readonly string[];
} {
  const read = texts.map((text) => ({ text, share: readShare(text.trim()) }));
  const shares = read.flatMap(({ share }) => share ?? []);
  const unread = read.filter(({ share }) => share === null).map(({ text }) => text);
  if (shares.length === 0 || unread.length > 0) return { share: unknown, unread };
  return {
    share: {
      least: Math.min(...shares.map(({ least }) => least)),
      most: Math.max(...shares.map(({ most }) => most)),
    },
    unread,
  };
}

function readShare(text: string): Share | null {
  const [, single] = one.exec(text) ?? [];
  if (single !== undefined) return singleShare(text, single);
  const [, low, high] = range.exec(text) ?? both.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return between(millionths(low), millionths(high));
  const [, least, orMore] = atLeast.exec(text) ?? [];
  if (least !== undefined || orMore !== undefined)
    return between(millionths(least ?? orMore ?? ''), wholeShare);
  const [, most] = atMost.exec(text) ?? [];
  return most === undefined ? null : between(0, millionths(most));
}

/** `0.51` without a sign may be a fraction of one: it is a range of both readings. */
function singleShare(text: string, digits: string): Share | null {
  const share = millionths(digits);
  if (share === null) return null;
  const isFraction = !/%|cent/i.test(text) && share > 0 && share <= wholeShare / 100;
  return { least: share, most: isFraction ? share * 100 : share };
}

const between = (least: number | null, most: number | null): Share | null =>
  least === null || most === null || least > most ? null : { least, most };

/** Percent to millionths; null for more than the whole. */
function millionths(digits: string): number | null {
  const share = Math.round(Number(digits.replace(',', '.')) * (wholeShare / 100));
  return share <= wholeShare ? share : null;
}
