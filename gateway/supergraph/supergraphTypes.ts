import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type TypeNode,
} from 'graphql';

/** An object type or an interface of a supergraph, with what its extensions add. */
export interface SupergraphType {
  readonly name: string;
  readonly isInterface: boolean;
  /**
   * True where a subgraph treats the interface as an object (`@interfaceObject`): its fields are then those
   * of all that implement it.
   */
  isInterfaceObject: boolean;
  readonly interfaces: Set<string>;
  readonly fields: Map<string, FieldDefinitionNode>;
}

export interface SupergraphTypes {
  readonly all: ReadonlyMap<string, SupergraphType>;
  /** The types that implement an interface. */
  implementing(name: string): readonly SupergraphType[];
}

export function readTypes(document: DocumentNode): SupergraphTypes {
  const all = new Map<string, SupergraphType>();
  for (const definition of document.definitions) {
    const isInterface =
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_EXTENSION;
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isInterface && !isObject) continue;
    const name = definition.name.value;
    const type: SupergraphType = all.get(name) ?? {
      name,
      isInterface,
      isInterfaceObject: false,
      interfaces: new Set(),
      fields: new Map(),
    };
    all.set(name, type);
    for (const { name: implemented } of definition.interfaces ?? []) type.interfaces.add(implemented.value);
    for (const field of definition.fields ?? []) type.fields.set(field.name.value, field);
    if (definition.directives?.some(saysInterfaceObject)) type.isInterfaceObject = true;
  }
  return {
    all,
    implementing: (name) => [...all.values()].filter(({ interfaces }) => interfaces.has(name)),
  };
}

function saysInterfaceObject(directive: ConstDirectiveNode): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === 'isInterfaceObject')?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** The name of a type without its lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
