import {
  type FieldNode,
  getArgumentValues,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { EntityModel, GraphModel } from './graphModel';
import { hash } from './hash';

/** An object that a field answers with: its fields' values follow from its seed. */
export interface Item {
  readonly __typename: string;
  readonly seed: number;
  /** Of an entity that a subgraph was asked for: the representation. */
  readonly given?: Readonly<Record<string, unknown>>;
}

type Arguments = Readonly<Record<string, unknown>>;

export interface FieldValue {
  readonly field: string;
  readonly type: GraphQLOutputType;
  readonly item: Item;
  readonly args: Arguments;
  /** The value that the field requires of other subgraphs; undefined where it requires none. */
  readonly required: unknown;
}

const levels = ['LOW', 'MID', 'HIGH'];
const words = ['plain', 'a "quoted" \\ word', 'é', '\u2028', '<b>', '', '0', '日本'];

/** The text is the neighbour's `id`: what takes one key for another answers with another entity. */
const skuOf = (seed: number) => `x${seed ^ 1}`;

/** All values of a graph: the same question has the same answer, in whichever subgraph it is asked. */
export class World {
  readonly #entities: ReadonlyMap<string, EntityModel>;
  readonly #selections = new Map<string, SelectionSetNode>();

  constructor(readonly model: GraphModel) {
    this.#entities = new Map(model.entities.map((entity) => [entity.name, entity]));
  }

  value({ field, type, item, args, required }: FieldValue): unknown {
    if (item.__typename === 'Meta' && field === 'tag') return `m${item.seed}`;
    if (this.#entities.has(item.__typename)) {
      const key = this.key(field, item.seed);
      if (key !== undefined) return key;
    }
    const facts = required === undefined ? '' : JSON.stringify(required);
    return this.#make(type, hash(this.model.seed, field, item.seed, sorted(args), facts), field);
  }

  /** The value of a key's field; undefined for any other field. */
  key(field: string, seed: number): unknown {
    switch (field) {
      case 'id':
        return `x${seed}`;
      case 'sku':
        return this.model.nullKeys && seed % 5 === 2 ? null : skuOf(seed);
      case 'num':
        return seed;
      case 'region':
        return seed % 2;
      case 'code':
        return `c${seed >> 1}`;
      case 'meta':
        return { __typename: 'Meta', seed };
      default:
        return undefined;
    }
  }

  /** The entity that a representation names, by any of its keys. */
  entity(given: Readonly<Record<string, unknown>>): Item | null {
    const { id, sku, num, region, code, meta } = given;
    const tag = (meta as { readonly tag?: unknown } | null | undefined)?.tag;
    const seeds = [
      typeof id === 'string' ? Number(id.slice(1)) : undefined,
      typeof sku === 'string' ? Number(sku.slice(1)) ^ 1 : undefined,
      typeof num === 'number' ? num : undefined,
      typeof region === 'number' && typeof code === 'string' ? 2 * Number(code.slice(1)) + region : undefined,
      typeof tag === 'string' ? Number(tag.slice(1)) : undefined,
    ].filter((seed) => seed !== undefined);
    const [seed] = seeds;
    if (seed === undefined) return null;
    if (seeds.some((other) => other !== seed))
      throw new Error(`a representation mixes two entities: ${JSON.stringify(given)}`);
    const owner = this.model.entities.find(({ first, count }) => seed >= first && seed < first + count);
    return owner ? { __typename: owner.name, seed, given } : null;
  }

  /** Returns the value that a field requires, from the representation that a subgraph was given. */
  requiredOf(field: string, { given }: Item): unknown {
    const selection = this.#requires(field);
    return selection && pick(given ?? {}, selection);
  }

  /** Returns the value that a field requires, as the whole graph knows it. */
  requiredIn(schema: GraphQLSchema, field: string, item: Item): unknown {
    const selection = this.#requires(field);
    return selection && this.#select(schema, item, selection);
  }

  #requires(field: string): SelectionSetNode | undefined {
    const requires = this.model.requires.get(field);
    if (requires === undefined) return undefined;
    const known = this.#selections.get(field);
    if (known) return known;
    const [operation] = parse(`{ ${requires} }`).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`@requires(fields: "${requires}")`);
    this.#selections.set(field, operation.selectionSet);
    return operation.selectionSet;
  }

  #select(schema: GraphQLSchema, item: Item, { selections }: SelectionSetNode): unknown {
    const type = schema.getType(item.__typename);
    if (!isObjectType(type)) throw new Error(`${item.__typename} is not an object type`);
    return Object.fromEntries(
      fieldsIn(selections).map((node) => [node.name.value, this.#selected(schema, type, item, node)]),
    );
  }

  #selected(schema: GraphQLSchema, parent: GraphQLObjectType, item: Item, node: FieldNode): unknown {
    const name = node.name.value;
    const definition = parent.getFields()[name];
    if (!definition) throw new Error(`${parent.name} has no field ${name}`);
    const args = getArgumentValues(definition, node);
    const value = this.value({ field: name, type: definition.type, item, args, required: undefined });
    const inner = node.selectionSet;
    return inner ? mapDeep(value, (one) => this.#select(schema, one as Item, inner)) : value;
  }

  #make(type: GraphQLOutputType, seed: number, field: string): unknown {
    if (isNonNullType(type)) return this.#present(type.ofType, seed, field);
    return hash(seed, 'null') % 7 === 0 ? null : this.#present(type, seed, field);
  }

  #present(type: GraphQLOutputType, seed: number, field: string): unknown {
    if (isNonNullType(type)) return this.#present(type.ofType, seed, field);
    if (isListType(type)) {
      const length = hash(seed, 'length') % 4;
      return Array.from({ length }, (_, i) => this.#make(type.ofType, hash(seed, i), field));
    }
    return leaf(type.name, seed) ?? this.#composite(type.name, seed, field);
  }

  #composite(type: string, seed: number, field: string): Item {
    const { pools } = this.model;
    const pool = pools.get(field) ?? pools.get(type) ?? [type];
    const name = pool[hash(seed, 'type') % pool.length] ?? type;
    const entity = this.#entities.get(name);
    return { __typename: name, seed: entity ? entity.first + (seed % entity.count) : seed };
  }
}

