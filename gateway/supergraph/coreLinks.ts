import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  Kind,
  type ValueNode,
} from 'graphql';

/** A `@link` of a supergraph to a specification. */
export interface CoreLink {
  readonly node: ConstDirectiveNode;
  readonly url: string;
  /** The feature of specs.apollo.dev that it links; undefined where the specification is another's. */
  readonly feature: string | undefined;
  /** The last name of the URL before its version, of any specification. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** The name before `__` of elements that are not imported: `as`, else the feature's own. */
  readonly prefix: string | undefined;
  readonly isForSecurity: boolean;
  readonly imports: readonly { readonly name: string; readonly as: string }[];
}

/** Reads every link of a supergraph, by any name of its directive (the link specification, v1.0). */
export function readCoreLinks(document: DocumentNode): readonly CoreLink[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).flatMap((node) => readLink(node) ?? [])
      : [],
  );
}

function readLink(node: ConstDirectiveNode): CoreLink | undefined {
  const url = textArgument(node, 'url') ?? textArgument(node, 'feature');
  if (url === undefined) return undefined;
  const path = url.replace(/\/+$/, '').split('/');
  const version = /^v\d/.test(path.at(-1) ?? '') ? path.pop() : undefined;
  const name = path.pop();
  const feature = path.join('/') === 'https://specs.apollo.dev' ? name : undefined;
  const purpose = argumentOf(node, 'for');
  const imported = argumentOf(node, 'import');
  return {
    node,
    url,
    feature,
    name,
    version,
    prefix: textArgument(node, 'as') ?? feature,
    isForSecurity: purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY',
    imports:
      imported?.kind === Kind.LIST ? imported.values.flatMap((element) => importOf(element) ?? []) : [],
  };
}

/** `"@name"`, or `{name: "@name", as: "@other"}`. */
function importOf(element: ValueNode): CoreLink['imports'][number] | undefined {
  if (element.kind === Kind.STRING) return { name: element.value, as: element.value };
  if (element.kind !== Kind.OBJECT) return undefined;
  const text = (key: string) => {
    const value = element.fields.find((field) => field.name.value === key)?.value;
    return value?.kind === Kind.STRING ? value.value : undefined;
  };
  const name = text('name');
  return name === undefined ? undefined : { name, as: text('as') ?? name };
}

export function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}
