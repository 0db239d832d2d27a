import { requiredFieldProblems } from '../../../gateway/supergraph/requiredFields';
import type { FindingDraft } from '../finding/finding';
import type { SubgraphSource } from '../input/graphSource';
import type { LintProblem } from './lintSubgraph';
import type { ComparedGraph } from './comparedGraph';

/**
 * Finds lint warnings: they block only where the configuration says so. In a changed subgraph, earlier
 * warnings are skipped.
 */
export async function lintFindings(
  base: ComparedGraph,
  head: ComparedGraph,
): Promise<readonly FindingDraft[]> {
  return [...unprotectedRootFields(head), ...requiredFields(head), ...(await lintChanged(base, head))];
}

/** Root fields that ask for no authorisation; new ones have a finding that blocks. */
function unprotectedRootFields({ protections, fullSchema: schema }: ComparedGraph): readonly FindingDraft[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).flatMap((field) => {
      const coordinate = `${root?.name ?? ''}.${field}`;
      if (protections.get(coordinate)?.length !== 0) return [];
      return [
        lint('ROOT_FIELD_WITHOUT_AUTHORISATION', coordinate, `${coordinate} asks for no authorisation`),
      ];
    }),
  );
}

/** Of concern to the stock executor only. */
function requiredFields({ supergraphSdl }: ComparedGraph): readonly FindingDraft[] {
  return requiredFieldProblems(supergraphSdl).map(({ code, message }) => ({
    ...lint(code, null, message),
    level: 'info',
  }));
}

async function lintChanged(base: ComparedGraph, head: ComparedGraph): Promise<readonly FindingDraft[]> {
  const before = subgraphsOf(base);
  const changed = [...subgraphsOf(head).values()].filter(({ name, sdl }) => before.get(name)?.sdl !== sdl);
  if (changed.length === 0) return [];
  const { lintSubgraph } = await import('./lintSubgraph.js');
  return changed.flatMap(({ name, file, sdl }) => {
    const old = before.get(name);
    const known = old ? lintSubgraph(old.sdl) : [];
    return withoutKnown(lintSubgraph(sdl), known).map(({ code, message, line, column }) => ({
      ...lint(code, null, message),
      location: { file, line, column },
    }));
  });
}

const subgraphsOf = ({ source }: ComparedGraph): ReadonlyMap<string, SubgraphSource> =>
  new Map(source.kind === 'subgraphs' ? source.subgraphs.map((one) => [one.name, one]) : []);

/** A problem that stood there as often before is not of this change. */
function withoutKnown(found: readonly LintProblem[], known: readonly LintProblem[]): readonly LintProblem[] {
  const left = new Map<string, number>();
  const key = ({ code, message }: LintProblem) => `${code} ${message}`;
  for (const problem of known) left.set(key(problem), (left.get(key(problem)) ?? 0) + 1);
  return found.filter((problem) => {
    const count = left.get(key(problem)) ?? 0;
    left.set(key(problem), count - 1);
    return count <= 0;
  });
}

const lint = (code: string, coordinate: string | null, message: string): FindingDraft => ({
  kind: 'lint',
  level: 'warning',
  code,
  coordinate,
  message,
  location: null,
  clients: [],
});
