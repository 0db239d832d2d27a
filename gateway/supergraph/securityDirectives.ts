import {
  type ASTNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';

/** The core features that say who may see what (specs.apollo.dev). `policy` cannot be enforced here, so it is refused. */
const features = ['authenticated', 'requiresScopes', 'policy'] as const;

type Feature = (typeof features)[number];

/** What a caller needs: one of these sets of scopes, all of the set. No set at all: a token is enough. */
export type ScopeSets = readonly (readonly string[])[];

/** By type name, and by `Type.field`: what a caller needs. What is not named here needs a token and nothing more. */
export type Requirements = ReadonlyMap<string, ScopeSets>;

export interface SecuredSupergraph {
  /** The supergraph without the security directives: the planner refuses to load it with them. */
  readonly sdl: string;
  readonly requirements: Requirements;
}

/** Reads who may see what out of a supergraph, and strips it. Throws SUPERGRAPH_INVALID where it could not be enforced. */
export function readSecurity(supergraphSdl: string): SecuredSupergraph {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = directiveNames(document);
  const requirements = readRequirements(document, names);
  return { sdl: print(strip(document, names)), requirements };
}

/** The name of each feature's directive in this supergraph: `@link(as:)` may have renamed it. */
function directiveNames(document: DocumentNode): ReadonlyMap<string, Feature> {
  const names = new Map<string, Feature>();
  for (const link of linksOf(document)) {
    const feature = featureOf(link);
    if (!feature) continue;
    if (feature === 'policy')
      throw new CordonError('SUPERGRAPH_INVALID', '@policy is not enforced by this gateway');
    names.set(stringArgument(link, 'as') ?? feature, feature);
  }
  return names;
}

function linksOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter((directive) => directive.name.value === 'link')
      : [],
  );
}

function featureOf(link: DirectiveNode): Feature | undefined {
  const url = stringArgument(link, 'url') ?? '';
  return features.find((feature) => url.startsWith(`https://specs.apollo.dev/${feature}/`));
}

function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function readRequirements(document: DocumentNode, names: ReadonlyMap<string, Feature>): Requirements {
  const requirements = new Map<string, ScopeSets>();
  const note = (place: string, node: { readonly directives?: readonly DirectiveNode[] | undefined }) => {
    for (const directive of node.directives ?? []) {
      const feature = names.get(directive.name.value);
      if (!feature) continue;
      if (feature === 'requiresScopes') requirements.set(place, readScopes(directive, place));
      else if (!requirements.has(place)) requirements.set(place, []);
    }
  };
  for (const definition of document.definitions) {
    if (!('name' in definition) || !('directives' in definition)) continue;
    note(definition.name.value, definition);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) note(`${definition.name.value}.${field.name.value}`, field);
  }
  return requirements;
}

/** `scopes: [["a", "b"], ["c"]]`: a and b, or c. Federation's composition has merged what the subgraphs say. */
function readScopes(directive: DirectiveNode, place: string): ScopeSets {
  const value = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  const sets = value?.kind === Kind.LIST ? value.values : [];
  const read = sets.map((set) =>
    set.kind === Kind.LIST
      ? set.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
  if (read.length === 0 || read.some((set) => set.length === 0)) {
    throw new CordonError('SUPERGRAPH_INVALID', `@requiresScopes on ${place} names no scope`);
  }
  return read;
}

/** Removes the features' links, definitions, uses, and the types that they bring (`requiresScopes__Scope`). */
function strip(document: DocumentNode, names: ReadonlyMap<string, Feature>): DocumentNode {
  const brought = (name: string) => [...names.keys()].some((directive) => name.startsWith(`${directive}__`));
  const removeUse = (node: DirectiveNode) =>
    names.has(node.name.value) || (node.name.value === 'link' && featureOf(node)) ? null : undefined;
  const removeType = (node: ASTNode & { readonly name: { readonly value: string } }) =>
    brought(node.name.value) ? null : undefined;
  return visit(document, {
    Directive: removeUse,
    DirectiveDefinition: (node) => (names.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: removeType,
    EnumTypeDefinition: removeType,
  });
}
