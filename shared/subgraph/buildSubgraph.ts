import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLFieldResolver, type GraphQLSchema, parse, print } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray, type ResolverData } from 'type-graphql';
import type { Permissions } from '../identity/permissions';
import { addListSizes } from './listSizes';
import { protectMutations } from './protectMutations';
import { extensibleReference } from './extensibleReference';
import { protectFields, protectReference } from './protectFields';
import type { ReferenceResolver } from './referenceResolver';
import { readGrants } from './requiredGrants';
import type { SubgraphContext } from './subgraphContext';
import { stopFields } from './stopFields';
import { addTags, type Tags } from './tags';
import { addTypeScopes, type TypeScopes } from './typeScopes';

type Decorated = abstract new () => object;

/** The nouns of one subgraph, as type-graphql classes and entity references. */
export interface SubgraphDefinition<Context extends SubgraphContext> {
  readonly resolvers: readonly Decorated[];
  /** Types that no root field leads to. */
  readonly types: readonly Decorated[];
  /** By type name: how an entity is found by its key. */
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** The scopes that its types need. */
  readonly typeScopes: TypeScopes;
  /** The tags of its elements: contracts leave out by tag, and the read log knows its types by one. */
  readonly tags: Tags;
  /** The callers who may call each mutation. */
  readonly permissions: Permissions;
  /**
   * By type and field: the functions that answer in place of the resolver's method, for fields that one call
   * asks of thousands of records. type-graphql spends a resolver, a list of parameters and four promises on
   * each. This spends one function call.
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
    import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@authenticated", "@requiresScopes", "@tag", "@cost", "@listSize"]
  )
`;

function annotatedSchema<Context extends SubgraphContext>({
  resolvers,
  types,
}: SubgraphDefinition<Context>): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<new () => object>,
    orphanedTypes: types as (new () => object)[],
    skipCheck: true,
    validate: false,
    // Resolver classes have no state: what they need is in the context.
    container: { get: (type: new () => object, _data: ResolverData) => new type() },
  });
  describeRoots(schema);
  return schema;
}

/** The same in every subgraph: the supergraph's root types have one description each. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query)
    query.description =
      'Reads. A field that cannot be answered is null, with an error on its path. An empty list is an answer.';
  if (mutation)
    mutation.description =
      'Commands: what people decide or record. Each needs scopes, and a role that may send it.';
}

/**
 * Returns the schema of a subgraph as SDL, types and fields sorted: the committed `schema.graphql`, which the
 * gateway composes.
 */
export function printSubgraph<Context extends SubgraphContext>(
  definition: SubgraphDefinition<Context>,
): string {
  return printAnnotated(annotatedSchema(definition), definition);
}

type Annotations = Pick<SubgraphDefinition<SubgraphContext>, 'typeScopes' | 'tags' | 'permissions'>;

function printAnnotated(schema: GraphQLSchema, { typeScopes, tags, permissions }: Annotations): string {
  const printed = printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\n*/, '');
  const scoped = addListSizes(addTypeScopes(parse(printed), typeScopes));
  return `${link}
${print(addTags(scoped, tags, permissions)).trim()}
`;
}

/** A schema has no state, so that subgraphs of one definition that are open in a process have the same one. */
const executable = new WeakMap<object, GraphQLSchema>();

/**
 * The schema that a subgraph executes: the annotated one, with `_entities`, the reference resolvers, and the checks of the
 * caller's scopes and roles. It is built once for a definition.
 */
export function executableSubgraph<Context extends SubgraphContext>(
  definition: SubgraphDefinition<Context>,
): GraphQLSchema {
  const schema = executable.get(definition) ?? buildExecutable(definition);
  executable.set(definition, schema);
  return schema;
}

function buildExecutable<Context extends SubgraphContext>(
  definition: SubgraphDefinition<Context>,
): GraphQLSchema {
  const annotated = annotatedSchema(definition);
  const resolvers: Record<string, unknown> = { ...createResolversMap(annotated) };
  const add = (type: string, more: object) => {
    const fields = resolvers[type];
    resolvers[type] = { ...(typeof fields === 'object' ? fields : {}), ...more };
  };
  for (const [type, fields] of Object.entries(definition.plainFields ?? {})) add(type, fields);
  const typeDefs = parse(printAnnotated(annotated, definition));
  const required = readGrants(typeDefs);
  for (const [type, resolve] of Object.entries(definition.references))
    add(type, {
      __resolveReference: protectReference({ type, resolve: extensibleReference(resolve), required }),
    });
  const schema = buildSubgraphSchema({
    typeDefs,
    resolvers: resolvers as Parameters<typeof buildSubgraphSchema>[0] extends { resolvers?: infer R }
      ? R
      : never,
  });
  protectFields(schema, required);
  protectMutations(schema, definition.permissions);
  stopFields(schema);
  return schema;
}
