import { type ASTNode, Kind, visit } from 'graphql';
import type { RequiredField } from './requiredArguments';

/** Asks for the fields behind the planner's own, under their names: `required__0: price(currency: "EUR")`. */
export function askRequired<Node extends ASTNode>(
  node: Node,
  required: ReadonlyMap<string, RequiredField>,
): Node {
  if (required.size === 0) return node;
  return visit(node, {
    Field(field) {
      const stands = required.get(field.name.value);
      if (!stands) return undefined;
      return {
        ...field,
        alias: field.alias ?? field.name,
        name: { kind: Kind.NAME, value: stands.field } as const,
        arguments: stands.arguments,
      };
    },
  });
}
