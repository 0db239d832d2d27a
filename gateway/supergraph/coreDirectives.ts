import type { DocumentNode } from 'graphql';
import { type CoreLink, readCoreLinks } from './coreLinks';

/** The directives that Apollo's specifications name, by the feature that they are of. */
const directivesOf = {
  authenticated: ['authenticated'],
  requiresScopes: ['requiresScopes'],
  policy: ['policy'],
  tag: ['tag'],
  inaccessible: ['inaccessible'],
  cost: ['cost', 'listSize'],
} as const;

/** A directive of a core feature, as its specification names it. */
export type CoreDirective = (typeof directivesOf)[keyof typeof directivesOf][number];

/**
 * Returns the names under which a supergraph uses the core directives: `@link` may rename a feature (`as:`) or a directive
 * of it (`import: [{ name:, as: }]`). Source: the link specification (specs.apollo.dev/link/v1.0).
 */
export function coreDirectiveNames(document: DocumentNode): ReadonlyMap<string, CoreDirective> {
  const names = new Map<string, CoreDirective>();
  for (const link of readCoreLinks(document))
    for (const directive of known(link.feature))
      for (const name of directiveNames(link, directive)) names.set(name, directive);
  return names;
}

const known = (feature: string | undefined): readonly CoreDirective[] =>
  feature !== undefined && Object.hasOwn(directivesOf, feature)
    ? directivesOf[feature as keyof typeof directivesOf]
    : [];

/**
 * Returns the names that a link gives to a directive of its feature. They are the prefixed one always, the
 * prefix itself where the directive has the feature's name, and one more for an import.
 */
export function directiveNames(
  { feature, prefix, imports }: CoreLink,
  directive: CoreDirective,
): readonly string[] {
  return [
    `${prefix ?? ''}__${directive}`,
    ...(directive === feature ? [prefix ?? ''] : []),
    ...imports.flatMap(({ name, as }) => (name === `@${directive}` ? [as.replace(/^@/, '')] : [])),
  ];
}
