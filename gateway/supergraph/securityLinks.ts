import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { type CoreLink, readCoreLinks } from './coreLinks';
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
  for (const link of readCoreLinks(document)) {
    const feature = securityFeature(link);
    if (!feature) continue;
    links.add(link.node);
    const { prefix = feature, imports } = link;
    directives.set(prefix, feature).set(`${prefix}__${feature}`, feature);
    types.add(`${prefix}__Scope`);
    for (const { name, as } of imports) {
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

function securityFeature({
  url,
  feature: linked,
  name,
  version,
  isForSecurity,
}: CoreLink): Feature | undefined {
  const feature = features.find((known) => known === linked);
  if (feature === 'policy' || (feature && version !== knownVersion))
    throw invalidSupergraph(`@${feature} (${url}) is not enforced by this gateway`);
  if (isForSecurity && !feature && !enforcedElsewhere.includes(name ?? ''))
    throw invalidSupergraph(`${url} is for security, and is not enforced by this gateway`);
  return feature;
}
