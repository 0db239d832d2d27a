import { type FieldNode, getNamedType, type GraphQLField, type GraphQLNamedType } from 'graphql';
import { argumentTypes } from './argumentTypes';
import { bothOf, type Grant, type GrantSets, type Requirements } from '../../shared/identity/grantSets';

type Field = GraphQLField<unknown, unknown>;

/**
 * Tells if a caller with these grants may ask for a field: the field itself, its own type, and the type of
 * its answer.
 */
export function maySee(
  requirements: Requirements,
  grants: ReadonlySet<Grant>,
  parent: GraphQLNamedType,
  field: Field,
): boolean {
  return missingOf(requirements, grants, placesOf(parent, field)).length === 0;
}

/**
 * Returns the grants that a caller lacks to ask for a field as it is written, the enums and scalars of its
 * arguments included. It needs one of these sets, all of the set. Empty where it may ask.
 */
export function missingGrants(
  requirements: Requirements,
  grants: ReadonlySet<Grant>,
  parent: GraphQLNamedType,
  { node, field }: { readonly node: FieldNode; readonly field: Field },
): GrantSets {
  return missingOf(requirements, grants, [...placesOf(parent, field), ...argumentTypes(node, field)]);
}

const placesOf = (parent: GraphQLNamedType, field: Field): readonly string[] => [
  parent.name,
  `${parent.name}.${field.name}`,
  getNamedType(field.type).name,
];

function missingOf(
  requirements: Requirements,
  grants: ReadonlySet<Grant>,
  places: readonly string[],
): GrantSets {
  let missing: GrantSets = [];
  for (const place of places) {
    const sets = requirements.get(place);
    if (sets === undefined || isSatisfied(sets, grants)) continue;
    missing = bothOf(
      missing,
      sets.map((set) => set.filter((grant) => !grants.has(grant))),
    );
  }
  return missing;
}

function isSatisfied(sets: GrantSets, grants: ReadonlySet<Grant>): boolean {
  return sets.length === 0 || sets.some((set) => set.every((grant) => grants.has(grant)));
}

/** Every grant that the supergraph asks for anywhere: two callers that agree on these may see the same. */
export function grantsThatMatter(requirements: Requirements): ReadonlySet<Grant> {
  return new Set([...requirements.values()].flat(2));
}
