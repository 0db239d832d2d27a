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

/** How many facts of each kind the entries of a version have. */
export type FactCounts = Readonly<Record<FactKind, number>>;

/** Counts what is screened and answered from, in whatever file it stood. Rows of files are counted elsewhere. */
export function countFacts(entries: Iterable<ListEntry>): FactCounts {
  const counts = Object.fromEntries(factKinds.map((kind) => [kind, 0])) as Record<FactKind, number>;
  for (const entry of entries) {
    // What is there for its relationships only designates nobody.
    if (entry.designations?.length !== 0) counts.entries++;
    counts.aliases += entry.aliases.length;
    counts.addresses += entry.addresses.length;
    counts.wallets += entry.wallets.length;
    counts.identifiers += entry.identifiers.length;
    counts.relationships += entry.links.length;
    counts.births += entry.births.length;
    for (const { births = [] } of entry.aliases) counts.births += births.length;
    counts.nationalities += entry.nationalities.length;
    counts.programs += entry.programmes.length;
  }
  return counts;
}
