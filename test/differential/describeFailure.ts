import type { Answer, Asked } from './answers';
import type { Difference } from './judge';
import type { OpenGraph } from './openGraph';

interface Place {
  readonly seed: number;
  readonly operation: number;
}

/** A failing case as text: what was asked, what came instead of what, what subgraphs were asked, and their schemas as far as they matter. */
export function describeFailure(
  { model, current }: OpenGraph,
  asked: Asked,
  { what, expected, actual }: Difference,
  { seed, operation }: Place,
): string {
  const { query, variables, faults, scopes } = asked;
  const calls = current.calls.map(
    (call) => `  ${call.subgraph}: ${call.query} ${JSON.stringify(call.variables ?? {})}`,
  );
  const schemas = model.subgraphs.flatMap(({ name, sdl }) =>
    relevantTypes(sdl, query).map((type) => `  ${name}: ${type}`),
  );
  return [
    `${what}\n  npm run test:differential -- --seed ${seed} --operations ${operation}`,
    query,
    `variables ${JSON.stringify(variables)}, scopes ${scopes.join() || 'none'}, faults ${JSON.stringify(faults)}`,
    `expected ${answerText(expected)}`,
    `actual   ${answerText(actual)}`,
    `the last executor's calls:\n${calls.join('\n')}`,
    `schemas:\n${schemas.join('\n')}`,
  ].join('\n');
}

function answerText({ data, errors, mutations }: Answer): string {
  const errorText = errors.length > 0 ? `\n         errors ${errors.join(', ')}` : '';
  return `${data ?? '(no data)'}${errorText}${mutations.length > 0 ? `\n         mutations ${mutations.join(', ')}` : ''}`;
}

/** Each type's fields that a query names, and those that are required or require. */
function relevantTypes(sdl: string, query: string): readonly string[] {
  const words = new Set(query.match(/\w+/g));
  return sdl.split(/\n(?=type|interface|union)/).flatMap((type) => {
    const [head = '', ...lines] = type.split('\n');
    const fields = lines
      .map((line) => line.trim())
      .filter((line) => words.has(/^\w+/.exec(line)?.[0] ?? '') || /@(requires|external)\b/.test(line));
    return fields.length > 0 || head.startsWith('union') ? [`${head} ${fields.join('; ')}`] : [];
  });
}
