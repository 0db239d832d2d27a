import { Kind, parse, type SelectionSetNode } from 'graphql';

/** The names that an operation asks for at its root, or of each entity, as they are called in the answer. */
export function fieldsOf(query: string): readonly string[] {
  const { definitions } = parse(query, { noLocation: true });
  const names = new Set<string>();
  const read = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) readFragment(selection.name.value);
      else if (selection.name.value === '_entities' && selection.selectionSet) read(selection.selectionSet);
      else if (selection.name.value !== '__typename') names.add((selection.alias ?? selection.name).value);
    }
  };
  const readFragment = (name: string): void => {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        read(definition.selectionSet);
    }
  };
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) read(definition.selectionSet);
  return [...names];
}
