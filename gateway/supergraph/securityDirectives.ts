import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { effectiveRequirements } from './effectiveRequirements';
import { invalidSupergraph } from './invalidSupergraph';
import { bothOf, type GrantSets, policyGrant, type Requirements } from '../../shared/identity/grantSets';
import {
  type Feature,
  hasSecurityName,
  readSecurityNames,
  rejectUnenforced,
  type SecurityNames,
} from './securityLinks';
import { stripSecurity } from './stripSecurity';

export type { Requirements } from '../../shared/identity/grantSets';

export interface SecuredSupergraph {
  /** The supergraph without the security directives: the planner does not load it with them. */
  readonly sdl: string;
  readonly requirements: Requirements;
}

/**
 * Reads the requirements from a supergraph, and strips it. It trusts no composition: implied requirements are
 * computed here. Throws SUPERGRAPH_INVALID, naming the place, where one could not be enforced.
 */
export function readSecurity(supergraphSdl: string): SecuredSupergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  rejectUnenforced(document);
  const requirements = effectiveRequirements(document, readDeclared(document, readSecurityNames(document)));
  return { sdl: print(stripSecurity(document)), requirements };
}

/** Reads the declared requirements, each at its place. Several at one place must all be satisfied. */
function readDeclared(document: DocumentNode, names: SecurityNames): Requirements {
  const declared = new Map<string, GrantSets>();
  visit(document, {
    Directive(directive, _key, _parent, _path, ancestors) {
      const name = directive.name.value;
      const feature = names.directives.get(name);
      if (!feature && !hasSecurityName(name)) return;
      const holders = ancestors.filter((ancestor): ancestor is ASTNode => 'kind' in ancestor).slice(1);
      const place = holders.map(nameOf).join('.');
      if (!feature)
        throw invalidSupergraph(
          `@${name} on ${place} has no @link that says what it is: it cannot be enforced`,
        );
      if (!isProtectable(holders))
        throw invalidSupergraph(`@${name} on ${place} cannot be enforced: it belongs on a type or a field`);
      const sets = grantSetsOf(feature, directive as ConstDirectiveNode, place);
      declared.set(place, bothOf(declared.get(place) ?? [], sets));
    },
  });
  return declared;
}

const nameOf = (node: ASTNode) => ('name' in node && 'value' in node.name ? node.name.value : node.kind);

const protectableTypes: readonly string[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
];

/** Tells if this is a type, or a field of an object or interface, with nothing further within. */
function isProtectable([type, field, ...within]: readonly ASTNode[]): boolean {
  if (!type || within.length > 0 || !protectableTypes.includes(type.kind)) return false;
  return field === undefined || field.kind === Kind.FIELD_DEFINITION;
}

function grantSetsOf(feature: Feature, directive: ConstDirectiveNode, place: string): GrantSets {
  if (feature === 'authenticated') return [];
  if (feature === 'requiresScopes') return readNames(directive, { argument: 'scopes', form: scope, place });
  const policies = readNames(directive, { argument: 'policies', form: policy, place });
  return policies.map((set) => set.map(policyGrant));
}

/** RFC 6749, section 3.3. */
const scope = /^[\x21\x23-\x5B\x5D-\x7E]+$/;
const policy = /^\S(.*\S)?$/;

interface NamesOptions {
  readonly argument: 'scopes' | 'policies';
  readonly form: RegExp;
  readonly place: string;
}

/** `scopes: [["a", "b"], ["c"]]`: a and b, or c. */
function readNames(directive: ConstDirectiveNode, { argument, form, place }: NamesOptions): GrantSets {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const sets = value?.kind === Kind.LIST ? value.values : [];
  const read = sets.map((set) =>
    set.kind === Kind.LIST ? set.values.map((one) => (one.kind === Kind.STRING ? one.value : '')) : [],
  );
  const isWhole =
    read.length > 0 && read.every((set) => set.length > 0 && set.every((name) => form.test(name)));
  if (!isWhole)
    throw invalidSupergraph(
      `@${directive.name.value} on ${place} names no ${argument}, or something else than ${argument}`,
    );
  return read;
}
