import { type FieldNode, Kind, type OperationDefinitionNode, OperationTypeNode, print } from 'graphql';
import { responseName } from '../../call/answerSelection';

/** An operation that asks for equal root fields once. */
export interface ReducedOperation {
  readonly operation: OperationDefinitionNode;
  /** By the names of those that are not asked for: the name of the one that is. */
  readonly sameAs: ReadonlyMap<string, string>;
}

/** Takes out root fields of a query that differ from an earlier one in their alias only. A mutation is made as often as it is asked. */
export function askEqualRootsOnce(operation: OperationDefinitionNode): ReducedOperation {
  const sameAs = new Map<string, string>();
  if (operation.operation !== OperationTypeNode.QUERY) return { operation, sameAs };
  const known = new Map<string, string>();
  const selections = operation.selectionSet.selections.filter((node) => {
    if (node.kind !== Kind.FIELD) return true;
    const text = textWithoutAlias(node);
    const first = known.get(text);
    if (first === undefined) known.set(text, responseName(node));
    else if (first !== responseName(node)) sameAs.set(responseName(node), first);
    return first === undefined;
  });
  return { operation: { ...operation, selectionSet: { ...operation.selectionSet, selections } }, sameAs };
}

function textWithoutAlias({ alias: _name, ...node }: FieldNode): string {
  return print(node);
}
