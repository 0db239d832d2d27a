import { join } from 'node:path';
import type { ListEntry } from '../../../subgraphs/sanctions/list/listEntry';
import { readUn } from '../../../subgraphs/sanctions/import/un/readUn';
import { readOfacCsv } from '../../../subgraphs/sanctions/import/ofac/readOfacCsv';

/** The SDN and the consolidated list of the matched set: 14,263 entries, some 35,000 names. */
export function ofacEntries(sanctionsData: string): ListEntry[] {
  const file = (name: string) => join(sanctionsData, 'ofac', name);
  const none = { advanced: null, absent: [] };
  const readings = readOfacCsv([
    {
      ...none,
      list: 'ofac-sdn',
      main: file('sdn_2023-12-28.csv'),
      alt: file('alt_2024-01-08.csv'),
      add: file('add_2024-01-08.csv'),
      comments: file('sdn_comments_2025-02-27.csv'),
    },
    {
      ...none,
      list: 'ofac-cons',
      main: file('cons_prim.csv'),
      alt: file('cons_alt.csv'),
      add: file('cons_add.csv'),
      comments: file('cons_comments.csv'),
    },
  ]);
  return readings.flatMap(({ entries }) => entries);
}

/** The people of the UN Security Council's consolidated list. */
export async function unPeople(sanctionsData: string): Promise<ListEntry[]> {
  const readings = await readUn([join(sanctionsData, 'un', 'UN_consolidated_watchman.xml')]);
  return readings.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'PERSON');
}
