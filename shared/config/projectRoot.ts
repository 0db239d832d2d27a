import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: where committed files that are not code (the supergraph, the cases) are found, built or not. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json above ${__dirname}`);
    folder = above;
  }
  return folder;
}
