import { BSONRegExp, Long } from 'bson';
import { describeValue } from '../bson/describe';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric, typeCodeOfName } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compileRegex } from '../regex/regex';

/** A filter as a tree: what planning reads and what tests are made of. */
export type FilterNode =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly nodes: readonly FilterNode[] }
  | { readonly kind: 'leaf'; readonly path: string; readonly predicate: Predicate }
  | { readonly kind: 'expression'; readonly test: (document: BsonDocument) => boolean }
  | { readonly kind: 'constant'; readonly value: boolean };

/** Reads the filter within `$elemMatch`. */
type ParseNested = (source: BsonDocument) => FilterNode;

export type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

/** A condition on the values at a path. */
export type Predicate =
  | { readonly kind: Comparison; readonly value: BsonValue }
  | { readonly kind: 'in'; readonly values: readonly BsonValue[]; readonly regexes: readonly RegexOperand[] }
  | { readonly kind: 'regex'; readonly regex: RegexOperand }
  | { readonly kind: 'exists' }
  | { readonly kind: 'type'; readonly codes: readonly (number | 'number')[] }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'mod'; readonly divisor: bigint; readonly remainder: bigint }
  | {
      readonly kind: 'bits';
      readonly mode: 'AllSet' | 'AllClear' | 'AnySet' | 'AnyClear';
      readonly mask: bigint;
    }
  | { readonly kind: 'elemMatchValue'; readonly predicates: readonly Predicate[] }
  | { readonly kind: 'elemMatchDocument'; readonly node: FilterNode }
  | { readonly kind: 'all'; readonly predicates: readonly Predicate[] }
  | { readonly kind: 'not'; readonly predicates: readonly Predicate[] };

export interface RegexOperand {
  readonly source: BSONRegExp;
  readonly pattern: { test(text: string): boolean };
}

/** Tells if a value after a field's name holds operators, and is not a value to be equal to. */
export function isOperatorDocument(value: BsonValue): value is BsonDocument {
  if (!isDocument(value) || value.size === 0) return false;
  const [first] = value.keys();
  return first!.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db';
}

/**
 * Reads the operators of one field. `implicit` is equality without `$eq`, where a regular expression is a pattern.
 * @throws MongoError `BadValue`
 */
export function parsePredicates(
  operators: BsonDocument,
  parseNested: ParseNested,
  implicit = false,
): Predicate[] {
  const predicates: Predicate[] = [];
  for (const [name, operand] of operators) {
    if (name === '$options') {
      if (!operators.has('$regex')) throw bad('$options needs a $regex');
      continue;
    }
    if (!name.startsWith('$')) throw bad(`unknown operator: ${name}`);
    predicates.push(parseOperator(name, operand, operators, parseNested, implicit));
  }
  return predicates;
}

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

function negate(...predicates: Predicate[]): Predicate {
  return { kind: 'not', predicates };
}

function parseOperator(
  name: string,
  operand: BsonValue,
  all: BsonDocument,
  parseNested: ParseNested,
  implicit: boolean,
): Predicate {
  switch (name) {
    case '$eq':
      if (implicit && operand instanceof BSONRegExp) return { kind: 'regex', regex: regexOf(operand) };
      return { kind: 'eq', value: operand };
    case '$ne':
      if (operand instanceof BSONRegExp) throw bad("Can't have regex as arg to $ne.");
      return negate({ kind: 'eq', value: operand });
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (operand instanceof BSONRegExp)
        throw bad(`Can't have RegEx as arg to predicate over field '${name}'.`);
      return { kind: name.slice(1) as Comparison, value: operand };
    case '$in':
      return parseIn(name, operand);
    case '$nin':
      return negate(parseIn(name, operand));
    case '$not':
      return parseNot(operand, parseNested);
    case '$exists':
      return isTrue(operand) ? { kind: 'exists' } : negate({ kind: 'exists' });
    case '$regex':
      return parseRegex(operand, all.get('$options'));
    default:
      return parseRareOperator(name, operand, parseNested);
  }
}

function parseRareOperator(name: string, operand: BsonValue, parseNested: ParseNested): Predicate {
  switch (name) {
    case '$all':
      return parseAll(operand, parseNested);
    case '$elemMatch':
      return parseElemMatch(operand, parseNested);
    case '$size':
      return { kind: 'size', size: parseSize(operand) };
    case '$type':
      return { kind: 'type', codes: (Array.isArray(operand) ? operand : [operand]).map(parseTypeCode) };
    case '$mod':
      return parseMod(operand);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return { kind: 'bits', mode: name.slice('$bits'.length) as 'AllSet', mask: parseMask(name, operand) };
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
      throw bad(`${name} is not supported by the embedded store.`);
    default:
      throw bad(`unknown operator: ${name}`);
  }
}

