import { type InputValueDefinitionNode, Kind, type TypeNode } from 'graphql';
import { nameOf, type OracleField, type SchemaOracle } from './schemaOracle';

/** A field as it is asked for. */
export interface AskedField {
  readonly parent: string;
  readonly field: OracleField;
  readonly key: string;
  readonly args: string;
  readonly inner: readonly AskedField[];
}

/** Values that arguments take, by what they are. */
export interface Values {
  readonly accounts: readonly string[];
  readonly actors: readonly string[];
  readonly processes: readonly string[];
  readonly addresses: readonly string[];
  readonly lists: readonly string[];
}

export interface QueryOptions {
  readonly oracle: SchemaOracle;
  readonly random: () => number;
  readonly values: Values;
  /** The tag that nothing asked for carries; undefined for all of the schema. */
  readonly exclude: string | undefined;
}

/** Fields behind which are searches: the engine's own tests are for those. */
const slow = new Set(['exposure', 'pathsTo', 'tracedAccounts', 'riskExposure', 'reconciliation']);

/** Makes the fields of a query, at random. */
export function randomFields(options: QueryOptions): readonly AskedField[] {
  const budget = { left: 4 + Math.floor(options.random() * 14) };
  return fieldsWithin('Query', 0, options, budget);
}

const maxDepth = 5;

function fieldsWithin(
  type: string,
  depth: number,
  options: QueryOptions,
  budget: { left: number },
): readonly AskedField[] {
  const { oracle, random, exclude } = options;
  const all = oracle
    .fieldsOf(type)
    .filter(({ name }) => !slow.has(name) && oracle.isServed(type, name, exclude))
    .filter(({ type: of }) => depth < maxDepth - 1 || !oracle.isObject(nameOf(of)));
  const wanted = depth === 0 ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 4);
  const made: AskedField[] = [];
  for (let i = 0; i < wanted && all.length > 0; i++) {
    const field = all[Math.floor(random() * all.length)] as OracleField;
    budget.left--;
    if (budget.left < 0 && made.length > 0) break;
    const answer = nameOf(field.type);
    const inner = oracle.isObject(answer) ? fieldsWithin(answer, depth + 1, options, budget) : [];
    if (oracle.isObject(answer) && inner.length === 0) continue;
    made.push({ parent: type, field, key: `f${i}`, args: argumentsOf(field, options), inner });
  }
  return made;
}

/** The text of a query. */
export const textOf = (fields: readonly AskedField[]): string =>
  `{ ${fields.map(({ key, field, args, inner }) => `${key}: ${field.name}${args}${inner.length > 0 ? ` ${textOf(inner)}` : ''}`).join(' ')} }`;

function argumentsOf(field: OracleField, options: QueryOptions): string {
  const given = field.args.flatMap((argument) => {
    const name = argument.name.value;
    if (name === 'first') return [`first: ${1 + Math.floor(options.random() * 4)}`];
    const isOptional = argument.type.kind !== Kind.NON_NULL_TYPE || argument.defaultValue !== undefined;
    if (isOptional && !(['account', 'venue'].includes(name) && options.random() < 0.3)) return [];
    return [`${name}: ${literal(argument, field.name, options)}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function literal(
  argument: InputValueDefinitionNode,
  field: string,
  { random, values }: QueryOptions,
): string {
  const pick = (from: readonly string[]) => JSON.stringify(from[Math.floor(random() * from.length)] ?? 'x');
  const name = argument.name.value;
  if (name === 'account') return pick(values.accounts);
  if (name === 'venue') return pick(['meridian', 'harborlight', 'kestrel']);
  if (name === 'id') {
    const by: Readonly<Record<string, readonly string[]>> = {
      account: values.accounts,
      actor: values.actors,
      legalProcess: values.processes,
    };
    return pick(by[field] ?? ['absent']);
  }
  if (name === 'list') return pick(values.lists);
  if (name === 'address') return pick(values.addresses);
  if (name === 'addresses') return `[${pick(values.addresses)}, ${pick(values.addresses)}]`;
  if (name === 'subjects') return `[{ name: ${pick(['Lazarus Group', 'Park Jin Hyok'])} }]`;
  return plain(argument.type);
}

function plain(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return plain(type.type);
  if (type.kind === Kind.LIST_TYPE) return `[${plain(type.type)}]`;
  const known: Readonly<Record<string, string>> = {
    Boolean: 'false',
    Int: '1',
    Float: '1',
    Date: '"2024-01-01"',
    DateTime: '"2024-01-01T00:00:00Z"',
    Direction: 'IN',
  };
  return known[type.name.value] ?? '"absent"';
}
