import { basename, join } from 'node:path';
import { readsSchemaFile, readsSubgraphName } from '../../../gateway/supergraph/readsSchema';
import { usageError } from '../../command/commandError';
import { disk, type FileTree, gitTree } from './fileTree';
import type { GraphSource, SubgraphSource } from './graphSource';
import { readRoverConfig } from './roverConfig';

/**
 * Reads a graph from a place that the user names. It is a folder of `<subgraph>.graphql` (or of
 * `<subgraph>/schema.graphql`), a published registry folder, rover's `supergraph.yaml` or a supergraph file.
 * Or it is `git:<ref>[:<path>]` with any of these in that commit. Throws CommandError (usage) that names the
 * file.
 */
export function readGraph(place: string, cwd: string): GraphSource {
  if (place.startsWith('git:')) return readFromGit(place, cwd);
  return readFrom(disk, { path: place, place });
}

/**
 * The committed SDL of a project of this form: `subgraphs/<name>/schema.graphql`, and that of the subgraph inside the
 * gateway.
 */
export function readProject(root: string): GraphSource {
  return readProjectIn(disk, { path: root, place: join(root, 'subgraphs') });
}

function readProjectIn(tree: FileTree, { path, place }: Input): GraphSource {
  const source = readFrom(tree, { path: join(path, 'subgraphs'), place });
  const reads = join(path, readsSchemaFile);
  if (source.kind === 'supergraph' || tree.kindOf(reads) !== 'file') return source;
  return { ...source, subgraphs: [...source.subgraphs, readSubgraph(tree, readsSubgraphName, reads)] };
}

function readFromGit(place: string, cwd: string): GraphSource {
  const [, reference = '', path] = /^git:([^:]*)(?::(.*))?$/s.exec(place) ?? [];
  if (reference === '') throw usageError(`${place}: git:<ref> or git:<ref>:<folder> is expected`);
  const tree = gitTree(reference, cwd);
  if (path !== undefined) return readFrom(tree, { path, place });
  // Without a folder: this project's layout, else SDL in the root.
  return tree.kindOf('subgraphs') === 'folder'
    ? readProjectIn(tree, { path: '', place })
    : readFrom(tree, { path: '', place });
}

interface Input {
  readonly path: string;
  readonly place: string;
}

function readFrom(tree: FileTree, { path, place }: Input): GraphSource {
  const kind = tree.kindOf(path);
  if (kind === undefined) throw usageError(`${place}: no such file or folder`);
  if (kind === 'folder') return readFolder(tree, { path, place });
  if (/\.ya?ml$/.test(path)) return { kind: 'subgraphs', place, subgraphs: readRoverConfig(tree, path) };
  return readSupergraph(tree, { path, place });
}

function readSupergraph(tree: FileTree, { path, place }: Input): GraphSource {
  const sdl = tree.read(path);
  const file = tree.nameOf(path);
  if (!/\bjoin__Graph\b/.test(sdl))
    throw usageError(`${file}: it is no supergraph (it has no join__Graph); for subgraphs name their folder`);
  return { kind: 'supergraph', place, file, sdl };
}

function readFolder(tree: FileTree, { path, place }: Input): GraphSource {
  const names = tree.list(path);
  if (names.includes('manifest.json') && names.includes('supergraph.graphql')) {
    const published = join(path, 'subgraphs');
    if (tree.kindOf(published) === 'folder') return readFolder(tree, { path: published, place });
    return readSupergraph(tree, { path: join(path, 'supergraph.graphql'), place });
  }
  const files = names.filter((name) => name.endsWith('.graphql'));
  const subgraphs =
    files.length > 0
      ? files.map((name) => readSubgraph(tree, basename(name, '.graphql'), join(path, name)))
      : names
          .filter((name) => tree.kindOf(join(path, name, 'schema.graphql')) === 'file')
          .map((name) => readSubgraph(tree, name, join(path, name, 'schema.graphql')));
  if (subgraphs.length === 0)
    throw usageError(`${place}: the folder has no <subgraph>.graphql and no <subgraph>/schema.graphql`);
  return { kind: 'subgraphs', place, subgraphs };
}

const readSubgraph = (tree: FileTree, name: string, path: string): SubgraphSource => ({
  name,
  file: tree.nameOf(path),
  sdl: tree.read(path),
});
