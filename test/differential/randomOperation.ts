import {
  type DocumentNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { limitQuery, queryLimits } from '../../gateway/steps/limitQuery';
import type { Random } from './random';

/** An operation with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const aliases = [
  ...['a', 'b', 'c', 'd', 'e', 'id', 'data', 'errors', 'name'],
  ...['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty', 'then', 'length', 'toJSON'],
];

/** Fragments may be written out several times over: what is planned stays small. */
export const operationLimits = {
  ...queryLimits,
  maxDepth: 30,
  maxAliases: 1_000,
  maxRepeats: 100,
  maxFields: 250,
};

/** The attempts to make an operation that holds together, as fields of one name may not. */
const maxTries = 20;

/** Makes up an operation that the schema allows. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  for (let tries = 0; tries < maxTries; tries++) {
    const operation = new Maker(schema, random).make();
    const document = parse(operation.query);
    if (isWithinLimits(document) && validate(schema, document).length === 0) return operation;
  }
  return { query: '{ __typename }', variables: {} };
}

function isWithinLimits(document: DocumentNode): boolean {
  try {
    limitQuery(document, operationLimits);
    return true;
  } catch {
    return false;
  }
}

interface Fragment {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

class Maker {
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: Fragment[] = [];
  /** The fields left to ask for: a query may not grow without end. */
  #fields = 40;

  constructor(
    readonly schema: GraphQLSchema,
    readonly random: Random,
  ) {}

  make(): RandomOperation {
    const isMutation = this.random.chance(0.08) && this.schema.getMutationType();
    const root = isMutation || this.schema.getQueryType();
    if (!root) throw new Error('a schema without queries');
    const body = this.#selection(root, this.random.between(2, 5));
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const fragments = this.#fragments.map(
      ({ name, type, body: inner }) => `fragment ${name} on ${type} ${inner}`,
    );
    const query = `${isMutation ? 'mutation' : 'query'} Op${variables} ${body} ${fragments.join(' ')}`;
    return { query: query.trim(), variables: this.#variables };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const wanted = this.random.between(1, 4);
    for (let i = 0; i < wanted && this.#fields > 0; i++) parts.push(this.#part(type, depth));
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    const { random } = this;
    if (random.chance(0.12)) return `${this.#alias()}__typename${this.#conditions()}`;
    const isRoot = type === this.schema.getQueryType() || type === this.schema.getMutationType();
    if (isUnionType(type) || random.chance(isAbstractType(type) ? 0.5 : 0.15))
      return this.#fragment(type, depth);
    if (isRoot && random.chance(0.01) && type === this.schema.getQueryType())
      return '__schema { queryType { name } } __type(name: "Level") { kind enumValues { name } }';
    return this.#field(random.pick(Object.values(type.getFields())), depth);
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && depth <= 0) return '__typename';
    this.#fields--;
    const head = `${this.#alias()}${field.name}${this.#arguments(field.args)}${this.#conditions()}`;
    return isCompositeType(type) ? `${head} ${this.#selection(type, depth - 1)}` : head;
  }

  #alias(): string {
    return this.random.chance(0.2) ? `${this.random.pick(aliases)}: ` : '';
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const { random, schema } = this;
    const possible = Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter((other) => !other.name.startsWith('__') && overlap(schema, type, other));
    const known = this.#fragments.filter((fragment) => possible.some(({ name }) => name === fragment.type));
    if (known.length > 0 && random.chance(0.4)) return `...${random.pick(known).name}${this.#conditions()}`;
    const other = random.chance(0.2) ? type : random.pick(possible);
    const body = this.#selection(other, depth - 1);
    if (random.chance(0.35)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push({ name, type: other.name, body });
      return `...${name}${this.#conditions()}`;
    }
    const condition = other === type && random.chance(0.5) ? '' : ` on ${other.name}`;
    return `...${condition}${this.#conditions()} ${body}`;
  }

  #conditions(): string {
    const { random } = this;
    if (!random.chance(0.1)) return '';
    const condition = () =>
      random.chance(0.4) ? String(random.chance(0.5)) : this.#variable('Boolean!', random.chance(0.5));
    const include = () => ` @include(if: ${condition()})`;
    const skip = () => ` @skip(if: ${condition()})`;
    return random.pick([include, skip, () => include() + skip()])();
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || this.random.chance(0.55));
    if (given.length === 0) return '';
    return `(${given.map((arg) => `${arg.name}: ${this.#argument(arg)}`).join(', ')})`;
  }

  #argument({ type }: GraphQLArgument): string {
    const { random } = this;
    const value = this.#value(type, 2);
    if (!random.chance(0.35)) return literal(value);
    if (random.chance(0.2)) return this.#variable(String(type), undefined);
    if (random.chance(0.2)) return this.#variable(`${String(type)} = ${literal(value)}`, undefined);
    return this.#variable(String(type), value);
  }

  /** Defines a variable; one without a value is not sent. */
  #variable(type: string, value: unknown): string {
    const name = `v${this.#definitions.length}`;
    this.#definitions.push(`$${name}: ${type}`);
    if (value !== undefined) this.#variables[name] = toJson(value);
    return `$${name}`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    const { random } = this;
    if (isNonNullType(type)) return this.#present(type.ofType, depth);
    return random.chance(0.15) ? null : this.#present(type, depth);
  }

  #present(type: GraphQLInputType, depth: number): unknown {
    const { random } = this;
    if (isNonNullType(type)) return this.#present(type.ofType, depth);
    if (isListType(type))
      return Array.from({ length: random.below(3) }, () => this.#value(type.ofType, depth));
    switch (type.name) {
      case 'Int':
        return random.pick([0, 1, 2, 5, -3]);
      case 'Level':
        return new EnumValue(random.pick(['LOW', 'MID', 'HIGH']));
      case 'Json':
        return random.pick<unknown>([1, 'text', [1, 'x'], true]);
      case 'Filter':
        return {
          level: new EnumValue('LOW'),
          ...(random.chance(0.5) ? { text: random.pick(['x', 'a "b"', '']) } : {}),
          ...(random.chance(0.3) ? { tags: ['t', 'u'] } : {}),
          ...(depth > 0 && random.chance(0.4) ? { inner: this.#value(type, depth - 1) } : {}),
        };
      default:
        return random.pick(['x', '5', 'é "q" \\ \u2028', '']);
    }
  }
}

class EnumValue {
  constructor(readonly name: string) {}
}

function literal(value: unknown): string {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner)}`)
    .join(', ')} }`;
}

function toJson(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
}

function overlap(schema: GraphQLSchema, a: GraphQLCompositeType, b: GraphQLCompositeType): boolean {
  const types = (type: GraphQLCompositeType) =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return types(a).some((type) => types(b).includes(type));
}
