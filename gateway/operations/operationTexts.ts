import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperationFileError } from './operationFileError';

/** A text of GraphQL as a file of stored operations holds it. */
export interface OperationText {
  readonly file: string;
  /** The id that a manifest gives it; undefined for a `.graphql` file. */
  readonly id: string | undefined;
  readonly text: string;
}

/** Apollo's persisted-query manifest, version 1. */
const manifest = z.strictObject({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({ id: z.string(), body: z.string(), name: z.string().optional(), type: z.string().optional() }),
  ),
});

/** Recognises a manifest by its `format`: one of another format is rejected, not skipped. */
const hasFormat = z.looseObject({ format: z.string(), operations: z.unknown() });

/** Hash to text, as GraphQL Code Generator and Relay write it. */
const hashedTexts = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{32,128}$/i), z.string());

/**
 * Reads the texts of a manifest (Apollo's, or a map of hash to text), a `.graphql` file, or a folder of
 * these. Throws OperationFileError where one cannot be read, or none is found.
 */
export function readOperationTexts(path: string): readonly OperationText[] {
  const texts = operationFiles(path).flatMap(textsOfFile);
  if (texts.length === 0) throw new OperationFileError(`${path}: it holds no .graphql file and no manifest`);
  return texts;
}

/**
 * Returns the files that operations are read from. Of a folder they are every `.graphql`, `.gql` and `.json`
 * file in it and below, except `node_modules` and names that begin with a dot. Throws OperationFileError
 * where the path does not exist.
 */
export function operationFiles(path: string): readonly string[] {
  const kind = kindOf(path);
  if (kind === undefined) throw new OperationFileError(`${path}: no such file or folder`);
  if (kind === 'file') return [path];
  return namesIn(path).flatMap((name) => {
    const below = join(path, name);
    if (kindOf(below) === 'folder') return operationFiles(below);
    return /\.(graphql|gql)$/.test(name) || (name.endsWith('.json') && isManifest(below)) ? [below] : [];
  });
}

/** Returns the folders that `operationFiles` looks in, to be watched: a new file changes its folder. */
export function operationFolders(path: string): readonly string[] {
  if (kindOf(path) !== 'folder') return [];
  return [path, ...namesIn(path).flatMap((name) => operationFolders(join(path, name)))];
}

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'));

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Tells if a JSON file beside operations claims to be a manifest; any other (package.json) is ignored. */
function isManifest(file: string): boolean {
  try {
    const json: unknown = JSON.parse(readText(file));
    return hasFormat.safeParse(json).success || hashedTexts.safeParse(json).success;
  } catch {
    return false;
  }
}

function textsOfFile(file: string): readonly OperationText[] {
  const text = readText(file);
  if (!file.endsWith('.json')) return [{ file, id: undefined, text }];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new OperationFileError(`${file}: it is not JSON: ${(error as Error).message}`);
  }
  const apollo = manifest.safeParse(json);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => ({ file, id, text: body }));
  const hashed = hashedTexts.safeParse(json);
  if (hashed.success)
    return Object.entries(hashed.data).map(([hash, body]) => ({
      file,
      id: hash.replace(/^sha256:/, ''),
      text: body,
    }));
  throw new OperationFileError(
    `${file}: an Apollo persisted-query manifest (format "apollo-persisted-query-manifest", version 1) or a map of hash to text is expected`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new OperationFileError(
      code === 'ENOENT' ? `${file}: no such file` : `${file}: cannot be read (${code})`,
    );
  }
}
