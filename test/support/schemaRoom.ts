import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkSchema, type SchemaCheckInputs } from '../../cli/schema/check/checkSchema';
import { baseSdls } from './schemaBase';

type Subgraph = keyof typeof baseSdls;

/** A temporary folder with the base graph in `base/`, in which edits of it are checked. */
export interface SchemaRoom {
  readonly path: string;
  /** Writes a file below the folder and returns its path. */
  file(name: string, text: string): string;
  /** Writes the graph with one edit and returns its folder. */
  head(subgraph: Subgraph, from: string, to: string): string;
  check(inputs: Partial<SchemaCheckInputs>): ReturnType<typeof checkSchema>;
  remove(): void;
}

export function openSchemaRoom(): SchemaRoom {
  const path = mkdtempSync(join(tmpdir(), 'cordon-schema-room-'));
  const file = (name: string, text: string) => {
    const place = join(path, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    return place;
  };
  const folder = (name: string, sdls: Readonly<Record<string, string>>) => {
    for (const [subgraph, sdl] of Object.entries(sdls)) file(join(name, `${subgraph}.graphql`), sdl);
    return join(path, name);
  };
  const base = folder('base', baseSdls);
  return {
    path,
    file,
    head(subgraph, from, to) {
      const sdl: string = baseSdls[subgraph];
      if (sdl.split(from).length !== 2) throw new Error(`the edit does not stand once: ${from}`);
      return folder('head', { ...baseSdls, [subgraph]: sdl.replace(from, to) });
    },
    check: (inputs) =>
      checkSchema({ head: base, base, root: path, cwd: path, today: '2026-06-01', ...inputs }),
    remove: () => rmSync(path, { recursive: true }),
  };
}
