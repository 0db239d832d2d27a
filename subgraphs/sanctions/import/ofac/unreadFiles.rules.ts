import { basename } from 'node:path';

/** The words in the names of OFAC's files: `sdn_2023-12-28.csv`, `SDNList.txt`, `sdall.zip`, `cons_prim (1).csv`. */
const ofacWord = /sdn|ofac|(?:^|[^a-z])(?:sdall|cons(?:all|list)?|consolidated|alt|add)(?:[^a-z]|$)/i;

/**
 * Files beside lists that are no lists: notes, digests, signatures. A name without an ending may be a list.
 */
const noList = /\.(?:md|log|json|jsonl|ya?ml|html?|pdf|sha\d+|md5|sig|asc)$/i;

/** A file of a folder, or one that was given itself. */
export interface GivenFile {
  readonly path: string;
  readonly isNamed: boolean;
  /** It is in a folder of the folder that was given. */
  readonly isNested?: boolean;
}

/**
 * Returns the unread files that look like OFAC's, and those that were named and not read, whatever their
 * look.
 */
export function unreadFiles(given: readonly GivenFile[], read: ReadonlySet<string>): string[] {
  return given
    .filter(({ path, isNamed }) => !read.has(path) && (isNamed || looksLikeOfac(basename(path))))
    .map(({ path }) => path)
    .sort();
}

const looksLikeOfac = (name: string) => !name.startsWith('.') && ofacWord.test(name) && !noList.test(name);
