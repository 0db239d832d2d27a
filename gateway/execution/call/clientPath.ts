import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { responseName } from './answerSelection';
import type { Path } from './unavailableValue';

/** The client's document, by which a path of the gateway's data is read. */
export interface ClientDocument {
  fragment(name: string): { readonly selectionSet: SelectionSetNode } | undefined;
  /** The name of a field in the gateway's data. */
  keyOf(node: FieldNode): string;
}

/**
 * Returns the part of a subgraph's path that the client asked for too, in the client's names. The rest is the
 * plan's own: fields that another subgraph requires, which clients neither see nor know.
 */
export function clientPath(below: Path, nodes: readonly FieldNode[], document: ClientDocument): Path {
  const path: (string | number)[] = [];
  let here = nodes;
  for (const key of below) {
    if (typeof key === 'number') {
      path.push(key);
      continue;
    }
    here = here.flatMap(({ selectionSet }) =>
      selectionSet ? fieldsCalled(key, selectionSet, document) : [],
    );
    const [node] = here;
    if (!node) break;
    path.push(responseName(node));
  }
  return path;
}

function fieldsCalled(
  key: string,
  { selections }: SelectionSetNode,
  document: ClientDocument,
): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return document.keyOf(selection) === key ? [selection] : [];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragment(selection.name.value);
    return inner ? fieldsCalled(key, inner.selectionSet, document) : [];
  });
}
