import { Kind, parse, type SelectionSetNode, visit } from 'graphql';
import { type AnswerSelection, readSelection } from '../call/answerSelection';

/** Returns what an operation asks for at its root, or of each entity, as it is called in the answer. */
export function fieldsOf(query: string): AnswerSelection {
  const [definition] = parse(query, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a call in the plan is no operation');
  let asked: SelectionSetNode = definition.selectionSet;
  visit(definition, {
    Field: ({ name, selectionSet }) => {
      if (name.value === '_entities' && selectionSet) asked = selectionSet;
      return false;
    },
  });
  return readSelection(asked);
}
