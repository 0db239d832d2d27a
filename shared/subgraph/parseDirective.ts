import { type ConstDirectiveNode, parse } from 'graphql';

/** Parses a directive from its text, such as `@cost(weight: 5)`. Throws where the text is not one. */
export function parseDirective(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar S ${text}`, { noLocation: true }).definitions;
  const [directive] = definition && 'directives' in definition ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`${JSON.stringify(text)} is not a directive`);
  return directive as ConstDirectiveNode;
}
