import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { Path } from '../call/unavailableValue';

/**
 * The part of a subgraph's path that the client asked for too. What comes after is the plan's own: fields that another
 * subgraph requires, which clients neither see nor know.
 */
export function clientPath(below: Path, nodes: readonly FieldNode[], document: DocumentNode): Path {
  let here = nodes;
  const known = below.findIndex((key) => {
    if (typeof key === 'number') return false;
    here = here.flatMap(({ selectionSet }) =>
      selectionSet ? fieldsCalled(key, selectionSet, document) : [],
    );
    return here.length === 0;
  });
  return known < 0 ? below : below.slice(0, known);
}

function fieldsCalled(
  name: string,
  { selections }: SelectionSetNode,
  document: DocumentNode,
): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return (selection.alias ?? selection.name).value === name ? [selection] : [];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentCalled(selection.name.value, document);
    return inner ? fieldsCalled(name, inner.selectionSet, document) : [];
  });
}

function fragmentCalled(name: string, { definitions }: DocumentNode) {
  return definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  ) as { readonly selectionSet: SelectionSetNode } | undefined;
}
