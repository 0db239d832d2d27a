import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  isInputObjectType,
  isListType,
} from 'graphql';

/** Returns the names of the enums and scalars that the type of an argument can hold, however deep. */
export function leavesOf(type: GraphQLInputType, met = new Set<string>()): readonly string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [named.name];
  if (met.has(named.name)) return [];
  met.add(named.name);
  return Object.values(named.getFields()).flatMap((field) => leavesOf(field.type, met));
}

/** Returns the names of the enums and scalars of the values that a caller gave to some arguments of a field. */
export function givenLeaves(
  args: readonly GraphQLArgument[],
  values: Readonly<Record<string, unknown>>,
  { fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>,
): readonly string[] {
  const given = new Set(fieldNodes.flatMap((node) => (node.arguments ?? []).map(({ name }) => name.value)));
  return args.flatMap(({ name, type }) => (given.has(name) ? leavesOfValue(values[name], type) : []));
}

function leavesOfValue(value: unknown, type: GraphQLInputType): readonly string[] {
  if (value === undefined || value === null) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = nullable.ofType;
    return Array.isArray(value)
      ? value.flatMap((one) => leavesOfValue(one, item))
      : leavesOfValue(value, item);
  }
  if (!isInputObjectType(nullable)) return [getNamedType(nullable).name];
  const fields = nullable.getFields();
  return Object.entries(value).flatMap(([name, one]) => {
    const field = fields[name];
    return field ? leavesOfValue(one, field.type) : [];
  });
}
