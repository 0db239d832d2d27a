import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isLeafType,
  isListType,
  Kind,
  type ValueNode,
} from 'graphql';

/**
 * Returns the enums and scalars that the arguments of a field use as it is written, within lists and input
 * objects too. A variable uses all that the type at its place can hold: its value is not known yet.
 */
export function argumentTypes(node: FieldNode, field: GraphQLField<unknown, unknown>): readonly string[] {
  return (node.arguments ?? []).flatMap(({ name, value }) => {
    const argument = field.args.find((one) => one.name === name.value);
    return argument ? typesOf(value, argument.type) : [];
  });
}

function typesOf(value: ValueNode, type: GraphQLInputType): readonly string[] {
  const named = getNamedType(type);
  if (isLeafType(named)) return [named.name];
  if (value.kind === Kind.VARIABLE) return [...leavesOf(named, new Set())];
  const kind = getNullableType(type);
  if (value.kind === Kind.LIST)
    return value.values.flatMap((item) => typesOf(item, isListType(kind) ? kind.ofType : named));
  if (value.kind !== Kind.OBJECT || !isInputObjectType(named)) return [];
  const fields = named.getFields();
  return value.fields.flatMap((given) => {
    const known = fields[given.name.value];
    return known ? typesOf(given.value, known.type) : [];
  });
}

/** The enums and scalars within a type, however deep. */
function leavesOf(type: GraphQLInputType, met: Set<string>): ReadonlySet<string> {
  const named = getNamedType(type);
  if (isLeafType(named)) return new Set([named.name]);
  if (!isInputObjectType(named) || met.has(named.name)) return new Set();
  met.add(named.name);
  return new Set(Object.values(named.getFields()).flatMap((field) => [...leavesOf(field.type, met)]));
}
