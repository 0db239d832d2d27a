import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';

/** The joins of a supergraph: which subgraph answers each field (the join specification, v0.5). */
export interface Joins {
  /** The fields that a subgraph needs before it can answer `Type.field`, or undefined where it needs none. */
  requires(subgraph: string, type: string, field: string): readonly FieldNode[] | undefined;
  /** The same for a subgraph that knows the interface `Type` as an object (`@interfaceObject`). */
  requiresOfInterface(subgraph: string, type: string, field: string): readonly FieldNode[] | undefined;
  /** The fields by which a subgraph finds a `Type`. */
  key(subgraph: string, type: string): readonly FieldNode[] | undefined;
}

export function readJoins(supergraphSdl: string): Joins {
  const document = parse(supergraphSdl, { noLocation: true });
  const subgraphs = subgraphNames(document);
  const requirements = new Map<string, readonly FieldNode[]>();
  const ofInterfaces = new Map<string, readonly FieldNode[]>();
  const keys = new Map<string, readonly FieldNode[]>();
  const note = (into: typeof keys, directive: ConstDirectiveNode, argument: string, place: string) => {
    const graph = argumentOf(directive, 'graph');
    const fields = argumentOf(directive, argument);
    const at = `${subgraphs.get(graph ?? '') ?? ''} ${place}`;
    if (fields !== undefined && !into.has(at)) into.set(at, readFields(fields));
  };
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const isObject = type.kind === Kind.OBJECT_TYPE_DEFINITION;
    if (isObject)
      for (const directive of joinsOf(type, 'join__type')) note(keys, directive, 'key', type.name.value);
    for (const field of type.fields ?? []) {
      const place = `${type.name.value}.${field.name.value}`;
      for (const directive of joinsOf(field, 'join__field'))
        note(isObject ? requirements : ofInterfaces, directive, 'requires', place);
    }
  }
  return {
    requires: (subgraph, type, field) => requirements.get(`${subgraph} ${type}.${field}`),
    requiresOfInterface: (subgraph, type, field) => ofInterfaces.get(`${subgraph} ${type}.${field}`),
    key: (subgraph, type) => keys.get(`${subgraph} ${type}`),
  };
}

const joinsOf = (node: { readonly directives?: readonly ConstDirectiveNode[] }, name: string) =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

/** Subgraphs by the name of their enum value, which is how the directives call them. */
function subgraphNames(document: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const [graph] = joinsOf(value, 'join__graph');
      names.set(value.name.value, (graph && argumentOf(graph, 'name')) ?? value.name.value);
    }
  }
  return names;
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** Reads a field set, such as `id reach { accountIds }`. */
export function readFields(fieldSet: string): readonly FieldNode[] {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  const selections: readonly SelectionNode[] =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}
