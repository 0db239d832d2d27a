import {
  buildASTSchema,
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  isTypeDefinitionNode,
  Kind,
  parse,
  printSchema,
  type TypeDefinitionNode,
} from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';
import { readElements, type SchemaElement } from './elements';
import { isRequired, reachable, withoutDangling } from './pruneTypes';
import { tagsOf } from './tags';

/**
 * The elements of the schema that a client is served, by their `@tag`s: either those that carry one, or those
 * that carry none.
 */
export interface Contract {
  readonly include?: string[] | undefined;
  readonly exclude?: string[] | undefined;
}

/** Equal for contracts that leave out the same. */
export function contractKey({ include, exclude }: Contract): string {
  return JSON.stringify([include ? 'include' : 'exclude', ...[...(include ?? exclude ?? [])].sort()]);
}

/**
 * Returns the schema that a contract serves: the API schema without the omitted elements, the elements that
 * refer to them, and unreachable types. `exclude` omits elements that carry one of its tags. `include` keeps
 * elements that carry one of its tags, their parts, and types with such a field. Scalars, enums and inputs
 * come with the fields that need them. Throws SUPERGRAPH_INVALID where no query is left.
 */
export function contractSchema(
  supergraph: DocumentNode,
  apiSchema: GraphQLSchema,
  contract: Contract,
): GraphQLSchema {
  const keeps = filterOf(readElements(supergraph), contract);
  let types = parse(printSchema(apiSchema), { noLocation: true }).definitions.filter(isTypeDefinitionNode);
  types = types.filter(({ name }) => keeps(name.value)).map((type) => keepParts(type, keeps));
  types = withoutDangling(types);
  const roots = ['Query', 'Mutation', 'Subscription'].filter(
    (root) => nameOfRoot(apiSchema, root) !== undefined,
  );
  const rootNames = roots.map((root) => nameOfRoot(apiSchema, root) ?? root);
  if (!types.some(({ name }) => name.value === rootNames[0]))
    throw new CordonError('SUPERGRAPH_INVALID', 'the contract leaves no query: check its tags');
  const schema = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: reachable(types, rootNames) },
    { assumeValid: true },
  );
  return withScalarsOf(apiSchema, schema);
}

type Keeps = (coordinate: string) => boolean;

function filterOf(elements: ReadonlyMap<string, SchemaElement>, { include, exclude }: Contract): Keeps {
  const tags = new Map([...elements].map(([coordinate, element]) => [coordinate, tagsOf(element)]));
  const carries = (coordinate: string, wanted: readonly string[]) =>
    (tags.get(coordinate) ?? []).some((tag) => wanted.includes(tag));
  // An element that the supergraph does not define has no known tags: no contract serves it.
  if (exclude) return (coordinate) => elements.has(coordinate) && !carries(coordinate, exclude);
  const wanted = include ?? [];
  const kept = new Set<string>();
  for (const { coordinate } of elements.values()) {
    if (!carries(coordinate, wanted)) continue;
    for (
      let at = elements.get(coordinate);
      at;
      at = at.parent === undefined ? undefined : elements.get(at.parent)
    )
      kept.add(at.coordinate);
  }
  return (coordinate) => {
    const element = elements.get(coordinate);
    if (!element) return false;
    if (kept.has(coordinate) || comesWithItsUser(element)) return true;
    const parent = element.parent === undefined ? undefined : elements.get(element.parent);
    return parent !== undefined && parent.kind === 'type' && carries(parent.coordinate, wanted);
  };

  function comesWithItsUser({ kind, coordinate, parent }: SchemaElement): boolean {
    if (kind === 'argument' || kind === 'enumValue' || kind === 'inputField') return true;
    return kind === 'type' && parent === undefined && isInputOrLeaf(coordinate);
  }
  function isInputOrLeaf(type: string): boolean {
    for (const { parent, kind } of elements.values()) if (parent === type) return kind !== 'field';
    return true;
  }
}

function keepParts(type: TypeDefinitionNode, keeps: Keeps): TypeDefinitionNode {
  const name = type.name.value;
  if (type.kind === Kind.ENUM_TYPE_DEFINITION)
    return { ...type, values: type.values?.filter((value) => keeps(`${name}.${value.name.value}`)) ?? [] };
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return { ...type, fields: type.fields?.filter((field) => keeps(`${name}.${field.name.value}`)) ?? [] };
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  const fields = (type.fields ?? []).flatMap((field) => {
    const coordinate = `${name}.${field.name.value}`;
    if (!keeps(coordinate)) return [];
    const left = (field.arguments ?? []).filter(
      (argument) => !keeps(`${coordinate}(${argument.name.value}:)`),
    );
    if (left.some(isRequired)) return [];
    return [{ ...field, arguments: (field.arguments ?? []).filter((argument) => !left.includes(argument)) }];
  });
  return { ...type, fields };
}

function nameOfRoot(schema: GraphQLSchema, root: string): string | undefined {
  if (root === 'Query') return schema.getQueryType()?.name;
  return (root === 'Mutation' ? schema.getMutationType() : schema.getSubscriptionType())?.name;
}

/** Scalars parse and serialise as in the API schema: an AST keeps only their names. */
function withScalarsOf(from: GraphQLSchema, to: GraphQLSchema): GraphQLSchema {
  for (const [name, scalar] of Object.entries(to.getTypeMap())) {
    const original = from.getType(name);
    if (!(scalar instanceof GraphQLScalarType) || !(original instanceof GraphQLScalarType)) continue;
    const { parseValue, parseLiteral, serialize } = original;
    Object.assign(scalar, { parseValue, parseLiteral, serialize });
  }
  return to;
}
