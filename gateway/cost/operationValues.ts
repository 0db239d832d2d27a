import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';

/** An operation's variables by name; one that is absent is not known yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** Whether a selection may be executed: `@skip` and `@include` decide where their condition is known. */
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

const numberIn = (value: ValueNode | undefined) =>
  value?.kind === Kind.INT ? Number(value.value) : undefined;

const toSize = (value: unknown) => (typeof value === 'number' ? Math.max(0, value) : undefined);
