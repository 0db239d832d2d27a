import { getNamedType, type GraphQLField, type GraphQLNamedType } from 'graphql';
import type { Requirements, ScopeSets } from './securityDirectives';

/** Whether a caller with these scopes may ask for a field: the field itself, the type it is on, and the type it answers with. */
export function maySee(
  requirements: Requirements,
  scopes: ReadonlySet<string>,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): boolean {
  const places = [parent.name, `${parent.name}.${field.name}`, getNamedType(field.type).name];
  return places.every((place) => satisfies(requirements.get(place), scopes));
}

function satisfies(sets: ScopeSets | undefined, scopes: ReadonlySet<string>): boolean {
  if (sets === undefined || sets.length === 0) return true;
  return sets.some((set) => set.every((scope) => scopes.has(scope)));
}

/** Every scope that the supergraph asks for anywhere: two callers that agree on these may see the same. */
export function scopesThatMatter(requirements: Requirements): ReadonlySet<string> {
  return new Set([...requirements.values()].flat(2));
}
