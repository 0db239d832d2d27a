import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';

/** The core features that say who may see what (specs.apollo.dev). `policy` cannot be enforced here, so it is rejected. */
const features = ['authenticated', 'requiresScopes', 'policy'] as const;

export type Feature = (typeof features)[number];

/** The only version of each that there is. Of another one nobody knows what it means. */
const knownVersion = 'v0.1';

/** Features for security that others enforce: the planner hides what is inaccessible. */
const enforcedElsewhere: readonly string[] = ['inaccessible'];

/** How a supergraph calls the security features. */
export interface SecurityNames {
  /** By the name of a directive: the feature that it is. */
  readonly directives: ReadonlyMap<string, Feature>;
  /** The types that the features bring, such as `requiresScopes__Scope`. */
  readonly types: ReadonlySet<string>;
  /** The links of the features. */
  readonly links: ReadonlySet<ConstDirectiveNode>;
}

/**
 * Reads how the links of a supergraph call the security features: by their own name, by `as`, or by an import (the link
 * specification, v1.0). Throws SUPERGRAPH_INVALID for a feature for security that this gateway does not enforce.
 */
export function readSecurityNames(document: DocumentNode): SecurityNames {
  const directives = new Map<string, Feature>();
  const types = new Set<string>();
  const links = new Set<ConstDirectiveNode>();
  for (const link of linksOf(document)) {
    const feature = securityFeature(link);
    if (!feature) continue;
    links.add(link);
    const prefix = textArgument(link, 'as') ?? feature;
    directives.set(prefix, feature).set(`${prefix}__${feature}`, feature);
    types.add(`${prefix}__Scope`);
    for (const { name, as } of importsOf(link)) {
      if (name === `@${feature}`) directives.set(as.replace(/^@/, ''), feature);
      else types.add(as);
    }
  }
  return { directives, types, links };
}

/** Whether a directive is called as a security feature is, with or without a prefix. */
export function hasSecurityName(directive: string): boolean {
  const name = directive.split('__').at(-1)?.toLowerCase();
  return features.some((feature) => feature.toLowerCase() === name);
}

/** Every directive on the schema that links a specification, whatever it is called. */
function linksOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter((directive) => urlOf(directive) !== undefined)
      : [],
  );
}

const urlOf = (link: ConstDirectiveNode) => textArgument(link, 'url') ?? textArgument(link, 'feature');

function securityFeature(link: ConstDirectiveNode): Feature | undefined {
  const url = urlOf(link) ?? '';
  const path = url.replace(/\/+$/, '').split('/');
  const version = /^v\d/.test(path.at(-1) ?? '') ? path.pop() : undefined;
  const name = path.pop();
  const feature = features.find((known) => known === name && path.join('/') === 'https://specs.apollo.dev');
  if (feature === 'policy' || (feature && version !== knownVersion))
    throw invalidSupergraph(`@${feature} (${url}) is not enforced by this gateway`);
  const purpose = link.arguments?.find((argument) => argument.name.value === 'for')?.value;
  const forSecurity = purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY';
  if (forSecurity && !feature && !enforcedElsewhere.includes(name ?? ''))
    throw invalidSupergraph(`${url} is for security, and is not enforced by this gateway`);
  return feature;
}

interface Import {
  readonly name: string;
  readonly as: string;
}

function importsOf(link: ConstDirectiveNode): readonly Import[] {
  const value = link.arguments?.find((argument) => argument.name.value === 'import')?.value;
  return value?.kind === Kind.LIST ? value.values.flatMap((element) => importOf(element) ?? []) : [];
}

/** `"@name"`, or `{name: "@name", as: "@other"}`. */
function importOf(element: ConstValueNode): Import | undefined {
  if (element.kind === Kind.STRING) return { name: element.value, as: element.value };
  if (element.kind !== Kind.OBJECT) return undefined;
  const text = (key: string) => {
    const value = element.fields.find((field) => field.name.value === key)?.value;
    return value?.kind === Kind.STRING ? value.value : undefined;
  };
  const name = text('name');
  return name === undefined ? undefined : { name, as: text('as') ?? name };
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
