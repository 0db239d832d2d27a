import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { directiveNames } from './coreDirectives';
import { type CoreLink, readCoreLinks } from './coreLinks';
import { invalidSupergraph } from './invalidSupergraph';

/** The core features for authorization (specs.apollo.dev). */
const features = ['authenticated', 'requiresScopes', 'policy'] as const;

export type Feature = (typeof features)[number];

/** The only version of each that there is. Of another one nobody knows what it means. */
const knownVersion = 'v0.1';

/** Features for security that others enforce: the planner hides what is inaccessible. */
const enforcedElsewhere: readonly string[] = ['inaccessible'];

/** The names of the security features in a supergraph. */
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
 * specification, v1.0).
 */
export function readSecurityNames(document: DocumentNode): SecurityNames {
  const directives = new Map<string, Feature>();
  const types = new Set<string>();
  const links = new Set<ConstDirectiveNode>();
  for (const link of readCoreLinks(document)) {
    const feature = featureOf(link);
    if (!feature) continue;
    const { node, prefix = feature, imports } = link;
    links.add(node);
    for (const name of directiveNames(link, feature)) directives.set(name, feature);
    types.add(`${prefix}__Scope`).add(`${prefix}__Policy`);
    for (const { name, as } of imports) if (!name.startsWith('@')) types.add(as);
  }
  return { directives, types, links };
}

const featureOf = ({ feature }: CoreLink): Feature | undefined => features.find((known) => known === feature);

/** Tells if a directive has the name of a security feature, with or without a prefix. */
export function hasSecurityName(directive: string): boolean {
  const name = directive.split('__').at(-1)?.toLowerCase();
  return features.some((feature) => feature.toLowerCase() === name);
}

/** Throws SUPERGRAPH_INVALID for a feature for security that this gateway does not enforce. */
export function rejectUnenforced(document: DocumentNode): void {
  for (const link of readCoreLinks(document)) {
    const { url, name, version, isForSecurity } = link;
    const feature = featureOf(link);
    if (feature && version !== knownVersion)
      throw invalidSupergraph(`@${feature} (${url}) is not enforced by this gateway`);
    if (isForSecurity && !feature && !enforcedElsewhere.includes(name ?? ''))
      throw invalidSupergraph(`${url} is for security, and is not enforced by this gateway`);
  }
}
