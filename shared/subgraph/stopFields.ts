import { type GraphQLFieldMap, type GraphQLSchema, isObjectType } from 'graphql';
import { rejectEnded } from './endedRequest';
import type { SubgraphContext } from './subgraphContext';

/**
 * Makes every field that has a resolver check that the client still waits, before it resolves. The rest of an
 * answer that nobody takes is not computed.
 */
export function stopFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields = type.getFields() as GraphQLFieldMap<unknown, SubgraphContext>;
    for (const field of Object.values(fields)) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (parent, args, context, info): unknown => {
        rejectEnded(context.signal);
        return resolve(parent, args, context, info);
      };
    }
  }
}
