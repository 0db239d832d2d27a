import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import { type CoreDirective, coreDirectiveNames } from './coreDirectives';
import { readCoreLinks } from './coreLinks';

/** A named part of a supergraph that a directive can stand on. */
export interface SchemaElement {
  /** `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE` or `Input.field` (GraphQL's schema coordinates). */
  readonly coordinate: string;
  /** The coordinate of the element that it is part of. */
  readonly parent: string | undefined;
  readonly kind: 'type' | 'field' | 'argument' | 'enumValue' | 'inputField';
  /** The core directives on it, by their specified names. */
  readonly directives: readonly { readonly name: CoreDirective; readonly node: ConstDirectiveNode }[];
}

/** The elements of a supergraph by coordinate, without those of the core features themselves (`join__…`, `link__…`). */
export function readElements(document: DocumentNode): ReadonlyMap<string, SchemaElement> {
  const names = coreDirectiveNames(document);
  const elements = new Map<string, SchemaElement>();
  const add = (element: Omit<SchemaElement, 'directives'>, nodes: readonly ConstDirectiveNode[] = []) => {
    const directives = nodes.flatMap((node) => {
      const name = names.get(node.name.value);
      return name ? [{ name, node }] : [];
    });
    elements.set(element.coordinate, { ...element, directives });
  };
  for (const definition of ownTypes(document)) {
    const type = definition.name.value;
    add({ coordinate: type, parent: undefined, kind: 'type' }, definition.directives);
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION)
      for (const value of definition.values ?? [])
        add({ coordinate: `${type}.${value.name.value}`, parent: type, kind: 'enumValue' }, value.directives);
    for (const field of fieldsOf(definition)) {
      const coordinate = `${type}.${field.name.value}`;
      add(
        { coordinate, parent: type, kind: field.kind === Kind.FIELD_DEFINITION ? 'field' : 'inputField' },
        field.directives,
      );
      for (const argument of field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [])
        add(
          { coordinate: `${coordinate}(${argument.name.value}:)`, parent: coordinate, kind: 'argument' },
          argument.directives,
        );
    }
  }
  return elements;
}

/** The types of the graph itself: those of a core feature have its prefix and two underscores in their names. */
function ownTypes(document: DocumentNode): readonly TypeDefinitionNode[] {
  const prefixes = readCoreLinks(document).flatMap(({ prefix, name }) => prefix ?? name ?? []);
  return document.definitions
    .filter(isTypeDefinitionNode)
    .filter(({ name }) => !prefixes.some((prefix) => name.value.startsWith(`${prefix}__`)));
}

function fieldsOf(
  definition: TypeDefinitionNode,
): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] {
  return 'fields' in definition ? (definition.fields ?? []) : [];
}
