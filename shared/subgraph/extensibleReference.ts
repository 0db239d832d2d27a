import type { ReferenceResolver } from './referenceResolver';

/**
 * Makes a reference resolve to an object that can be added to: @apollo/subgraph writes the name of the type onto it. A frozen
 * record, which requests share, is copied.
 */
export function extensibleReference<Context>(
  resolve: ReferenceResolver<Context>,
): ReferenceResolver<Context> {
  return (reference, context, info) => {
    const found = resolve(reference, context, info);
    return found instanceof Promise ? found.then(extensible) : extensible(found);
  };
}

const extensible = (found: object): object => (Object.isExtensible(found) ? found : { ...found });
