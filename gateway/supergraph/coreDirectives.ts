import { type ConstDirectiveNode, type DocumentNode, Kind, type ValueNode } from 'graphql';

/** A directive of a core feature, as Apollo's specifications name it. */
export type CoreDirective =
  'authenticated' | 'requiresScopes' | 'policy' | 'tag' | 'inaccessible' | 'cost' | 'listSize';

const featureOf: Readonly<Record<CoreDirective, string>> = {
  authenticated: 'authenticated',
  requiresScopes: 'requiresScopes',
  policy: 'policy',
  tag: 'tag',
  inaccessible: 'inaccessible',
  cost: 'cost',
  listSize: 'cost',
};

const specification = /^https:\/\/specs\.apollo\.dev\/([A-Za-z_]+)\/v\d+\.\d+\/?$/;

/**
 * Returns the names under which a supergraph uses the core directives: `@link` may rename a feature (`as:`) or a directive
 * of it (`import: [{ name:, as: }]`). Source: Apollo's core schemas specification (specs.apollo.dev/link/v1.0).
 */
export function coreDirectiveNames(document: DocumentNode): ReadonlyMap<string, CoreDirective> {
  const names = new Map<string, CoreDirective>();
  for (const link of linksOf(document)) {
    const feature = specification.exec(textArgument(link, 'url') ?? '')?.[1];
    for (const directive of directivesOf(feature)) names.set(nameIn(link, directive), directive);
  }
  return names;
}

function linksOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

const directivesOf = (feature: string | undefined): readonly CoreDirective[] =>
  (Object.keys(featureOf) as CoreDirective[]).filter((directive) => featureOf[directive] === feature);

function nameIn(link: ConstDirectiveNode, directive: CoreDirective): string {
  const imported = importedNames(argumentOf(link, 'import')).get(`@${directive}`);
  if (imported !== undefined) return imported.slice(1);
  const feature = textArgument(link, 'as') ?? featureOf[directive];
  return directive === featureOf[directive] ? feature : `${feature}__${directive}`;
}

function importedNames(value: ValueNode | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    if (item.kind === Kind.STRING) names.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const field = (name: string) => {
      const found = item.fields.find((one) => one.name.value === name)?.value;
      return found?.kind === Kind.STRING ? found.value : undefined;
    };
    const name = field('name');
    if (name !== undefined) names.set(name, field('as') ?? name);
  }
  return names;
}

export function argumentOf(directive: ConstDirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}
