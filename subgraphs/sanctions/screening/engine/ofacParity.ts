import { withinEdits } from './editDistance';
import { jaroWinkler } from './jaroWinkler';
import { latinName } from './latinScript';
import { soundex } from './soundex';

/**
 * Returns the score that Treasury's Sanctions List Search would show, 0 to 100, by OFAC's description (FAQ
 * 249). An entry is examined where a part of its name begins with the letter of an entered part and is at
 * least half similar by edit distance. The score is the higher of two: Jaro-Winkler over the whole names, and
 * a composite of the parts by Jaro-Winkler and Soundex. OFAC does not describe which parts are too short to
 * count, or the worth of a part that begins with another letter. Both were learnt from scores that the tool
 * has shown. Null: the tool would show nothing.
 */
export function ofacParity(query: string, listed: string): number | null {
  const [asked, named] = [partsOf(query), partsOf(listed)];
  const looked = asked.some((part) => named.some((other) => looksAt(part, other)));
  if (!looked) return null;
  return Math.round(100 * Math.max(wholeScore(query, listed), compositeScore(asked, named)));
}

/** Parts of one or two letters (`UN` of `KIM JONG UN`) do not count. */
const minPartLength = 3;
const maxPrefixLength = 5;
/** The maximum worth of a part that begins with another letter, and the least that is worth anything. */
const otherLetter = 0.5;
const sameSoundex = 0.8;

const latinLetters = (name: string) => latinName(name).text.replace(/['’`.]/g, '');

function partsOf(name: string): string[] {
  const parts = latinLetters(name)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const long = parts.filter((part) => part.length >= minPartLength);
  return long.length > 0 ? long : parts;
}

function looksAt(part: string, other: string): boolean {
  return (
    part[0] === other[0] && withinEdits(part, other, Math.floor(Math.max(part.length, other.length) / 2))
  );
}

/** The names as they stand, the family name of the list first; only where they begin with one letter. */
function wholeScore(query: string, listed: string): number {
  const [a, b] = [query, listed].map((name) =>
    latinLetters(name).replace(/[,]/g, '').replace(/\s+/g, ' ').trim(),
  ) as [string, string];
  return a[0] === b[0] ? jaroWinkler(a, b, maxPrefixLength) : 0;
}

function compositeScore(asked: readonly string[], named: readonly string[]): number {
  if (asked.length === 0) return 0;
  return (
    asked.reduce((sum, part) => sum + Math.max(0, ...named.map((other) => partScore(part, other))), 0) /
    asked.length
  );
}

function partScore(part: string, other: string): number {
  const alike = jaroWinkler(part, other, 4);
  if (part[0] !== other[0]) return alike >= otherLetter ? otherLetter : 0;
  return soundex(part) === soundex(other) ? Math.max(alike, sameSoundex) : alike;
}
