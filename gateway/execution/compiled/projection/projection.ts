import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { isOfType } from '../isOfType';
import { type Applies, collectFields } from './collectFields';
import { fieldWriter } from './fieldWriter';
import type { FieldWriter, ObjectProjection, Projected, ProjectObject, Selecting } from './projected';

type Fields = readonly FieldWriter[] | undefined;

/** Compiles how the root of an operation is written. */
export function projectRoot(
  root: GraphQLObjectType,
  operation: OperationDefinitionNode,
  projected: Projected,
): readonly FieldWriter[] {
  return writersOf(root, [operation], projected) ?? [];
}

/** Each type of object is compiled when it is first met. */
function projectObject(
  type: GraphQLCompositeType,
  nodes: readonly Selecting[],
  projected: Projected,
): ObjectProjection {
  const { schema } = projected;
  const fieldsOfAny = once(() => writersOf(type, nodes, projected));
  if (isObjectType(type)) return { fieldsOf: fieldsOfAny };
  const byType = new Map<string, Fields>();
  return {
    fieldsOf(value) {
      const typename = value['__typename'];
      if (typeof typename !== 'string') return fieldsOfAny();
      const known = byType.get(typename);
      if (known) return known;
      const concrete = schema.getType(typename);
      // A subgraph that knows an interface as an object (`@interfaceObject`) gives the interface's name.
      if (isAbstractType(concrete)) return fieldsOfAny();
      if (!isObjectType(concrete) || !schema.isSubType(type, concrete)) return undefined;
      const fields = writersOf(concrete, nodes, projected);
      byType.set(typename, fields);
      return fields;
    },
  };
}

/**
 * Returns the writers of an object of this type; undefined where they depend on a type that it does not give.
 */
function writersOf(type: GraphQLCompositeType, nodes: readonly Selecting[], projected: Projected): Fields {
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const { fields, undecided } = collectFields(sets, conditionsOn(type, projected.schema), projected);
  if (undecided) return undefined;
  const asksForType = [...fields.values()].some(([node]) => node?.name.value === '__typename');
  if (asksForType && isAbstractType(type)) return undefined;
  // A fragment of the only type that there is applies to all, and its fields are that type's.
  if (isInterfaceType(type) && [...fields.values()].some(([node]) => node && !isFieldOf(node, type)))
    return undefined;
  const project: ProjectObject = (inner, asking) => projectObject(inner, asking, projected);
  return [...fields].map(([name, [first, ...others]], index) => {
    if (!first) throw new Error(`no field was collected under ${name}`);
    return fieldWriter(
      { name, parent: type, nodes: [first, ...others], isFirst: index === 0 },
      projected,
      project,
    );
  });
}

const isFieldOf = ({ name }: FieldNode, type: GraphQLInterfaceType) => name.value in type.getFields();

function conditionsOn(type: GraphQLCompositeType, schema: GraphQLSchema): Applies {
  if (isObjectType(type)) return (condition) => isOfType(schema, type.name, condition);
  const possible = schema.getPossibleTypes(type);
  return (condition) => {
    if (condition === type.name) return true;
    const applying = possible.filter(({ name }) => isOfType(schema, name, condition));
    if (applying.length === 0) return false;
    return applying.length === possible.length ? true : undefined;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
