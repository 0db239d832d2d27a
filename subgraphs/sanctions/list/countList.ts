import type { ListEntry } from './listEntry';
import type { ListCounts } from './listReading';

/** Counts what a list holds; rows of names and addresses are counted by the reader, which has seen the empty ones too. */
export function countList(
  entries: readonly ListEntry[],
  rows: Pick<ListCounts, 'aliases' | 'addresses'>,
): ListCounts {
  const numbers = new Set(entries.map(({ entry }) => entry));
  const wallets = new Set<string>();
  const links = { relationships: 0, relationshipsToOtherLists: 0, unresolvedRelationships: 0 };
  for (const entry of entries) {
    for (const { currency, published } of entry.wallets) wallets.add(`${currency} ${published}`);
    for (const { toEntry } of entry.links) {
      if (toEntry === null) links.unresolvedRelationships++;
      else if (numbers.has(toEntry)) links.relationships++;
      else links.relationshipsToOtherLists++;
    }
  }
  const designating = entries.filter(({ designations }) => designations?.length !== 0);
  return { entries: designating.length, ...rows, wallets: wallets.size, ...links };
}
