import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import {
  namedType,
  readTypes,
  type SupergraphType,
  type SupergraphTypes,
} from '../../supergraph/supergraphTypes';
import { freePrefix } from './clientNames';

/** The field behind one of the planner's own: a field with arguments, as another one requires it. */
export interface RequiredField {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** The supergraph for the planner, and the fields behind those that were added to it. */
export interface SeparatedFields {
  readonly document: DocumentNode;
  readonly required: ReadonlyMap<string, RequiredField>;
  /** Every added field begins with it, and no other. */
  readonly prefix: string;
}

/**
 * Gives every field that is required with arguments, or could be fetched with some, a field of its own
 * without any: `@requires(fields: "price(currency: \"EUR\")")` becomes `@requires(fields: "required__0")`.
 * The planner takes all fields of one name for one field. So a client's `price(currency: "USD")` beside it
 * would be passed along in its place. Calls ask for `required__0: price(currency: "EUR")`, and pass it along
 * as `price`.
 */
export function separateRequired(supergraph: DocumentNode): SeparatedFields {
  const types = readTypes(supergraph);
  const names = [...types.all.values()].flatMap(({ fields }) => [...fields.keys()]);
  const separation = new Separation(types, freePrefix('required', new Set(names)));
  const rewritten = visit(supergraph, {
    ObjectTypeDefinition: (node) => ({ ...node, fields: separation.rewrite(node.name.value, node.fields) }),
    InterfaceTypeDefinition: (node) => ({
      ...node,
      fields: separation.rewrite(node.name.value, node.fields),
    }),
  });
  const { required, prefix } = separation;
  if (required.size === 0) return { document: supergraph, required, prefix };
  const document = visit(rewritten, {
    ObjectTypeDefinition: (node) => ({ ...node, fields: separation.addTo(node.name.value, node.fields) }),
    InterfaceTypeDefinition: (node) => ({ ...node, fields: separation.addTo(node.name.value, node.fields) }),
  });
  return { document, required, prefix };
}

type Fields = readonly FieldDefinitionNode[] | undefined;

class Separation {
  readonly required = new Map<string, RequiredField>();
  /** By `Type.field(arguments)`: the name of the added field. */
  readonly #names = new Map<string, string>();
  /** By type: the added fields, and the field of that type that each is made of. */
  readonly #added = new Map<string, Map<string, string>>();

  constructor(
    private readonly types: SupergraphTypes,
    readonly prefix: string,
  ) {}

  /** The fields of a type, requiring added fields instead of such with arguments. */
  rewrite(type: string, fields: Fields): Fields {
    const parent = this.types.all.get(type);
    return fields?.map((field) => ({
      ...field,
      directives: (field.directives ?? []).map((directive) => this.#directive(directive, parent)),
    }));
  }

  /** The fields of a type with those that were added to it. */
  addTo(type: string, fields: Fields): Fields {
    const added = [...(this.#added.get(type) ?? [])].flatMap(([name, original]) => {
      const field = fields?.find((known) => known.name.value === original);
      return field ? [addedField(name, field)] : [];
    });
    return [...(fields ?? []), ...added];
  }

  #directive(directive: ConstDirectiveNode, parent: SupergraphType | undefined): ConstDirectiveNode {
    if (directive.name.value !== 'join__field' || !parent) return directive;
    const rewritten = directive.arguments?.map((argument) => {
      const { name, value } = argument;
      if (name.value !== 'requires' || value.kind !== Kind.STRING) return argument;
      const [operation] = parse(`{ ${value.value} }`, { noLocation: true }).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) return argument;
      const set = this.#select(operation.selectionSet, parent);
      const fields = stripIgnoredCharacters(print(set)).slice(1, -1);
      return { ...argument, value: { ...value, value: fields, block: false } };
    });
    return rewritten ? { ...directive, arguments: rewritten } : directive;
  }

  #select({ selections }: SelectionSetNode, parent: SupergraphType | undefined): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.map((node) => {
        if (node.kind === Kind.FIELD) return this.#field(node, parent);
        if (node.kind === Kind.FRAGMENT_SPREAD) return node;
        const type = node.typeCondition ? this.types.all.get(node.typeCondition.name.value) : parent;
        return { ...node, selectionSet: this.#select(node.selectionSet, type) };
      }),
    };
  }

  #field(node: FieldNode, parent: SupergraphType | undefined): FieldNode {
    const definition = parent?.fields.get(node.name.value);
    if (!parent || !definition) return node;
    const inner = node.selectionSet && {
      selectionSet: this.#select(node.selectionSet, this.types.all.get(namedType(definition.type))),
    };
    if (!definition.arguments?.length) return { ...node, ...inner };
    const { arguments: _given, ...bare } = node;
    return { ...bare, ...inner, name: { kind: Kind.NAME, value: this.#nameOf(node, parent) } };
  }

  #nameOf(node: FieldNode, parent: SupergraphType): string {
    const given = [...(node.arguments ?? [])].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
    const field = node.name.value;
    const key = `${parent.name}.${field}(${given.map((argument) => print(argument)).join()})`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `${this.prefix}${this.#names.size}`;
    this.#names.set(key, name);
    this.required.set(name, { field, arguments: given });
    const holders = [parent, ...(parent.isInterface ? this.types.implementing(parent.name) : [])];
    for (const holder of holders) {
      const added = this.#added.get(holder.name) ?? new Map<string, string>();
      this.#added.set(holder.name, added.set(name, field));
    }
    return name;
  }
}

/** It is where the original is, and requires what that requires. */
function addedField(name: string, { type, directives = [] }: FieldDefinitionNode): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type,
    directives: directives.filter((directive) => directive.name.value === 'join__field'),
  };
}
