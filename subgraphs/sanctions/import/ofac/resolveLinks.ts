import type { ListEntry } from '../../list/listEntry';

/** A list as far as names in it are looked up. */
type Named = Pick<ListEntry, 'entry' | 'name' | 'aliases'>;

/**
 * Returns the resolver of a name after `Linked To:`. It gives the one entry with that main name, else the one
 * entry with it as a strong alias. OFAC's two lists share their numbers, so both are searched. A name of
 * several entries, or of none, is kept as text, not guessed.
 */
export function linkResolver(entries: readonly Named[]): (name: string) => string | null {
  const byName = new Map<string, Set<string>>();
  const byAlias = new Map<string, Set<string>>();
  const note = (index: Map<string, Set<string>>, name: string, entry: string) => {
    const found = index.get(name);
    if (found) found.add(entry);
    else index.set(name, new Set([entry]));
  };
  for (const { entry, name, aliases } of entries) {
    note(byName, name, entry);
    for (const alias of aliases) if (alias.strength === 'STRONG') note(byAlias, alias.name, entry);
  }
  return (name) => {
    // The last segment of remarks loses its full stop, which may have been the name's own: `CO., LTD.`
    const found = byName.get(name) ?? byName.get(`${name}.`) ?? byAlias.get(name) ?? byAlias.get(`${name}.`);
    const [entry] = found ?? [];
    return found?.size === 1 && entry !== undefined ? entry : null;
  };
}