function isTrue(value: BsonValue): boolean {
  return isNumeric(value) ? toDouble(value) !== 0 : value !== false && value !== null;
}

function regexOf(source: BSONRegExp): RegexOperand {
  return { source, pattern: compileRegex(source.pattern, source.options) };
}

function parseRegex(operand: BsonValue, options: BsonValue | undefined): Predicate {
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  const isRegex = operand instanceof BSONRegExp;
  if (!isRegex && typeof operand !== 'string') throw bad('$regex has to be a string');
  const text = isRegex ? operand.pattern : operand;
  const flags = options ?? (isRegex ? operand.options : '');
  // Compiled first: it rejects with MongoDB's codes what BSON cannot hold.
  const pattern = compileRegex(text, flags);
  return { kind: 'regex', regex: { source: new BSONRegExp(text, flags), pattern } };
}

function parseIn(name: string, operand: BsonValue): Predicate {
  if (!Array.isArray(operand)) throw bad(`${name} needs an array`);
  const regexes: RegexOperand[] = [];
  const values: BsonValue[] = [];
  for (const value of operand) {
    if (isOperatorDocument(value)) throw bad(`cannot nest $ under ${name}`);
    if (value instanceof BSONRegExp) regexes.push(regexOf(value));
    else values.push(value);
  }
  return { kind: 'in', values, regexes };
}

function parseNot(operand: BsonValue, parseNested: ParseNested): Predicate {
  if (operand instanceof BSONRegExp) return negate({ kind: 'regex', regex: regexOf(operand) });
  if (!isDocument(operand)) throw bad('$not needs a regex or a document');
  if (operand.size === 0) throw bad('$not cannot be empty');
  return negate(...parsePredicates(operand, parseNested));
}

function parseAll(operand: BsonValue, parseNested: ParseNested): Predicate {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  const predicates = operand.map((value): Predicate => {
    if (isDocument(value) && value.has('$elemMatch')) return parsePredicates(value, parseNested)[0]!;
    if (isOperatorDocument(value)) throw bad('no $ expressions in $all');
    return value instanceof BSONRegExp ? { kind: 'regex', regex: regexOf(value) } : { kind: 'eq', value };
  });
  return { kind: 'all', predicates };
}

function parseElemMatch(operand: BsonValue, parseNested: ParseNested): Predicate {
  if (!isDocument(operand)) throw bad('$elemMatch needs an Object');
  const [first] = operand.keys();
  const ofDocuments =
    first === undefined || !first.startsWith('$') || ['$and', '$or', '$nor', '$expr'].includes(first);
  if (ofDocuments) return { kind: 'elemMatchDocument', node: parseNested(operand) };
  return { kind: 'elemMatchValue', predicates: parsePredicates(operand, parseNested) };
}

function parseSize(operand: BsonValue): number {
  const size = isNumeric(operand) ? toDouble(operand) : NaN;
  if (!Number.isInteger(size)) throw bad('$size must be a whole number');
  if (size < 0) throw bad('$size may not be negative');
  return size;
}

function parseTypeCode(operand: BsonValue): number | 'number' {
  if (operand === 'number') return 'number';
  const code =
    typeof operand === 'string' ? typeCodeOfName(operand) : isNumeric(operand) ? toDouble(operand) : NaN;
  if (code === undefined) throw bad(`Unknown type name alias: ${describeValue(operand)}`);
  if (!Number.isInteger(code) || !((code >= 1 && code <= 19) || code === -1 || code === 127)) {
    throw bad(`Invalid numerical type code: ${describeValue(operand)}`);
  }
  return code;
}

/** A whole number of any type, towards zero, as `$mod` and the bit operators take it. */
export function toInteger(value: BsonValue): bigint | undefined {
  if (!isNumeric(value)) return undefined;
  if (value instanceof Long) return value.toBigInt();
  const number = toDouble(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
}

function parseMod(operand: BsonValue): Predicate {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw bad('malformed mod, needs to be an array of two numbers');
  const divisor = toInteger(operand[0]!);
  const remainder = toInteger(operand[1]!);
  if (divisor === undefined || remainder === undefined)
    throw bad('malformed mod, divisor and remainder must be numbers');
  if (divisor === 0n) throw bad('divisor cannot be 0');
  return { kind: 'mod', divisor, remainder };
}

function parseMask(name: string, operand: BsonValue): bigint {
  if (Array.isArray(operand)) {
    return operand.reduce<bigint>((mask, bit) => {
      const position = toInteger(bit);
      if (position === undefined || position < 0n || position > 63n)
        throw bad(`${name} takes bits from 0 to 63`);
      return mask | (1n << position);
    }, 0n);
  }
  const mask = toInteger(operand);
  if (mask === undefined || mask < 0n)
    throw bad(`${name} takes a number that is not negative, or an array of bits`);
  return mask;
}
