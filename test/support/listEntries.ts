import type { ListAlias, ListEntry } from '../../subgraphs/sanctions/list/listEntry';

/** An entry with nothing but a name, and what a test gives it. */
export function listEntry(
  entry: string,
  name: string,
  facts: Partial<ListEntry> & { readonly aka?: readonly string[]; readonly weak?: readonly string[] } = {},
): ListEntry {
  const { aka = [], weak = [], ...rest } = facts;
  const alias =
    (strength: ListAlias['strength']) =>
    (text: string): ListAlias => ({ name: text, strength, kind: 'AKA', script: 'Latn' });
  return {
    list: 'test-list',
    entry,
    actorId: `test:${entry}`,
    kind: 'PERSON',
    name,
    aliases: [...aka.map(alias('STRONG')), ...weak.map(alias('WEAK'))],
    programmes: [],
    listedOn: null,
    title: null,
    births: [],
    birthPlaces: [],
    nationalities: [],
    genders: [],
    identifiers: [],
    addresses: [],
    wallets: [],
    links: [],
    remarks: [],
    ...rest,
  };
}
