import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the built console, with its Brotli form where the build made one. */
export interface ConsoleFile {
  readonly type: string;
  readonly content: Buffer;
  readonly brotli: Buffer | undefined;
}

export interface ConsoleFiles {
  readonly page: Buffer;
  /** By the path under `assets/`; their names carry the hash of their content. */
  readonly assets: ReadonlyMap<string, ConsoleFile>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads the built console into memory, about a megabyte; undefined where it was not built. */
export function readConsoleFiles(folder: string): ConsoleFiles | undefined {
  try {
    const page = readFileSync(join(folder, 'index.html'));
    const assets = join(folder, 'assets');
    const names = readdirSync(assets);
    const fileOf = (name: string): [string, ConsoleFile][] => {
      const type = contentTypes[extname(name)];
      if (type === undefined) return [];
      const compressed = `${name}.br`;
      const brotli = names.includes(compressed) ? readFileSync(join(assets, compressed)) : undefined;
      return [[name, { type, content: readFileSync(join(assets, name)), brotli }]];
    };
    return { page, assets: new Map(names.flatMap(fileOf)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
