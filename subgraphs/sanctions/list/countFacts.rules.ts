import { canonicalJson } from './content.rules';
import type { ListEntry } from './listEntry';

/** The kinds of facts that a version of a list is compared by, as the command line names them. */
export const factKinds = [
  'entries',
  'aliases',
  'addresses',
  'wallets',
  'identifiers',
  'relationships',
  'births',
  'nationalities',
  'programs',
] as const;

export type FactKind = (typeof factKinds)[number];

/** The number of facts of each kind in the entries of a version. */
export type FactCounts = Readonly<Record<FactKind, number>>;

/** Counts each fact of an entry once: rows that are in a file twice do not make up for others that are missing. */
function countDistinct(facts: readonly unknown[]): number {
  return facts.length < 2 ? facts.length : new Set(facts.map(canonicalJson)).size;
}

/** Counts the facts that screening and answers use, from any file. Rows of files are counted elsewhere. */
export function countFacts(entries: Iterable<ListEntry>): FactCounts {
  const counts = Object.fromEntries(factKinds.map((kind) => [kind, 0])) as Record<FactKind, number>;
  for (const entry of entries) {
    // An entry that exists only for its relationships designates nobody.
    if (entry.designations?.length !== 0) counts.entries++;
    counts.aliases += countDistinct(entry.aliases);
    counts.addresses += countDistinct(entry.addresses);
    counts.wallets += countDistinct(entry.wallets);
    counts.identifiers += countDistinct(entry.identifiers);
    counts.relationships += countDistinct(entry.links);
    counts.births += countDistinct(entry.births);
    for (const { births = [] } of entry.aliases) counts.births += countDistinct(births);
    counts.nationalities += countDistinct(entry.nationalities);
    counts.programs += countDistinct(entry.programmes);
  }
  return counts;
}
