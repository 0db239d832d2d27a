import type { ListEntry, ListLink } from '../../list/listEntry';
import { linkResolver } from '../ofac/resolveLinks';

const subsidiary = /^Subsidiary: (.+)$/;

/**
 * Returns the entries with the companies and ships that they name resolved: a name is that of one entry, or it stays a
 * text. A subsidiary that is listed itself is owned or controlled by the entry that names it.
 */
export function resolveNames(entries: readonly ListEntry[]): ListEntry[] {
  const resolve = linkResolver(entries);
  const parents = new Map<string, ListLink[]>();
  for (const { entry, name, remarks } of entries) {
    for (const remark of remarks) {
      const owned = resolve(subsidiary.exec(remark)?.[1] ?? '');
      if (owned === null || owned === entry) continue;
      const link: ListLink = { text: name, toEntry: entry, kind: 'OWNED_OR_CONTROLLED_BY' };
      parents.set(owned, [...(parents.get(owned) ?? []), link]);
    }
  }
  return entries.map((entry) => {
    const own = entry.links.map((link) => ({ ...link, toEntry: otherThan(entry.entry, resolve(link.text)) }));
    const isNew = ({ toEntry }: ListLink) =>
      !own.some((link) => link.toEntry === toEntry && link.kind === 'OWNED_OR_CONTROLLED_BY');
    return { ...entry, links: [...own, ...(parents.get(entry.entry) ?? []).filter(isNew)] };
  });
}

const otherThan = (entry: string, found: string | null) => (found === entry ? null : found);
