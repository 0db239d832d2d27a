import type { GraphQLResolveInfo } from 'graphql';

/** Finds the record behind an entity reference. Throws for an unknown id: it never answers null (it would read as "no such"). */
export type ReferenceResolver<Context> = (
  reference: Readonly<Record<string, string>>,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<object> | object;
