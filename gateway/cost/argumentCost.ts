import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { CostDirectives } from './costDirectives';
import type { Variables } from './operationValues';

interface Context {
  readonly coordinate: string;
  readonly directives: CostDirectives;
  readonly variables: Variables;
}

/** The weights of what a field is given: nothing for an argument or input field unless `@cost` weighs it. */
export function argumentCost(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  context: Context,
): number {
  const { coordinate, directives } = context;
  // Most schemas weigh no input.
  if (directives.weights.size === 0) return 0;
  let cost = 0;
  for (const { name, value } of node.arguments ?? []) {
    const argument = field.args.find((one) => one.name === name.value);
    if (!argument) continue;
    cost += directives.weights.get(`${coordinate}(${argument.name}:)`) ?? 0;
    cost += inputCost(valueOf(value, context.variables), argument.type, directives);
  }
  return cost;
}

function inputCost(value: unknown, type: GraphQLInputType, directives: CostDirectives): number {
  if (Array.isArray(value))
    return value.reduce<number>((sum, one) => sum + inputCost(one, type, directives), 0);
  const named = getNamedType(type);
  if (value === null || value === undefined) return 0;
  let cost = directives.weights.get(named.name) ?? 0;
  if (!isInputObjectType(named) || typeof value !== 'object') return cost;
  for (const [name, inner] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (!field) continue;
    cost += directives.weights.get(`${named.name}.${name}`) ?? 0;
    cost += inputCost(inner, field.type, directives);
  }
  return cost;
}

/** A value as written, variables filled in; scalars stay as they are, since only their presence counts. */
function valueOf(node: ValueNode, variables: Variables): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.NULL) return null;
  if (node.kind === Kind.LIST) return node.values.map((one) => valueOf(one, variables));
  if (node.kind !== Kind.OBJECT) return node.value;
  return Object.fromEntries(node.fields.map((field) => [field.name.value, valueOf(field.value, variables)]));
}
