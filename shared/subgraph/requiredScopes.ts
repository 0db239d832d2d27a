import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { CordonError } from '../errors/cordonError';
import type { Identity } from '../identity/identity';

/** One of these sets of scopes is needed, all of the set. */
export type ScopeSets = readonly (readonly string[])[];

/** By `Type` and `Type.field`: the scopes that the schema requires. */
export type RequiredScopes = ReadonlyMap<string, ScopeSets>;

/** Returns the scopes that the `@requiresScopes` of a subgraph's own schema name. */
export function readScopes(document: DocumentNode): RequiredScopes {
  const required = new Map<string, ScopeSets>();
  const add = (place: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives)
      if (directive.name.value === 'requiresScopes') required.set(place, scopeSets(directive, place));
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    add(type, definition.directives);
    for (const { name, directives } of definition.fields ?? []) add(`${type}.${name.value}`, directives);
  }
  return required;
}

function scopeSets(directive: ConstDirectiveNode, place: string): ScopeSets {
  const value = directive.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  const sets = value?.kind === Kind.LIST ? value.values : [];
  const read = sets.map((set) =>
    set.kind === Kind.LIST
      ? set.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
  if (read.length === 0 || read.some((set) => set.length === 0))
    throw new Error(`@requiresScopes on ${place} names no scope: write scopes: [["<scope>"]]`);
  return read;
}

/**
 * Rejects a caller that lacks a scope of a place.
 * @throws CordonError UNAUTHORIZED_FIELD_OR_TYPE
 */
export function requireScopes(caller: Identity, place: string, needed: readonly ScopeSets[]): void {
  const held = new Set(caller.scopes);
  const missing = needed.find((sets) => !sets.some((set) => set.every((scope) => held.has(scope))));
  if (!missing) return;
  const alternatives = missing.map((set) => set.join(' and ')).join(', or ');
  throw new CordonError(
    'UNAUTHORIZED_FIELD_OR_TYPE',
    `${place} needs the scope ${alternatives}: ask with a token that has it`,
  );
}
