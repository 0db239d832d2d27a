import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportError } from '../../importLease/importError';
import { unchanged } from '../readText';
import { type GivenFile, unreadFiles } from './unreadFiles.rules';

/** The files of one of OFAC's two lists, as they are called at the source. */
interface OfacFileNames {
  readonly list: 'ofac-sdn' | 'ofac-cons';
  readonly main: string;
  readonly alt: string;
  readonly add: string;
  readonly comments: string;
  readonly advanced: string;
}

export const ofacFileNames: readonly OfacFileNames[] = [
  {
    list: 'ofac-sdn',
    main: 'sdn.csv',
    alt: 'alt.csv',
    add: 'add.csv',
    comments: 'sdn_comments.csv',
    advanced: 'sdn_advanced.xml',
  },
  {
    list: 'ofac-cons',
    main: 'cons_prim.csv',
    alt: 'cons_alt.csv',
    add: 'cons_add.csv',
    comments: 'cons_comments.csv',
    advanced: 'cons_advanced.xml',
  },
];

/** The paths of the files of a list that were given. */
export interface OfacFiles {
  readonly list: string;
  readonly main: string | null;
  readonly alt: string | null;
  readonly add: string | null;
  readonly comments: string | null;
  readonly advanced: string | null;
  /** The names of those that were not. The advanced XML is never missed: the CSV files are whole without it. */
  readonly absent: readonly string[];
}

export interface FindOfacOptions {
  /** True where files that look like OFAC's, under other names, may lie unread beside OFAC's own. */
  readonly only?: boolean | undefined;
}

/**
 * Finds OFAC's files in folders, or takes them as they are given. Throws ImportError where they have no list,
 * and for files that would not be read. A list under another name must not be taken for an absent one.
 */
export function findOfacFiles(given: readonly string[], { only = false }: FindOfacOptions = {}): OfacFiles[] {
  const files = given.flatMap(filesIn);
  const byName = new Map<string, string>();
  for (const { path } of files.filter(({ isNested = false }) => !isNested)) {
    const name = basename(path).toLowerCase();
    const other = byName.get(name);
    if (other) throw new ImportError(`${name} was given twice: ${other} and ${path}`);
    byName.set(name, path);
  }
  const lists = ofacFileNames.map((names) => filesOf(names, byName)).filter((found) => found !== null);
  const unread = only ? [] : unreadFiles(files, new Set(lists.flatMap(pathsOf)));
  const names = ofacFileNames.flatMap(({ main, advanced }) => [main, advanced]).join(', ');
  if (lists.length === 0) {
    const found = unread.length > 0 ? ` (not read: ${unread.join(', ')})` : '';
    throw new ImportError(
      `${given.join(', ')}: there is no list here: ${names}: one of these is needed${found}`,
    );
  }
  if (unread.length > 0) {
    throw new ImportError(
      [
        ...unread.map(
          (path) => `${path} is not read: it is in another folder, or has none of the names of OFAC's files`,
        ),
        `${unchanged}. Rename it (${names}), move it away, or import the others with --only`,
      ].join('\n'),
    );
  }
  return lists;
}

const pathsOf = ({ main, alt, add, comments, advanced }: OfacFiles) =>
  [main, alt, add, comments, advanced].filter((path) => path !== null);

function filesIn(path: string): GivenFile[] {
  if (!existsSync(path)) throw new ImportError(`${path} does not exist`);
  if (!statSync(path).isDirectory()) return [{ path, isNamed: true }];
  return readdirSync(path).flatMap((name) => filesAt(join(path, name)));
}

/** Returns a file of a folder. Of a folder in it, returns the files that it holds: none of them is read. */
function filesAt(path: string): GivenFile[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return [{ path, isNamed: false }];
  return readdirSync(path).map((name) => ({ path: join(path, name), isNamed: false, isNested: true }));
}

function filesOf(names: OfacFileNames, byName: ReadonlyMap<string, string>): OfacFiles | null {
  const path = (name: string) => byName.get(name) ?? null;
  const parts = [names.main, names.alt, names.add, names.comments];
  const files = {
    list: names.list,
    main: path(names.main),
    alt: path(names.alt),
    add: path(names.add),
    comments: path(names.comments),
    advanced: path(names.advanced),
  };
  const some = parts.some((name) => byName.has(name));
  if (!some && files.advanced === null) return null;
  if (files.main === null && some) {
    throw new ImportError(
      `${names.main} is missing: ${parts.filter((name) => byName.has(name)).join(', ')} cannot be read without it`,
    );
  }
  return { ...files, absent: files.main === null ? [] : parts.filter((name) => !byName.has(name)) };
}
