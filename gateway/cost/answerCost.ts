import {
  type DocumentNode,
  type FragmentDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CostDirectives } from './costDirectives';

/** The cost of the values at one place of an answer. */
interface CostShape {
  /** Of each value: one for an object, nothing for a scalar, or its weight. */
  readonly own: number;
  /** The keys of the answer under which something costs, and what. */
  readonly fields: readonly CostField[];
}

interface CostField {
  readonly key: string;
  readonly shape: CostShape;
}

/** A shape while it is put together, by the key in the answer. */
interface CostTree {
  readonly own: number;
  readonly fields: ReadonlyMap<string, CostTree>;
}

const noFields: ReadonlyMap<string, CostTree> = new Map();

/** Texts of subgraph calls whose shapes are kept. A shape takes about as much as its text. */
const maxShapeCharacters = 4 * 1024 * 1024;

/**
 * Measures what subgraphs answered, in the terms of the estimate. An entity that is asked for again, for more of its
 * fields, was counted where it was met first.
 */
export class AnswerCost {
  readonly #types: ReadonlyMap<string, string>;
  readonly #composite: ReadonlySet<string>;
  readonly #shapes = new LRUCache<string, CostShape>({
    maxSize: maxShapeCharacters,
    sizeCalculation: (_shape, text) => text.length,
  });

  constructor(
    supergraph: DocumentNode,
    private readonly costs: CostDirectives,
  ) {
    this.#types = fieldTypes(supergraph);
    this.#composite = compositeTypes(supergraph);
  }

  /** Returns what the answer to a subgraph call costs. Values that are null or missing cost nothing. */
  of(query: string, data: object): number {
    let shape = this.#shapes.get(query);
    if (!shape) {
      shape = this.#shapeOf(query);
      this.#shapes.set(query, shape);
    }
    return costOf(data, shape);
  }

  #shapeOf(query: string): CostShape {
    const fragments = new Map<string, FragmentDefinitionNode>();
    const { definitions } = parse(query, { noLocation: true });
    for (const one of definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    const fields = new Map<string, CostTree>();
    if (operation?.kind === Kind.OPERATION_DEFINITION) {
      const root = operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
      this.#collect(operation.selectionSet, root, { fragments, into: fields });
    }
    return toShape({ own: 0, fields });
  }

  #collect(set: SelectionSetNode, type: string, { fragments, into }: Collection): void {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment)
          this.#collect(fragment.selectionSet, fragment.typeCondition?.name.value ?? type, {
            fragments,
            into,
          });
        continue;
      }
      const key = selection.alias?.value ?? selection.name.value;
      const below = new Map(into.get(key)?.fields);
      const isEntities = selection.name.value === '_entities';
      const coordinate = `${type}.${selection.name.value}`;
      const returned = isEntities ? '_Entity' : (this.#types.get(coordinate) ?? '');
      if (selection.selectionSet) this.#collect(selection.selectionSet, returned, { fragments, into: below });
      const { weights } = this.costs;
      const own =
        weights.get(coordinate) ??
        weights.get(returned) ??
        (!isEntities && this.#composite.has(returned) ? 1 : 0);
      // Fields of one key in several types have the same form; the dearest of them counts.
      const dearest = Math.max(own, into.get(key)?.own ?? 0);
      if (dearest > 0 || below.size > 0)
        into.set(key, { own: dearest, fields: below.size > 0 ? below : noFields });
    }
  }
}

interface Collection {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly into: Map<string, CostTree>;
}

function costOf(value: unknown, shape: CostShape): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const one of value) sum += costOf(one, shape);
    return sum;
  }
  let cost = shape.own;
  const { fields } = shape;
  if (typeof value !== 'object') return cost;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as CostField;
    cost += costOf((value as Record<string, unknown>)[field.key], field.shape);
  }
  return cost;
}

const toShape = ({ own, fields }: CostTree): CostShape => ({
  own,
  fields: [...fields].map(([key, tree]) => ({ key, shape: toShape(tree) })),
});

/** The name of the type that each field of an object or interface returns, by coordinate. */
function fieldTypes({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (definition.fields ?? []).map(
            ({ name, type }) => [`${definition.name.value}.${name.value}`, nameOf(type)] as const,
          )
        : [],
    ),
  );
}

const composites = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
]);

/** The names of the types that are answered with objects. */
const compositeTypes = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions.flatMap((one) =>
      isTypeDefinitionNode(one) && composites.has(one.kind) ? [one.name.value] : [],
    ),
  );

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
