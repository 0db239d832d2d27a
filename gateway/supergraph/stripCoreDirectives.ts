import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { type CoreDirective, coreDirectiveNames } from './coreDirectives';
import { textArgument } from './coreLinks';

const securityFeature = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\//;
const security: readonly CoreDirective[] = ['authenticated', 'requiresScopes', 'policy'];

/**
 * Removes the security features' links, definitions and uses from a supergraph, and the types that they bring: the stock
 * planner refuses to load a supergraph with them.
 */
export function stripCoreDirectives(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = namesToStrip(document);
  if (names.size === 0) return supergraphSdl;
  const isBrought = (name: string) => [...names].some((directive) => name.startsWith(`${directive}__`));
  const removeUse = (node: ConstDirectiveNode) =>
    names.has(node.name.value) ||
    (node.name.value === 'link' && securityFeature.test(textArgument(node, 'url') ?? ''))
      ? null
      : undefined;
  const removeType = (node: ASTNode & { readonly name: { readonly value: string } }) =>
    isBrought(node.name.value) ? null : undefined;
  return print(
    visit(document, {
      Directive: (node) => removeUse(node as ConstDirectiveNode),
      [Kind.DIRECTIVE_DEFINITION]: (node: { readonly name: { readonly value: string } }) =>
        names.has(node.name.value) ? null : undefined,
      ScalarTypeDefinition: removeType,
      EnumTypeDefinition: removeType,
    }),
  );
}

function namesToStrip(document: DocumentNode): ReadonlySet<string> {
  return new Set(
    [...coreDirectiveNames(document)].flatMap(([name, directive]) =>
      security.includes(directive) ? [name] : [],
    ),
  );
}
