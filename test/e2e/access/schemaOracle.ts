import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
} from 'graphql';

/** The scopes and policies of a token, as `scope:…` and `policy:…`. */
export type Held = ReadonlySet<string>;

export interface OracleField {
  readonly name: string;
  readonly type: TypeNode;
  readonly args: readonly InputValueDefinitionNode[];
}

interface Shape {
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly directives: readonly ConstDirectiveNode[];
}

/**
 * Decides only from the text of the supergraph who may ask for which field, and which a contract serves. It shares no code with the
 * gateway, and is written without looking at it: where the two differ, one of them is wrong.
 */
export class SchemaOracle {
  readonly #shapes = new Map<string, Shape>();
  /** Directives of enums, scalars, unions and inputs. */
  readonly #others = new Map<string, readonly ConstDirectiveNode[]>();

  constructor(supergraphSdl: string) {
    for (const definition of parse(supergraphSdl).definitions.filter(isTypeDefinitionNode)) {
      const { name, directives = [] } = definition;
      if (/^(join|link|core|policy|requiresScopes)__/.test(name.value)) continue;
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
        const fields = new Map((definition.fields ?? []).map((field) => [field.name.value, field]));
        this.#shapes.set(name.value, { fields, directives });
      } else if (
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
        definition.kind === Kind.UNION_TYPE_DEFINITION
      ) {
        throw new Error(`the oracle knows no interfaces and unions yet: ${name.value}`);
      } else this.#others.set(name.value, directives);
    }
  }

  /** Tells if a type has fields. */
  isObject(type: string): boolean {
    return this.#shapes.has(type);
  }

  /** Every field of a type, those that no client sees left out. */
  fieldsOf(type: string): readonly OracleField[] {
    const { fields } = this.#shape(type);
    return [...fields.values()]
      .filter((field) => !hides(field.directives) && !this.#isHidden(nameOf(field.type)))
      .map(({ name, type: of, arguments: args }) => ({ name: name.value, type: of, args: args ?? [] }));
  }

  /** Tells if a contract that excludes a tag serves a field. */
  isServed(type: string, field: string, excluded: string | undefined): boolean {
    if (excluded === undefined) return true;
    const node = this.#field(type, field);
    return ![this.#shape(type).directives, node.directives, this.#directivesOf(nameOf(node.type))].some(
      (directives) => hasTag(directives ?? [], excluded),
    );
  }

  /** Every name of a field or type that a contract leaves out wherever it stands. */
  omittedNames(excluded: string): readonly string[] {
    const served = new Set<string>();
    const left = new Set<string>();
    for (const type of this.#shapes.keys()) {
      (hasTag(this.#shape(type).directives, excluded) ? left : served).add(type);
      for (const { name } of this.fieldsOf(type))
        (this.isServed(type, name, excluded) ? served : left).add(name);
    }
    return [...left].filter((name) => !served.has(name));
  }

  /**
   * Tells if a caller with these grants may ask for a field: by its type, by itself, by its answer, and by
   * its requirements.
   */
  mayAsk(type: string, field: string, held: Held): boolean {
    const node = this.#field(type, field);
    const answer = nameOf(node.type);
    return (
      isMet(this.#shape(type).directives, held) &&
      isMet(node.directives ?? [], held) &&
      isMet(this.#directivesOf(answer), held) &&
      this.#required(type, node).every(([of, name]) => this.mayAsk(of, name, held))
    );
  }

  /** The fields that a field `@requires`, at each depth. */
  #required(type: string, node: FieldDefinitionNode): readonly (readonly [string, string])[] {
    return (node.directives ?? []).flatMap((directive) => {
      const value = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
      if (value?.kind !== Kind.STRING) return [];
      const [operation] = parse(`{ ${value.value} }`).definitions;
      return operation?.kind === Kind.OPERATION_DEFINITION ? this.#within(type, operation.selectionSet) : [];
    });
  }

  #within(type: string, { selections }: SelectionSetNode): readonly (readonly [string, string])[] {
    return selections.flatMap((selection): readonly (readonly [string, string])[] => {
      if (selection.kind !== Kind.FIELD) throw new Error('the oracle knows no fragments in @requires yet');
      const name = selection.name.value;
      const inner = selection.selectionSet;
      const answer = nameOf(this.#field(type, name).type);
      return [[type, name], ...(inner ? this.#within(answer, inner) : [])];
    });
  }

  #isHidden = (type: string) => hides(this.#directivesOf(type));

  #directivesOf(type: string): readonly ConstDirectiveNode[] {
    return this.#shapes.get(type)?.directives ?? this.#others.get(type) ?? [];
  }

  #shape(type: string): Shape {
    const shape = this.#shapes.get(type);
    if (!shape) throw new Error(`no type ${type}`);
    return shape;
  }

  #field(type: string, name: string): FieldDefinitionNode {
    const field = this.#shape(type).fields.get(name);
    if (!field) throw new Error(`no field ${type}.${name}`);
    return field;
  }
}

export const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

const hides = (directives: readonly ConstDirectiveNode[] = []) =>
  directives.some(({ name }) => name.value === 'inaccessible');

const hasTag = (directives: readonly ConstDirectiveNode[], tag: string) =>
  directives.some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && args?.some(({ value }) => value.kind === Kind.STRING && value.value === tag),
  );

/** Tells if every `@requiresScopes` and `@policy` of a place is met: one of its lists, all of that list. */
function isMet(directives: readonly ConstDirectiveNode[], held: Held): boolean {
  return directives.every(({ name, arguments: args }) => {
    const kind = { requiresScopes: 'scope', policy: 'policy' }[name.value];
    if (kind === undefined) return true;
    return textsOf(args?.[0]?.value).some((list) => list.every((text) => held.has(`${kind}:${text}`)));
  });
}

const textsOf = (value: ValueNode | undefined): readonly (readonly string[])[] =>
  value?.kind === Kind.LIST
    ? value.values.map((list) =>
        list.kind === Kind.LIST
          ? list.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []))
          : [],
      )
    : [];
