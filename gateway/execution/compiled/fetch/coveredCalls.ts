import { Kind, type OperationDefinitionNode, print, type SelectionNode } from 'graphql';
import type { FetchNode } from '../../plan/planNodes';
import { entitySelectionSet } from './subgraphCall';

/** The fields that a call asks for of entities, as `Type field(arguments){…}`. */
export type AskedTexts = ReadonlySet<string>;

/** Reads what a call asks for of entities. */
export function askedTexts(operation: OperationDefinitionNode): AskedTexts {
  const texts = new Set<string>();
  const read = (selections: readonly SelectionNode[], type: string): void => {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT)
        read(node.selectionSet.selections, node.typeCondition?.name.value ?? type);
      else texts.add(`${type} ${print(node)}`);
    }
  };
  read(entitySelectionSet(operation).selections, '');
  return texts;
}

/** A fetch of entities, with its selection. */
export interface AskingFetch {
  readonly fetch: FetchNode;
  readonly texts: AskedTexts;
}

/** Tells if one fetch asks the same subgraph for all that another one asks for, of the same entities. */
export function covers(wide: AskingFetch, narrow: AskingFetch): boolean {
  const [a, b] = [wide.fetch, narrow.fetch];
  return (
    a.serviceName === b.serviceName &&
    a.operation !== b.operation &&
    JSON.stringify(a.inputRewrites) === JSON.stringify(b.inputRewrites) &&
    [...narrow.texts].every((text) => wide.texts.has(text))
  );
}
