import {
  getNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import { argumentOf } from '../../../gateway/supergraph/coreLinks';
import type { SchemaElement } from '../../../gateway/supergraph/elements';

/** One of these sets, all of the set: `scope:…` and `policy:…`. No set at all: any authenticated caller. */
export type Requirement = readonly (readonly string[])[];

/** The requirements of an element; a caller satisfies all of them. Empty: open to all. */
export type Protection = readonly Requirement[];

/** By coordinate: what only the directives on that element ask. */
export function declaredRequirements(
  elements: ReadonlyMap<string, SchemaElement>,
): ReadonlyMap<string, Protection> {
  const declared = new Map<string, Protection>();
  for (const { coordinate, directives } of elements.values()) {
    const parts = directives.flatMap(({ name, node }): Requirement[] => {
      if (name === 'authenticated') return [[]];
      if (name === 'requiresScopes') return [setsOf(argumentOf(node, 'scopes'), 'scope')];
      if (name === 'policy') return [setsOf(argumentOf(node, 'policies'), 'policy')];
      return [];
    });
    if (parts.length > 0) declared.set(coordinate, parts);
  }
  return declared;
}

function setsOf(value: ValueNode | undefined, kind: 'scope' | 'policy'): Requirement {
  return (value?.kind === Kind.LIST ? value.values : []).map((set) =>
    (set.kind === Kind.LIST ? set.values : []).flatMap((one) =>
      one.kind === Kind.STRING ? [`${kind}:${one.value}`] : [],
    ),
  );
}

/**
 * By coordinate of each field and argument of the whole graph, inaccessible ones included: what a caller needs to ask for
 * it. A field is protected where it stands, by its type and by the type of its answer; an argument by an enum or scalar.
 */
export function effectiveProtections(
  declared: ReadonlyMap<string, Protection>,
  schema: GraphQLSchema,
): ReadonlyMap<string, Protection> {
  const of = (...places: readonly string[]) => places.flatMap((place) => declared.get(place) ?? []);
  const found = new Map<string, Protection>();
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      found.set(coordinate, of(type.name, coordinate, getNamedType(field.type).name));
      for (const argument of field.args) {
        const asked = getNamedType(argument.type);
        if (isLeafType(asked)) found.set(`${coordinate}(${argument.name}:)`, of(asked.name));
      }
    }
  }
  return found;
}

/**
 * Tells if every caller that satisfies `a` satisfies `b`. Tries each least set of grants that satisfies `a`.
 */
export function implies(a: Protection, b: Protection): boolean {
  if (b.length === 0) return true;
  if (a.length === 0) return false;
  return minimalSets(a).every((grants) => satisfies(grants, b));
}

/** Tells if an authenticated caller with these grants may ask. */
export function satisfies(grants: ReadonlySet<string>, protection: Protection): boolean {
  return protection.every(
    (part) => part.length === 0 || part.some((set) => set.every((one) => grants.has(one))),
  );
}

function minimalSets(protection: Protection): readonly ReadonlySet<string>[] {
  return protection
    .filter((part) => part.length > 0)
    .reduce<readonly ReadonlySet<string>[]>(
      (found, part) => found.flatMap((grants) => part.map((set) => new Set([...grants, ...set]))),
      [new Set()],
    );
}

/** A protection in words, such as `kyc:read and kyc:pii`. */
export function protectionText(protection: Protection): string {
  if (protection.length === 0) return 'nothing';
  const parts = protection.filter((part) => part.length > 0);
  if (parts.length === 0) return 'authentication';
  const texts = parts.map((part) =>
    part
      .map((set) => set.map(grantText).join(' and '))
      .sort()
      .join(', or '),
  );
  return [...new Set(texts)].sort().join('; and ');
}

const grantText = (grant: string) => {
  if (grant.startsWith('scope:')) return grant.slice('scope:'.length);
  return grant.startsWith('policy:') ? `policy ${grant.slice('policy:'.length)}` : grant;
};
