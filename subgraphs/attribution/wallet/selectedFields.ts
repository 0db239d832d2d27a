import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Returns the names of the requested fields below a field that is being resolved: a hint for reading ahead.
 * It includes one that a directive omits.
 */
export function selectedFields(info: GraphQLResolveInfo, below: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of info.fieldNodes) {
    visit(info, field.selectionSet, (name, selections) => {
      if (name === below) visit(info, selections, (inner) => names.add(inner));
    });
  }
  return names;
}

function visit(
  info: GraphQLResolveInfo,
  selections: SelectionSetNode | undefined,
  meet: (name: string, selections: SelectionSetNode | undefined) => void,
): void {
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === Kind.FIELD) meet(selection.name.value, selection.selectionSet);
    else if (selection.kind === Kind.INLINE_FRAGMENT) visit(info, selection.selectionSet, meet);
    else visit(info, info.fragments[selection.name.value]?.selectionSet, meet);
  }
}
