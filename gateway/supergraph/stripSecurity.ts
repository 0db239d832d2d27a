import { type ASTNode, type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import { readSecurityNames } from './securityLinks';

/**
 * Removes the security features from a supergraph: their links, definitions, uses, and the types that they bring
 * (`requiresScopes__Scope`). The stock planner does not load a supergraph with them.
 */
export function stripSecurity(document: DocumentNode): DocumentNode {
  const { directives, types, links } = readSecurityNames(document);
  const removeType = (node: ASTNode & { readonly name: { readonly value: string } }) =>
    types.has(node.name.value) ? null : undefined;
  return visit(document, {
    Directive: (node) =>
      directives.has(node.name.value) || links.has(node as ConstDirectiveNode) ? null : undefined,
    DirectiveDefinition: (node) => (directives.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: removeType,
    EnumTypeDefinition: removeType,
  });
}
