import type { GraphQLSchema } from 'graphql';
import type { Data } from '../../call/unavailableValue';
import type { FetchNode } from '../../plan/planNodes';
import { isOfType } from '../isOfType';

type Rewrites = NonNullable<FetchNode['inputRewrites']>;

/**
 * Changes a representation by the plan: a subgraph that knows an interface as an object (`@interfaceObject`)
 * gets the interface's name for a type's.
 */
export function applyRewrites(representation: Data, rewrites: Rewrites, schema: GraphQLSchema): void {
  for (const rewrite of rewrites) {
    const [last, ...parents] = [...rewrite.path].reverse();
    if (last === undefined) continue;
    for (const holder of holdersAt(representation, parents.reverse(), schema)) {
      if (rewrite.kind === 'ValueSetter') holder[last] = rewrite.setValueTo;
      else if (holder[last] !== undefined) {
        holder[rewrite.renameKeyTo] = holder[last];
        Reflect.deleteProperty(holder, last);
      }
    }
  }
}

const fragment = '... on ';

function holdersAt(value: unknown, path: readonly string[], schema: GraphQLSchema): readonly Data[] {
  if (Array.isArray(value)) return value.flatMap((element) => holdersAt(element, path, schema));
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Data;
  const [step, ...rest] = path;
  if (step === undefined) return [holder];
  if (!step.startsWith(fragment)) return holdersAt(holder[step], rest, schema);
  const typename = holder['__typename'];
  const applies = typeof typename !== 'string' || isOfType(schema, typename, step.slice(fragment.length));
  return applies ? holdersAt(holder, rest, schema) : [];
}
