import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { parseYamlFile } from '../../../shared/yaml/readYamlFile';
import { usageError } from '../../command/commandError';
import type { FileTree } from './fileTree';
import type { SubgraphSource } from './graphSource';

const subgraph = z.looseObject({
  routing_url: z.string().optional(),
  schema: z.looseObject({
    file: z.string().optional(),
    sdl: z.string().optional(),
    subgraph_url: z.string().optional(),
    graphref: z.string().optional(),
  }),
});

/** The form of rover's `supergraph.yaml`; fields that composition does not need are passed over. */
const roverConfig = z.looseObject({
  subgraphs: z.record(z.string(), subgraph, 'a map of subgraphs is expected'),
});

/** Reads the subgraphs that rover's `supergraph.yaml` names, offline. Throws YamlFileError or CommandError (usage). */
export function readRoverConfig(tree: FileTree, path: string): readonly SubgraphSource[] {
  const file = tree.nameOf(path);
  const { value, lineOf } = parseYamlFile(file, tree.read(path), roverConfig);
  const subgraphs = Object.entries(value.subgraphs).map(
    ([name, { routing_url: url, schema }]): SubgraphSource => {
      const common = { name, ...(url === undefined ? {} : { url }) };
      if (schema.sdl !== undefined) return { ...common, file, sdl: schema.sdl };
      if (schema.file === undefined) {
        const line = lineOf(['subgraphs', name, 'schema']);
        throw usageError(
          `${file}:${line}: subgraphs.${name}.schema: file or sdl is expected; the check is offline and introspects nothing`,
        );
      }
      const source = isAbsolute(schema.file) ? schema.file : join(dirname(path), schema.file);
      if (tree.kindOf(source) !== 'file')
        throw usageError(
          `${file}:${lineOf(['subgraphs', name, 'schema', 'file'])}: ${schema.file}: no such file`,
        );
      return { ...common, file: tree.nameOf(source), sdl: tree.read(source) };
    },
  );
  if (subgraphs.length === 0) throw usageError(`${file}: it names no subgraph`);
  return subgraphs;
}
