import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

/** Returns the fragments of documents, by name; of several with one name the last. */
export function fragmentsByName(
  documents: readonly DocumentNode[],
): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    documents
      .flatMap(({ definitions }) => definitions)
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

/** Returns the fragments that an operation spreads, and those that they spread; its own document's before others of one name. */
export function usedFragments(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  others: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FragmentDefinitionNode[] {
  const own = fragmentsByName([document]);
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = own.get(name.value) ?? others.get(name.value);
        if (!fragment || found.has(name.value)) return;
        found.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...found.values()];
}
