import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import composer from '@apollo/composition/package.json';
import { z } from 'zod';
import type { CheckedGraph, ComposedText } from './composeGraph';
import type { GraphSource } from '../input/graphSource';

/** Compositions that are kept; the oldest go first. */
const maxEntries = 20;

/** Part of the key of an entry: the same SDL may compose differently in another version of the composer. */
const compositionVersion = `@apollo/composition ${composer.version}, form 1`;

const entry = z.strictObject({ supergraphSdl: z.string(), hints: z.array(z.string()) });

/** Compositions of earlier checks, by the digest of their input. */
export interface CompositionCache {
  get(source: GraphSource): ComposedText | undefined;
  put(graph: CheckedGraph): void;
}

/** A cache in a folder. It holds what can be composed again: where it cannot be read or written, nothing is lost. */
export function openCompositionCache(folder: string): CompositionCache {
  const fileOf = (source: GraphSource) => join(folder, `${digestOf(source)}.json`);
  return {
    get(source) {
      try {
        return entry.parse(JSON.parse(readFileSync(fileOf(source), 'utf8')));
      } catch {
        return undefined;
      }
    },
    put({ source, supergraphSdl, hints }) {
      if (source.kind === 'supergraph') return;
      try {
        mkdirSync(folder, { recursive: true });
        const file = fileOf(source);
        writeFileSync(`${file}.${process.pid}`, JSON.stringify({ supergraphSdl, hints }));
        renameSync(`${file}.${process.pid}`, file);
        removeOldest(folder);
      } catch {
        return;
      }
    },
  };
}

function digestOf(source: GraphSource): string {
  const parts =
    source.kind === 'supergraph'
      ? [source.sdl]
      : source.subgraphs.map(({ name, sdl, url }) => [name, sdl, url]);
  return createHash('sha256')
    .update(JSON.stringify([compositionVersion, parts]))
    .digest('hex');
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const byAge = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { file } of byAge.slice(maxEntries)) rmSync(file, { force: true });
}
