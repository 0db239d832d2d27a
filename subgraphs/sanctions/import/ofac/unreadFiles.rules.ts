import { basename } from 'node:path';

/** The words in the names of OFAC's files: `sdn_2023-12-28.csv`, `cons_prim (1).csv`, `SDN_ADVANCED.ZIP`. */
const ofacWord = /(?:^|[^a-z])(?:sdn|cons|consolidated|alt|add|ofac)(?:[^a-z]|$)/i;

/** What lies beside lists and is none: notes, digests, signatures. A name without an ending may be a list. */
const noList = /\.(?:md|log|json|jsonl|ya?ml|html?|pdf|sha\d+|md5|sig|asc)$/i;

/** A file of a folder, or one that was given itself. */
export interface GivenFile {
  readonly path: string;
  readonly isNamed: boolean;
}

/** Those that were not read and look like OFAC's, and those that were named and not read, whatever they look like. */
export function unreadFiles(given: readonly GivenFile[], read: ReadonlySet<string>): string[] {
  return given
    .filter(({ path, isNamed }) => !read.has(path) && (isNamed || looksLikeOfac(basename(path))))
    .map(({ path }) => path)
    .sort();
}

const looksLikeOfac = (name: string) => !name.startsWith('.') && ofacWord.test(name) && !noList.test(name);
