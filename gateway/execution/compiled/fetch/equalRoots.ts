import { type FieldNode, Kind, type OperationDefinitionNode, OperationTypeNode, print } from 'graphql';
import { responseName } from '../../call/answerSelection';

/** An operation that asks for equal root fields once, and under names that are not the client's. */
export interface ReducedOperation {
  readonly operation: OperationDefinitionNode;
  /** By the names that differ in the answer: the name of the field that answers. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** The number of root fields that are not asked for, because another one is equal. */
  readonly equal: number;
}

/**
 * Takes out root fields of a query that differ from an earlier one in their alias only, and takes aliases off where no other
 * field has the name: calls that differ in a client's names only can then be one. A mutation is made as often as it is asked.
 */
export function askEqualRootsOnce(operation: OperationDefinitionNode): ReducedOperation {
  if (operation.operation !== OperationTypeNode.QUERY) return asItIs(operation);
  const sameAs = new Map<string, string>();
  const known = new Map<string, string>();
  const selections = operation.selectionSet.selections.filter((node) => {
    if (node.kind !== Kind.FIELD) return true;
    const text = textWithoutAlias(node);
    const first = known.get(text);
    if (first === undefined) known.set(text, responseName(node));
    else if (first !== responseName(node)) sameAs.set(responseName(node), first);
    return first === undefined;
  });
  const reduced = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return withoutAliases({ operation: reduced, sameAs, equal: sameAs.size });
}

/** The operation with every name and field that it has. */
export const asItIs = (operation: OperationDefinitionNode): ReducedOperation => ({
  operation,
  sameAs: new Map(),
  equal: 0,
});

function withoutAliases(reduced: ReducedOperation): ReducedOperation {
  const { operation, sameAs } = reduced;
  const { selections } = operation.selectionSet;
  const fields = selections.filter((node) => node.kind === Kind.FIELD);
  // A fragment may ask for the same field under another name.
  if (fields.length < selections.length) return reduced;
  const asked = fields.map(({ name }) => name.value);
  const isRenamed = ({ name }: FieldNode) => asked.indexOf(name.value) === asked.lastIndexOf(name.value);
  const kept = new Set(fields.filter((node) => !isRenamed(node)).map(responseName));
  if (asked.some((name) => kept.has(name))) return reduced;
  const renamed = new Map(
    fields.filter(isRenamed).map((node) => [responseName(node), node.name.value] as const),
  );
  const names = new Map([...renamed].filter(([alias, name]) => alias !== name));
  for (const [alias, first] of sameAs) names.set(alias, renamed.get(first) ?? first);
  const underOwnNames = fields.map((node) => {
    const { alias: _name, ...rest } = node;
    return isRenamed(node) ? rest : node;
  });
  return {
    ...reduced,
    operation: { ...operation, selectionSet: { ...operation.selectionSet, selections: underOwnNames } },
    sameAs: names,
  };
}

function textWithoutAlias({ alias: _name, ...node }: FieldNode): string {
  return print(node);
}
