import type { ListEntry } from '../../../subgraphs/sanctions/list/listEntry';
import type { ScreeningIndex } from '../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject } from '../../../subgraphs/sanctions/screening/engine/subject';
import { kinds } from './kinds';

/** A party counts as found where it is among as many first matches. */
const firstMatches = 5;

export interface KindFigures {
  readonly kind: string;
  readonly cases: number;
  /** The share of the cases whose party is among the first five matches. */
  readonly found: number;
  /** Matches a case. */
  readonly matches: number;
}

/** Returns the two halves of a list, by a hash of the entry: rules are made on one and measured on the other. */
export function halves(entries: readonly ListEntry[]): readonly [ListEntry[], ListEntry[]] {
  const half = ({ actorId }: ListEntry) =>
    (Array.from(actorId).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7) % 1009) % 2;
  return [entries.filter((entry) => half(entry) === 0), entries.filter((entry) => half(entry) === 1)];
}

/** Writes entries in each kind of way, as many cases of a kind at most, and screens them. */
export function kindFigures(
  entries: readonly ListEntry[],
  index: ScreeningIndex,
  { threshold, cases }: { readonly threshold: number; readonly cases: number },
): KindFigures[] {
  return Object.entries(kinds).map(([kind, write]) => {
    const all = entries.flatMap((entry, n) => {
      const facts = write(entry, n);
      return facts ? [{ entry, facts }] : [];
    });
    const step = Math.max(1, all.length / cases);
    const some = all.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
    let [found, matches] = [0, 0];
    for (const { entry, facts } of some) {
      const { subject } = readSubject(facts);
      const answer = subject ? index.screen(subject, { threshold, weakAliases: false }) : [];
      matches += answer.length;
      if (answer.slice(0, firstMatches).some((match) => match.entry.actorId === entry.actorId)) found++;
    }
    return { kind, cases: some.length, found: found / some.length, matches: matches / some.length };
  });
}
