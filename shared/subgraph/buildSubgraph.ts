import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray, type ResolverData } from 'type-graphql';

type Decorated = abstract new () => object;

/** Finds the record behind an entity reference. Throws for an unknown id: it never answers null (it would read as "no such"). */
export type ReferenceResolver<Context> = (
  reference: Readonly<Record<string, string>>,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<object> | object;

/** The nouns of one subgraph, as type-graphql classes and entity references. */
export interface SubgraphDefinition<Context extends object> {
  readonly resolvers: readonly Decorated[];
  /** Types that no root field leads to. */
  readonly types: readonly Decorated[];
  /** By type name: how an entity is found by its key. */
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  /**
   * By type and field: what answers in place of the resolver's method, for fields that one call asks of thousands of
   * records. type-graphql spends a resolver, a list of parameters and four promises on each; this is the function alone.
   */
  readonly plainFields?: Readonly<Record<string, PlainFields<Context>>>;
}

// The parent and the arguments of a field are what its schema says: no type can be given for all fields.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type PlainFields<Context> = Readonly<Record<string, GraphQLFieldResolver<any, Context>>>;

/** The federation directives that our schemas use (federation specification, v2.9). */
const link = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@authenticated", "@requiresScopes", "@tag"]
  )
`;

function annotatedSchema<Context extends object>({
  resolvers,
  types,
}: SubgraphDefinition<Context>): GraphQLSchema {
  return buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: types as unknown as (new () => object)[],
    skipCheck: true,
    validate: false,
    // Resolver classes have no state: what they need is in the context.
    container: { get: (type: new () => object, _data: ResolverData) => new type() },
  });
}

/** The schema of a subgraph as SDL, types and fields sorted: the committed `schema.graphql`, and what the gateway composes. */
export function printSubgraph<Context extends object>(definition: SubgraphDefinition<Context>): string {
  return printAnnotated(annotatedSchema(definition));
}

function printAnnotated(schema: GraphQLSchema): string {
  const printed = printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\n*/, '');
  return `${link}\n${printed.trim()}\n`;
}

/** The schema that a subgraph executes: the annotated one, with `_entities` and the reference resolvers. */
export function executableSubgraph<Context extends object>(
  definition: SubgraphDefinition<Context>,
): GraphQLSchema {
  const annotated = annotatedSchema(definition);
  const resolvers: Record<string, unknown> = { ...createResolversMap(annotated) };
  const add = (type: string, more: object) => {
    const fields = resolvers[type];
    resolvers[type] = { ...(typeof fields === 'object' ? fields : {}), ...more };
  };
  for (const [type, fields] of Object.entries(definition.plainFields ?? {})) add(type, fields);
  for (const [type, resolveReference] of Object.entries(definition.references))
    add(type, { __resolveReference: resolveReference });
  return buildSubgraphSchema({
    typeDefs: parse(printAnnotated(annotated)),
    resolvers: resolvers as Parameters<typeof buildSubgraphSchema>[0] extends { resolvers?: infer R }
      ? R
      : never,
  });
}
