import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { ReferenceResolver } from './referenceResolver';
import { type RequiredScopes, requireScopes, type ScopeSets } from './requiredScopes';
import type { SubgraphContext } from './subgraphContext';

/**
 * Makes every field check the caller's scopes before it resolves: its own, and those of the type that it
 * answers with. So each way into a protected type is checked, independently of the gateway.
 */
export function protectFields(schema: GraphQLSchema, required: RequiredScopes): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields = type.getFields() as GraphQLFieldMap<unknown, SubgraphContext>;
    for (const field of Object.values(fields)) protectField(type.name, field, { schema, required });
  }
}

interface Rules {
  readonly schema: GraphQLSchema;
  readonly required: RequiredScopes;
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
  const check = scopeCheck(place, places, required);
  if (!check) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args, context, info): unknown => {
    check(context);
    return resolve(parent, args, context, info);
  };
}

/** A field with an abstract type needs the scopes of every type that it can answer with. */
const possibleTypes = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [type];

interface ProtectedReference<Context> {
  readonly type: string;
  readonly resolve: ReferenceResolver<Context>;
  readonly required: RequiredScopes;
}

/** Makes an entity's reference check the scopes of its type before it is looked up. */
export function protectReference<Context extends SubgraphContext>({
  type,
  resolve,
  required,
}: ProtectedReference<Context>): ReferenceResolver<Context> {
  const check = scopeCheck(type, [type], required);
  if (!check) return resolve;
  return (reference, context, info) => {
    check(context);
    return resolve(reference, context, info);
  };
}

/** Returns a check that decides once for each request; thousands of records may ask it. Undefined where no scope is needed. */
function scopeCheck(place: string, places: readonly string[], required: RequiredScopes) {
  const needed = places
    .map((name) => required.get(name))
    .filter((sets): sets is ScopeSets => sets !== undefined);
  if (needed.length === 0) return undefined;
  const passed = new WeakSet<SubgraphContext>();
  return (context: SubgraphContext): void => {
    if (passed.has(context)) return;
    requireScopes(context.caller, place, needed);
    passed.add(context);
  };
}
