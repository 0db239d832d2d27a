import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { type ExitCode, exitCodes, usageError } from '../command/commandError';
import { readPartnerFile } from '../../gateway/partners/partnerFile';
import { writeAtomically } from '../output/writeAtomically';
import { checkGraphs, type SchemaCheckInputs } from './check/checkSchema';
import type { CheckedGraph } from './graph/composeGraph';
import { disk } from './input/fileTree';
import { formatText } from './format/text';
import type { Output } from './output';
import { contractSchemaOf } from './rules/contractSchemaOf';
import { toExitCode } from './toExitCode';

export interface SchemaPublishOptions extends SchemaCheckInputs {
  /** The registry folder. */
  readonly to: string;
  readonly colour: boolean;
  readonly out: Output;
  readonly err: Output;
}

/** `cordon schema publish`: writes the graph into a registry folder, unless the check blocks it. 0 published, 1 blocked. */
export function schemaPublish(options: SchemaPublishOptions): Promise<ExitCode> {
  const { out, err, colour, to } = options;
  return toExitCode(async () => {
    const { report, head } = await checkGraphs({ ...options, base: baseOf(options) });
    out.write(formatText(report, { colour }));
    if (report.verdict === 'blocked' || !head) return exitCodes.failed;
    writeRegistry(to, filesOf(head, options.partners));
    out.write(`published to ${to}\n`);
    return exitCodes.done;
  }, err);
}

/** Without a base: the graph that is published there now, if any. */
const baseOf = ({ base, to }: SchemaPublishOptions) =>
  base ?? (disk.kindOf(join(to, 'supergraph.graphql')) === 'file' ? to : undefined);

type Files = ReadonlyMap<string, string>;

function filesOf(graph: CheckedGraph, partners: string | undefined): Files {
  const files = new Map<string, string>();
  const { source } = graph;
  if (source.kind === 'subgraphs')
    for (const { name, sdl } of source.subgraphs) files.set(`subgraphs/${name}.graphql`, sdl);
  files.set('api-schema.graphql', schemaText(graph.apiSchema));
  for (const { client, contract } of partners === undefined ? [] : readPartnerFile(partners).value.partners) {
    const schema = contract ? contractSchemaOf(graph, contract) : graph.apiSchema;
    if (schema) files.set(`contracts/${encodeURIComponent(client)}.graphql`, schemaText(schema));
  }
  // Last but one: a reader that follows only this file sees a whole graph at each moment.
  files.set('supergraph.graphql', graph.supergraphSdl);
  return files;
}

const schemaText = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema)).trimEnd()}\n`;

/**
 * Writes each file beside its place and renames it, the manifest with the digests last. A reader that checks
 * the digests never takes a half-written folder for a publication.
 */
function writeRegistry(folder: string, files: Files): void {
  const digests = [...files].map(
    ([name, text]) => [name, createHash('sha256').update(text).digest('hex')] as const,
  );
  const manifest = { version: 1, files: Object.fromEntries(digests) };
  try {
    for (const [name, text] of [
      ...files,
      ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`] as const,
    ])
      writeAtomically(join(folder, name), text);
    for (const part of ['subgraphs', 'contracts']) removeOthers(join(folder, part), part, files);
  } catch (error) {
    throw usageError(`${folder}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function removeOthers(folder: string, part: string, files: Files): void {
  if (disk.kindOf(folder) !== 'folder') return;
  for (const name of readdirSync(folder))
    if (!files.has(`${part}/${name}`)) rmSync(join(folder, name), { recursive: true });
}
