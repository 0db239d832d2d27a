import {
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import { type AnswerSelection, readSelection } from '../../call/answerSelection';
import type { FetchNode } from '../../plan/planNodes';

/** A call for root fields, as a plan's fetch has it. */
export interface RootCall {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  /** The client's variables that it names. */
  readonly variables: readonly string[];
  /** The selection, with the names of the answer. */
  readonly asked: AnswerSelection;
}

/** A call for entities. Fetches whose calls have the same text share one. */
export interface EntityCall extends RootCall {
  /** The selection of each entity: `{...on Product{price}}`. */
  readonly entitySelection: string;
  /**
   * The definitions of the client's variables that it names: `$currency:String!`. Definitions of one name are
   * equal.
   */
  readonly definitions: readonly string[];
}

/** Compiles the call of a fetch of root fields. */
export function rootCall(fetch: FetchNode, operation: OperationDefinitionNode): RootCall {
  const operationName = nameOf(fetch);
  return {
    subgraph: fetch.serviceName,
    query: textOf(operation, operationName),
    operationName,
    variables: fetch.variableUsages ?? [],
    asked: readSelection(operation.selectionSet),
  };
}

/** Compiles the call of a fetch of entities. */
export function entityCall(fetch: FetchNode, operation: OperationDefinitionNode): EntityCall {
  const selectionSet = entitySelectionSet(operation);
  const definitions = (operation.variableDefinitions ?? []).filter(
    ({ variable }) => variable.name.value !== 'representations',
  );
  return {
    ...rootCall(fetch, operation),
    asked: readSelection(selectionSet),
    entitySelection: stripIgnoredCharacters(print(selectionSet)),
    definitions: definitions.map((definition) => stripIgnoredCharacters(print(definition))),
  };
}

/** Returns the selection of a call for entities. */
export function entitySelectionSet({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  const [field] = selectionSet.selections;
  if (field?.kind === Kind.FIELD && field.name.value === '_entities' && field.selectionSet)
    return field.selectionSet;
  throw new Error('a call in the plan asks for other things beside entities');
}

/** The planner numbers its operations, so that equal ones would differ. */
const nameOf = ({ operationName }: FetchNode) => operationName?.replace(/__\d+$/, '');

function textOf(operation: OperationDefinitionNode, name: string | undefined): string {
  const { name: _numbered, ...unnamed } = operation;
  const named =
    name === undefined ? unnamed : { ...unnamed, name: { kind: Kind.NAME, value: name } as const };
  return stripIgnoredCharacters(print(named));
}
