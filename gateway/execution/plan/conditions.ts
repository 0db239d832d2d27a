import {
  type DirectiveNode,
  type DocumentNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
} from 'graphql';

type Conditional = { readonly directives?: readonly DirectiveNode[] };

const conditions: readonly string[] = [GraphQLSkipDirective.name, GraphQLIncludeDirective.name];

/** Tells if a selection is executed with these variables (coerced): `@skip` and `@include`. */
export function isIncluded(node: Conditional, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/** A selection without its conditions, once they have been decided. */
export function withoutConditions<Node extends Conditional>(node: Node): Node {
  if (!node.directives?.length) return node;
  return { ...node, directives: node.directives.filter(({ name }) => !conditions.includes(name.value)) };
}

/** The variables that decide what of a document is executed. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!conditions.includes(directive.name.value)) return;
      for (const { value } of directive.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}
