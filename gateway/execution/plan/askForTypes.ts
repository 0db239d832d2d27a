import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/**
 * Asks for `__typename` where a field of an interface or a union has only fragments, of which none may apply.
 * Where the planner (2.14.4) finds that a subgraph never answers with a type that a fragment names, it
 * fetches nothing for the field. Then it would not be known if the field is null, and how long its lists are.
 */
export function askForTypes(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const type = getNamedType(types.getType());
        if (!node.selectionSet || !isAbstractType(type)) return undefined;
        if (hasField(node.selectionSet, type.name, fragments)) return undefined;
        const selections = [typename, ...node.selectionSet.selections];
        return { ...node, selectionSet: { ...node.selectionSet, selections } };
      },
    }),
  );
}

/** Tells if a selection asks for a field of every possible object. */
function hasField(
  { selections }: SelectionSetNode,
  type: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return true;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!inner || (inner.typeCondition && inner.typeCondition.name.value !== type)) return false;
    return hasField(inner.selectionSet, type, fragments);
  });
}
