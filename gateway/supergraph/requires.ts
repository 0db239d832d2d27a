import { type FieldDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';
import { namedType, type SupergraphType, type SupergraphTypes } from './supergraphTypes';

/** A field that another one requires, directly or within what it requires. */
export interface RequiredField {
  readonly parent: SupergraphType;
  readonly field: FieldDefinitionNode;
  /** True where it is required itself, and not a field of a required one. */
  readonly outermost: boolean;
}

/**
 * Every field that `type.field` requires of other subgraphs (`@requires`), with those of fragments, and of an interface
 * also those of each type that implements it. Throws SUPERGRAPH_INVALID for a field that the supergraph does not have.
 */
export function requiredFields(
  types: SupergraphTypes,
  type: SupergraphType,
  field: FieldDefinitionNode,
): readonly RequiredField[] {
  const by = `${type.name}.${field.name.value}`;
  return requiresOf(field, by).flatMap((fieldSet) => {
    const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
    return selected(types, operation.selectionSet, type, { by, outermost: true });
  });
}

function requiresOf(field: FieldDefinitionNode, by: string): readonly string[] {
  return (field.directives ?? []).flatMap((directive) => {
    if (directive.name.value !== 'join__field') return [];
    const argument = (name: string) => directive.arguments?.find((given) => given.name.value === name)?.value;
    if (argument('contextArguments'))
      throw invalidSupergraph(`${by} takes an argument @fromContext, which this gateway does not enforce`);
    const requires = argument('requires');
    return requires?.kind === Kind.STRING ? [requires.value] : [];
  });
}

interface Place {
  /** The field that requires. */
  readonly by: string;
  readonly outermost: boolean;
}

function selected(
  types: SupergraphTypes,
  { selections }: SelectionSetNode,
  parent: SupergraphType,
  place: Place,
): readonly RequiredField[] {
  return selections.flatMap((selection): readonly RequiredField[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      throw invalidSupergraph(`${place.by} @requires a fragment by name, ...${selection.name.value}`);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const name = selection.typeCondition?.name.value ?? parent.name;
      // The members of a union are objects: the condition names one of them.
      return selected(types, selection.selectionSet, typeCalled(types, name), place);
    }
    const name = selection.name.value;
    if (name === '__typename') return [];
    const holders = [parent, ...(parent.isInterface ? types.implementing(parent.name) : [])];
    return holders.flatMap((holder) => {
      const field = holder.fields.get(name);
      if (!field) throw invalidSupergraph(`${place.by} @requires ${holder.name}.${name}, which there is not`);
      const within = selection.selectionSet
        ? selected(types, selection.selectionSet, typeCalled(types, namedType(field.type)), {
            ...place,
            outermost: false,
          })
        : [];
      return [{ parent: holder, field, outermost: place.outermost }, ...within];
    });
  });
}

/** A union has no fields of its own: it stands as a type without any. */
function typeCalled({ all }: SupergraphTypes, name: string): SupergraphType {
  const union = { name, isInterface: false, isInterfaceObject: false, interfaces: new Set<string>() };
  return all.get(name) ?? { ...union, fields: new Map() };
}
