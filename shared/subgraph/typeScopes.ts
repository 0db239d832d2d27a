import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, visit } from 'graphql';
import { parseDirective } from './parseDirective';

/** The scopes that the types of a subgraph need, as `@requiresScopes` directives. */
export interface TypeScopes {
  /** For a type that `byType` does not name. */
  readonly byDefault: string;
  /** By type name. A connection and its edges need what their nodes need, unless they are named too. */
  readonly byType: Readonly<Record<string, string>>;
}

const roots = ['Query', 'Mutation'];

/**
 * Adds the directives to every object type except root types and `@shareable` value types. For those, the
 * fields that lead to them name the scopes.
 */
export function addTypeScopes(document: DocumentNode, { byDefault, byType }: TypeScopes): DocumentNode {
  const types = new Set<string>();
  const withScopes = visit(document, {
    ObjectTypeDefinition(type) {
      const name = type.name.value;
      types.add(name);
      const isValue = type.directives?.some((directive) => directive.name.value === 'shareable');
      if (roots.includes(name) || isValue) return undefined;
      const scopes = byType[name] ?? byType[nodeType(type) ?? ''] ?? byDefault;
      return { ...type, directives: [...(type.directives ?? []), parseDirective(scopes)] };
    },
  });
  const unknown = Object.keys(byType).filter((name) => !types.has(name));
  if (unknown.length > 0) throw new Error(`scopes name no type of this schema: ${unknown.join(', ')}`);
  return withScopes;
}

/** The type in a connection or an edge; undefined for any other type. */
function nodeType({ name, fields }: ObjectTypeDefinitionNode): string | undefined {
  const holder = /Connection$/.test(name.value) ? 'nodes' : /Edge$/.test(name.value) ? 'node' : undefined;
  let type = fields?.find((field) => field.name.value === holder)?.type;
  while (type && type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type?.name.value;
}
