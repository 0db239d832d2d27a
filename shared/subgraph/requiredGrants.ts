import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, Kind } from 'graphql';
import { CordonError } from '../errors/cordonError';
import { builtInPolicies, satisfiedPolicies } from '../identity/builtInPolicies';
import { bothOf, type GrantSets, grantsText, policyGrant, type Requirements } from '../identity/grantSets';
import type { Identity } from '../identity/identity';

/**
 * Returns the grants that the `@requiresScopes` and `@policy` of a subgraph's own schema name, on objects, their fields,
 * enums and scalars. `@authenticated` asks for nothing more: each call of the gateway has a caller.
 * @throws Error where a subgraph cannot check a directive, or does not know a policy
 */
export function readGrants(document: DocumentNode): Requirements {
  const required = new Map<string, GrantSets>();
  const add = (place: string, directives: readonly ConstDirectiveNode[] = []) => {
    const needed = directives.flatMap((directive) => grantSets(directive, place));
    // Two directives on one place are both needed.
    const [first, ...others] = needed;
    if (first) required.set(place, others.reduce(bothOf, first));
  };
  for (const definition of document.definitions) {
    rejectUndecided(definition);
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION)
      add(definition.name.value, definition.directives);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    add(type, definition.directives);
    for (const { name, directives } of definition.fields ?? []) add(`${type}.${name.value}`, directives);
  }
  return required;
}

/** Federation has these directives on no other kind of definition; here nothing would check them. */
function rejectUndecided(definition: DefinitionNode): void {
  if (
    definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
    definition.kind !== Kind.OBJECT_TYPE_EXTENSION &&
    definition.kind !== Kind.INTERFACE_TYPE_EXTENSION &&
    definition.kind !== Kind.ENUM_TYPE_EXTENSION &&
    definition.kind !== Kind.SCALAR_TYPE_EXTENSION
  )
    return;
  const fields = 'fields' in definition ? (definition.fields ?? []) : [];
  const isProtected = [definition, ...fields].some(({ directives = [] }) =>
    directives.some(({ name }) => ['requiresScopes', 'policy', 'authenticated'].includes(name.value)),
  );
  if (isProtected)
    throw new Error(
      `${definition.name.value} is an interface or an extension: put its authorisation directives on type definitions`,
    );
}

/** The sets of one directive; none where it asks for no grant. */
function grantSets(directive: ConstDirectiveNode, place: string): [GrantSets] | [] {
  switch (directive.name.value) {
    case 'requiresScopes':
      return [namedSets(directive, 'scopes', place)];
    case 'policy': {
      const sets = namedSets(directive, 'policies', place);
      const unknown = sets.flat().find((name) => !Object.hasOwn(builtInPolicies, name));
      if (unknown !== undefined)
        throw new Error(`@policy on ${place}: a subgraph does not know the policy ${unknown}`);
      return [sets.map((set) => set.map(policyGrant))];
    }
    default:
      return [];
  }
}

function namedSets(directive: ConstDirectiveNode, argument: string, place: string): GrantSets {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const sets = value?.kind === Kind.LIST ? value.values : [];
  const read = sets.map((set) =>
    set.kind === Kind.LIST
      ? set.values.flatMap((name) => (name.kind === Kind.STRING ? [name.value] : []))
      : [],
  );
  if (read.length === 0 || read.some((set) => set.length === 0))
    throw new Error(
      `@${directive.name.value} on ${place} names no ${argument}: write ${argument}: [["<name>"]]`,
    );
  return read;
}

/**
 * Rejects a caller that lacks a grant of a place.
 * @throws CordonError UNAUTHORIZED_FIELD_OR_TYPE
 */
export function requireGrants(caller: Identity, place: string, needed: readonly GrantSets[]): void {
  const held = new Set([...caller.scopes, ...satisfiedPolicies(caller).map(policyGrant)]);
  const missing = needed.find((sets) => !sets.some((set) => set.every((grant) => held.has(grant))));
  if (!missing) return;
  throw new CordonError(
    'UNAUTHORIZED_FIELD_OR_TYPE',
    `${place} needs ${grantsText(missing)}: ask with a token that has it`,
  );
}
