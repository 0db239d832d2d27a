import { existsSync, readFileSync } from 'node:fs';
import type { CommittedComposition } from '../../gateway/supergraph/committed';
import type { SubgraphUrls } from '../../gateway/supergraph/compose';
import { requiredFieldProblems } from '../../gateway/supergraph/requiredFields';
import { readSecurity } from '../../gateway/supergraph/securityDirectives';
import { usageError } from '../command/commandError';
import { writeAtomically } from '../output/writeAtomically';
import { composeGraph } from './graph/composeGraph';
import type { SubgraphSource } from './input/graphSource';
import { readGraph } from './input/readGraph';

export interface OwnGraph {
  /** The supergraph's file. */
  readonly file: string;
  readonly cwd: string;
  /** The default URLs of Cordon's own subgraphs. */
  readonly urls: SubgraphUrls;
  readonly checkOnly: boolean;
}

/**
 * Composes the subgraphs of a place (see `readGraph`) and writes the supergraph, unless the gateway would
 * reject it. A subgraph without a URL is one of Cordon's, or is reached at its variable
 * (`CORDON_<NAME>_URL`).
 */
export function composeOwn(head: string, { file, cwd, urls, checkOnly }: OwnGraph): CommittedComposition {
  const source = readGraph(head, cwd);
  if (source.kind === 'supergraph') throw usageError(`${head}: it is a supergraph; subgraphs are composed`);
  const subgraphs = source.subgraphs.map((subgraph) => withUrl(subgraph, urls));
  const composed = composeGraph({ ...source, subgraphs });
  if ('problems' in composed) return { outcome: 'rejected', problems: composed.problems.map(withPlace) };
  const { supergraphSdl } = composed;
  try {
    readSecurity(supergraphSdl);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'rejected', problems: [{ code: 'SUPERGRAPH_INVALID', message }] };
  }
  const hints = [...composed.hints, ...requiredFieldProblems(supergraphSdl).map(({ message }) => message)];
  return { outcome: writeSupergraph(file, supergraphSdl, checkOnly), hints };
}

function withUrl(subgraph: SubgraphSource, urls: SubgraphUrls): SubgraphSource {
  const url = subgraph.url ?? urls[subgraph.name];
  return url === undefined ? subgraph : { ...subgraph, url };
}

type Problem = Extract<ReturnType<typeof composeGraph>, { problems: unknown }>['problems'][number];

const withPlace = ({ code, message, locations: [at] }: Problem) => ({
  code,
  message: at ? `${at.file}:${at.line}: ${message}` : message,
});

function writeSupergraph(file: string, sdl: string, checkOnly: boolean): 'written' | 'current' | 'drifted' {
  const wanted = `# Composed by \`cordon schema compose\`. Do not edit.\n${sdl.trimEnd()}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return 'current';
  if (checkOnly) return 'drifted';
  try {
    writeAtomically(file, wanted);
  } catch (error) {
    throw usageError(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  return 'written';
}