function leaf(type: string, seed: number): unknown {
  switch (type) {
    case 'ID':
      return `i${seed % 100}`;
    case 'String':
      return seed % 3 === 0 ? words[seed % words.length] : `w${seed % 10_000}`;
    case 'Int':
      return (seed % 1_999) - 999;
    case 'Float':
      return ((seed % 1_999) - 999) / 8;
    case 'Boolean':
      return seed % 2 === 0;
    case 'Level':
      return levels[seed % levels.length];
    case 'Json':
      return seed % 2 === 0 ? { constructor: [seed % 9, null, { deep: [] }] } : [[], 'text', seed % 9];
    default:
      return undefined;
  }
}

/** Fields of a selection, fragments written out: what is required has no other conditions here. */
function fieldsIn(selections: SelectionSetNode['selections']): readonly FieldNode[] {
  return selections.flatMap((node) =>
    node.kind === Kind.FIELD
      ? [node]
      : node.kind === Kind.INLINE_FRAGMENT
        ? fieldsIn(node.selectionSet.selections)
        : [],
  );
}

function pick(given: Readonly<Record<string, unknown>>, { selections }: SelectionSetNode): unknown {
  return Object.fromEntries(
    fieldsIn(selections).map((node) => {
      const name = node.name.value;
      if (!Object.hasOwn(given, name)) throw new Error(`a representation lacks ${name}, which is required`);
      const inner = node.selectionSet;
      const value = given[name];
      return [
        name,
        inner ? mapDeep(value, (one) => pick(one as Readonly<Record<string, unknown>>, inner)) : value,
      ];
    }),
  );
}

function mapDeep(value: unknown, map: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => mapDeep(inner, map));
  return value === null || value === undefined ? value : map(value);
}

/** JSON text that does not depend on the order of keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
