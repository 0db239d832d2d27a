import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { GrantSets, Requirements } from '../identity/grantSets';
import { givenLeaves, leavesOf } from './argumentLeaves';
import type { ReferenceResolver } from './referenceResolver';
import { requireGrants } from './requiredGrants';
import type { SubgraphContext } from './subgraphContext';

/**
 * Makes every field check the caller's grants before it resolves: its own, those of the type that it answers with, and
 * those of the enums and scalars that it is given. So each way into a protected type is checked, independently of the
 * gateway.
 */
export function protectFields(schema: GraphQLSchema, required: Requirements): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields = type.getFields() as GraphQLFieldMap<unknown, SubgraphContext>;
    for (const field of Object.values(fields)) protectField(type.name, field, { schema, required });
  }
}

interface Rules {
  readonly schema: GraphQLSchema;
  readonly required: Requirements;
}

function protectField(
  type: string,
  field: GraphQLField<unknown, SubgraphContext>,
  { schema, required }: Rules,
): void {
  // An entity is checked by its reference: a call may name some entities of the union and not others.
  if (field.name === '_entities') return;
  const place = `${type}.${field.name}`;
  const places = [place, ...possibleTypes(schema, getNamedType(field.type)).map(({ name }) => name)];
  const check = grantCheck(place, places, required);
  const checkArguments = argumentCheck(place, field, required);
  if (!check && !checkArguments) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args, context, info): unknown => {
    check?.(context);
    checkArguments?.(args as Readonly<Record<string, unknown>>, context, info);
    return resolve(parent, args, context, info);
  };
}

/** Returns a check of the values that a field is given. Undefined where no argument can hold a protected one. */
function argumentCheck(place: string, field: GraphQLField<unknown, SubgraphContext>, required: Requirements) {
  const args = field.args.filter(({ type }) => leavesOf(type).some((leaf) => required.has(leaf)));
  if (args.length === 0) return undefined;
  return (
    values: Readonly<Record<string, unknown>>,
    { caller }: SubgraphContext,
    info: GraphQLResolveInfo,
  ): void => {
    const needed = givenLeaves(args, values, info).flatMap((leaf) => {
      const sets = required.get(leaf);
      return sets ? [sets] : [];
    });
    requireGrants(caller, place, needed);
  };
}

/** A field with an abstract type needs the grants of every type that it can answer with. */
const possibleTypes = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [type];

interface ProtectedReference<Context> {
  readonly type: string;
  readonly resolve: ReferenceResolver<Context>;
  readonly required: Requirements;
}

/** Makes an entity's reference check the grants of its type before it is looked up. */
export function protectReference<Context extends SubgraphContext>({
  type,
  resolve,
  required,
}: ProtectedReference<Context>): ReferenceResolver<Context> {
  const check = grantCheck(type, [type], required);
  if (!check) return resolve;
  return (reference, context, info) => {
    check(context);
    return resolve(reference, context, info);
  };
}

/** Returns a check that decides once for each request; thousands of records may ask it. Undefined where no grant is needed. */
function grantCheck(place: string, places: readonly string[], required: Requirements) {
  const needed = places
    .map((name) => required.get(name))
    .filter((sets): sets is GrantSets => sets !== undefined);
  if (needed.length === 0) return undefined;
  const passed = new WeakSet<SubgraphContext>();
  return (context: SubgraphContext): void => {
    if (passed.has(context)) return;
    requireGrants(context.caller, place, needed);
    passed.add(context);
  };
}
