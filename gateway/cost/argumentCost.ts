import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
} from 'graphql';
import type { CostDirectives } from './costDirectives';
import { valueOf, type Variables } from './operationValues';

interface Context {
  readonly coordinate: string;
  readonly directives: CostDirectives;
  readonly variables: Variables;
}

/**
 * Returns the weights of a field's arguments: nothing for an argument or input field unless `@cost` weighs
 * it.
 */
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
  if (value === null || value === undefined) return 0;
  const named = getNamedType(type);
  const own = directives.weights.get(named.name) ?? 0;
  if (!isInputObjectType(named)) return own === 0 ? 0 : own * countOf(value);
  if (Array.isArray(value))
    return value.reduce<number>((sum, one) => sum + inputCost(one, named, directives), 0);
  if (typeof value !== 'object') return own;
  let cost = own;
  for (const [name, inner] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (!field) continue;
    cost += directives.weights.get(`${named.name}.${name}`) ?? 0;
    cost += inputCost(inner, field.type, directives);
  }
  return cost;
}

/** Returns the number of values in lists of lists; null counts nothing. */
function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countOf(one), 0);
  return value === null || value === undefined ? 0 : 1;
}
