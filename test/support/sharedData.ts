import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';

/** The folder of public lists that lies beside the project where they were fetched. Read in place, never copied. */
export const sharedData = process.env['SHARED_DATA'] ?? join(projectRoot(), '..', 'shared', 'data');

const ofac = join(sharedData, 'sanctions', 'ofac');

/** The files of OFAC's lists that belong together, by the names that OFAC gives them. */
export const matchedSet: Readonly<Record<string, string>> = {
  'sdn.csv': join(ofac, 'sdn_2023-12-28.csv'),
  'alt.csv': join(ofac, 'alt_2024-01-08.csv'),
  'add.csv': join(ofac, 'add_2024-01-08.csv'),
  'sdn_comments.csv': join(ofac, 'sdn_comments_2025-02-27.csv'),
  'cons_prim.csv': join(ofac, 'cons_prim.csv'),
  'cons_alt.csv': join(ofac, 'cons_alt.csv'),
  'cons_add.csv': join(ofac, 'cons_add.csv'),
  'cons_comments.csv': join(ofac, 'cons_comments.csv'),
};

export const sdnOf = (day: string) => join(ofac, `sdn_${day}.csv`);
