import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';

/** An operation's variables by name; one that is absent is not known yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** Tells if a selection may be executed: `@skip` and `@include` decide where their condition is known. */
export function includes({ directives }: SelectionNode, variables: Variables): boolean {
  return (directives ?? []).every((directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return true;
    const value = directive.arguments?.[0]?.value;
    const known =
      value?.kind === Kind.BOOLEAN
        ? value.value
        : value?.kind === Kind.VARIABLE
          ? variables[value.name.value]
          : undefined;
    return typeof known !== 'boolean' || known === (name === 'include');
  });
}

/** The whole number that an argument bounds a list by: as written, by its variable, or by a default; undefined where none is known. */
export function numberOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  {
    name,
    variables,
    operation,
  }: {
    readonly name: string;
    readonly variables: Variables;
    readonly operation: OperationDefinitionNode;
    readonly schema?: GraphQLSchema;
  },
): number | undefined {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const fallback = field.args.find((argument) => argument.name === name)?.defaultValue;
  if (!given) return toSize(fallback);
  if (given.kind !== Kind.VARIABLE) return toSize(given.kind === Kind.INT ? Number(given.value) : undefined);
  const variable = given.name.value;
  if (variable in variables) return toSize(variables[variable]);
  const declared = operation.variableDefinitions?.find((one) => one.variable.name.value === variable);
  return toSize(numberIn(declared?.defaultValue));
}

/**
 * The length of the lists that a field must be given, such as `wallets(addresses:)`; undefined where it takes none, or where
 * none is known. `@listSize` takes only whole numbers (IBM's specification, slicing arguments), so this is a rule of our own.
 */
export function lengthGiven(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): number | undefined {
  const required = new Set(
    field.args.flatMap(({ name, type }) => (isNonNullType(type) && isListType(type.ofType) ? [name] : [])),
  );
  const values = (node.arguments ?? [])
    .filter(({ name }) => required.has(name.value))
    .map(({ value }) => valueOf(value, variables))
    .filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  // One value stands for a list of one (GraphQL specification, input coercion).
  return values.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0);
}

/** A value as written, variables filled in; scalars stay as they are. */
export function valueOf(node: ValueNode, variables: Variables): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.NULL) return null;
  if (node.kind === Kind.LIST) return node.values.map((one) => valueOf(one, variables));
  if (node.kind !== Kind.OBJECT) return node.value;
  return Object.fromEntries(node.fields.map((field) => [field.name.value, valueOf(field.value, variables)]));
}

const numberIn = (value: ValueNode | undefined) =>
  value?.kind === Kind.INT ? Number(value.value) : undefined;

const toSize = (value: unknown) => (typeof value === 'number' ? Math.max(0, value) : undefined);
