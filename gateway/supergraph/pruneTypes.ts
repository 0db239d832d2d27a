import {
  type FieldDefinitionNode,
  GraphQLScalarType,
  type InputValueDefinitionNode,
  isSpecifiedScalarType,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** Removes what refers to a type that is gone, and types that became empty, until nothing does. */
export function withoutDangling(given: readonly TypeDefinitionNode[]): TypeDefinitionNode[] {
  let types = [...given];
  for (;;) {
    const names = new Set(types.map(({ name }) => name.value));
    const next = types.map((type) => withoutGone(type, names)).filter((type) => !isEmpty(type));
    if (next.length === types.length && JSON.stringify(next) === JSON.stringify(types)) return next;
    types = next;
  }
}

function withoutGone(type: TypeDefinitionNode, names: ReadonlySet<string>): TypeDefinitionNode {
  const exists = (node: TypeNode) => {
    const name = namedType(node);
    return names.has(name) || isSpecifiedScalarType(new GraphQLScalarType({ name }));
  };
  const isThere = ({ name }: NamedTypeNode) => names.has(name.value);
  switch (type.kind) {
    case Kind.UNION_TYPE_DEFINITION:
      return { ...type, types: type.types?.filter(isThere) ?? [] };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...type, fields: type.fields?.filter((field) => exists(field.type)) ?? [] };
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...type,
        interfaces: type.interfaces?.filter(isThere) ?? [],
        fields: (type.fields ?? []).flatMap((field) => fieldWithout(field, exists)),
      };
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
      return type;
  }
}

function fieldWithout(
  field: FieldDefinitionNode,
  exists: (node: TypeNode) => boolean,
): readonly FieldDefinitionNode[] {
  const gone = (field.arguments ?? []).filter((argument) => !exists(argument.type));
  if (!exists(field.type) || gone.some(isRequired)) return [];
  return [{ ...field, arguments: (field.arguments ?? []).filter((argument) => !gone.includes(argument)) }];
}

function isEmpty(type: TypeDefinitionNode): boolean {
  if (type.kind === Kind.SCALAR_TYPE_DEFINITION) return false;
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return !type.types?.length;
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return !type.values?.length;
  return !type.fields?.length;
}

export const isRequired = ({ type, defaultValue }: InputValueDefinitionNode) =>
  type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The types that the roots lead to; an interface leads to those that implement it. */
export function reachable(
  types: readonly TypeDefinitionNode[],
  roots: readonly string[],
): TypeDefinitionNode[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const found = new Set<string>();
  const visit = (name: string) => {
    const type = byName.get(name);
    if (!type || found.has(name)) return;
    found.add(name);
    for (const next of referredBy(type, types)) visit(next);
  };
  for (const root of roots) visit(root);
  return types.filter(({ name }) => found.has(name.value));
}

function referredBy(type: TypeDefinitionNode, types: readonly TypeDefinitionNode[]): readonly string[] {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return type.types?.map(({ name }) => name.value) ?? [];
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return type.fields?.map((field) => namedType(field.type)) ?? [];
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  const implementations =
    type.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? types.filter(
          (one) =>
            'interfaces' in one && (one.interfaces ?? []).some(({ name }) => name.value === type.name.value),
        )
      : [];
  return [
    ...(type.interfaces ?? []).map(({ name }) => name.value),
    ...(type.fields ?? [])
      .flatMap((field) => [field, ...(field.arguments ?? [])])
      .map((node) => namedType(node.type)),
    ...implementations.map(({ name }) => name.value),
  ];
}
