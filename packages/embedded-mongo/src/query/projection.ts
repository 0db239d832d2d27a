import { encodeDocument, RawDocument } from '../bson/encode';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Expression, Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { type Filter, parseFilter } from './filter';
import { buildValueTest } from './matchers';
import { parsePredicates } from './predicate';
import { ProjectionTree } from './projectionTree';

/** A stored document: its bytes, and its decoded form once it is first asked for. */
interface StoredDocument {
  readonly bytes: Buffer;
  readonly document: BsonDocument;
}

export type Projection = (found: StoredDocument) => RawDocument;

/** Makes the projected form of a document; the one that is given is not changed. */
export type Shape = (document: BsonDocument, filter?: Filter) => BsonDocument;

/**
 * Reads the projection of a `find`; undefined where it takes all.
 * @throws MongoError `BadValue`, `Location31253`, `Location31254` where it mixes what cannot be mixed
 */
export function compileProjection(
  spec: BsonDocument,
  filter?: Filter,
  variables?: Variables,
): Projection | undefined {
  if (spec.size === 0) return undefined;
  const shape = compileShape(spec, variables, true);
  return (found) => new RawDocument(encodeDocument(shape(found.document, filter)));
}

type Part =
  | { readonly kind: 'include' | 'exclude'; readonly path: string }
  | { readonly kind: 'value'; readonly path: string; readonly expression: Expression }
  | {
      readonly kind: 'slice' | 'elemMatch';
      readonly path: string;
      readonly pick: (array: BsonValue[]) => BsonValue[] | undefined;
    }
  | { readonly kind: 'positional'; readonly path: string };

/**
 * Reads a projection, also that of `$project`.
 * @param ofFind allows what only a `find` has: `$slice`, `$elemMatch` and `.$`
 */
export function compileShape(spec: BsonDocument, variables?: Variables, ofFind = false): Shape {
  const parts = parseParts(spec, '', variables, ofFind);
  const id = parts.find(({ path }) => path === '_id');
  const others = parts.filter(({ path }) => path !== '_id');
  const including = decideMode(others, id);
  const tree = new ProjectionTree(including);
  for (const part of others) addPart(tree, part, including);
  if (id?.kind === 'value') tree.compute('_id', id.expression);
  else if (including ? id?.kind !== 'exclude' : id?.kind === 'exclude') tree.mark('_id');
  return (document, filter) => tree.apply(document, filter);
}

function decideMode(parts: readonly Part[], id: Part | undefined): boolean {
  const excluded = parts.find(({ kind }) => kind === 'exclude');
  const included = parts.find(
    ({ kind }) => kind === 'include' || kind === 'value' || kind === 'elemMatch' || kind === 'positional',
  );
  if (excluded && included) {
    const excludeFirst = parts.indexOf(excluded) < parts.indexOf(included);
    throw excludeFirst
      ? new MongoError(
          'Location31253',
          `Cannot do inclusion on field ${included.path} in exclusion projection`,
        )
      : new MongoError(
          'Location31254',
          `Cannot do exclusion on field ${excluded.path} in inclusion projection`,
        );
  }
  if (excluded) return false;
  // Only with `elemMatch` and `slice`, the other fields stay as they are.
  if (parts.some(({ kind }) => kind === 'include' || kind === 'value' || kind === 'positional')) return true;
  if (parts.some(({ kind }) => kind === 'elemMatch')) return true;
  if (parts.length > 0) return id?.kind === 'include';
  return id?.kind !== 'exclude';
}

function addPart(tree: ProjectionTree, part: Part, including: boolean): void {
  switch (part.kind) {
    case 'include':
    case 'exclude':
      return tree.mark(part.path);
    case 'value':
      return tree.compute(part.path, part.expression);
    case 'positional':
      return tree.pickPosition(part.path);
    case 'elemMatch':
    case 'slice':
      return tree.pick(part.path, part.pick, including);
  }
}

function parseParts(
  spec: BsonDocument,
  prefix: string,
  variables: Variables | undefined,
  ofFind: boolean,
): Part[] {
  return [...spec].flatMap(([name, value]): Part[] => {
    const path = `${prefix}${name}`;
    if (name === '' || name.split('.').includes(''))
      throw new MongoError('BadValue', `The projection of '${path}' has an empty step.`);
    if (ofFind && path.endsWith('.$') && isIncluded(value))
      return [{ kind: 'positional', path: path.slice(0, -2) }];
    if (name.startsWith('$'))
      throw new MongoError('BadValue', `A field of a projection may not start with '$': '${path}'.`);
    if (typeof value === 'boolean' || isNumeric(value))
      return [{ kind: isIncluded(value) ? 'include' : 'exclude', path }];
    const [operator] = isDocument(value) ? value.keys() : [];
    if (isDocument(value) && operator !== undefined && !operator.startsWith('$')) {
      return parseParts(value, `${path}.`, variables, ofFind);
    }
    if (isDocument(value) && ofFind && operator === '$elemMatch')
      return [{ kind: 'elemMatch', path, pick: elemMatchPick(value) }];
    if (isDocument(value) && ofFind && operator === '$slice' && !hasExpressions(value.get('$slice')!)) {
      return [{ kind: 'slice', path, pick: slicePick(value.get('$slice')!) }];
    }
    if (isDocument(value) && operator === undefined)
      throw new MongoError('BadValue', 'An empty sub-projection is not a valid value.');
    if (isDocument(value) && operator === '$meta')
      throw new MongoError('BadValue', '$meta is not supported by the embedded store.');
    return [{ kind: 'value', path, expression: compileExpression(value, variables) }];
  });
}

function isIncluded(value: BsonValue): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}

/** The $slice of aggregation has the array as its first operand. */
function hasExpressions(operand: BsonValue): boolean {
  return Array.isArray(operand) && !operand.every(isNumeric);
}

function slicePick(operand: BsonValue): (array: BsonValue[]) => BsonValue[] {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((value) =>
    isNumeric(value) ? toDouble(value) : NaN,
  );
  const [first, count] = numbers;
  if (
    numbers.some((number) => !Number.isInteger(number)) ||
    (count !== undefined && count <= 0) ||
    first === undefined
  ) {
    throw new MongoError('BadValue', '$slice needs a number, or a place and a positive number');
  }
  if (count === undefined) return (array) => (first >= 0 ? array.slice(0, first) : array.slice(first));
  return (array) => {
    const start = first >= 0 ? first : Math.max(array.length + first, 0);
    return array.slice(start, start + count);
  };
}

function elemMatchPick(value: BsonDocument): (array: BsonValue[]) => BsonValue[] | undefined {
  const test = buildValueTest(parsePredicates(value, parseFilter)[0]!);
  return (array) => {
    const found = array.find((element) => test([element]));
    return found === undefined ? undefined : [found];
  };
}
