import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

import { usageError } from '../../command/commandError';

/** The source of files: the disk, or a commit. Paths are joined as on the disk. */
export interface FileTree {
  /** Returns the name of a file in messages. */
  nameOf(path: string): string;
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** The names in a folder, sorted. */
  list(path: string): readonly string[];
  /** Throws CommandError where the file cannot be read. */
  read(path: string): string;
}

export const disk: FileTree = {
  nameOf: (path) => path,
  kindOf(path) {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch {
      // Missing, or below a file.
      return undefined;
    }
  },
  list: (path) => readdirSync(path).sort(),
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw usageError(
        code === 'ENOENT' ? `${path}: no such file` : `${path}: cannot be read (${code ?? 'unknown'})`,
      );
    }
  },
};

/** The files of a commit of the repository around `folder`. Throws CommandError where git does not know the reference. */
export function gitTree(reference: string, folder: string): FileTree {
  const root = git(folder, ['rev-parse', '--show-toplevel']);
  if (root === undefined) throw usageError(`git:${reference}: ${folder} is in no git repository`);
  const commit = git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${reference}^{commit}`,
  ]);
  if (commit === undefined) {
    throw usageError(
      `git:${reference}: git knows no such reference; in a shallow checkout, fetch it first or name one that is there`,
    );
  }
  const files = (git(root, ['ls-tree', '-r', '-z', '--name-only', commit], true) ?? '')
    .split('\0')
    .filter(Boolean);
  const slash = (path: string) =>
    path
      .replaceAll('\\', '/')
      .replace(/^\.\/|^\.$/, '')
      .replace(/\/$/, '');
  const below = (path: string) =>
    slash(path) === '' ? files : files.filter((file) => file.startsWith(`${slash(path)}/`));
  return {
    nameOf: slash,
    kindOf(path) {
      if (files.includes(slash(path))) return 'file';
      return below(path).length > 0 ? 'folder' : undefined;
    },
    list(path) {
      const depth = slash(path) === '' ? 0 : slash(path).split('/').length;
      return [...new Set(below(path).map((file) => file.split('/')[depth] ?? ''))].sort();
    },
    read(path) {
      const text = git(root, ['cat-file', 'blob', `${commit}:${slash(path)}`], true);
      if (text === undefined)
        throw usageError(`git:${reference}:${slash(path)}: no such file in that commit`);
      return text;
    },
  };
}

/**
 * Returns the output of a git command, without its last line end unless it is `raw`; undefined where it
 * fails.
 */
function git(cwd: string, args: readonly string[], raw = false): string | undefined {
  try {
    const printed = execFileSync('git', [...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
    return raw ? printed : printed.trimEnd();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw usageError('git is not installed: name a folder or a file instead of git:<ref>');
    return undefined;
  }
}
