import { type BsonDocument, type BsonValue, cloneDocument, isDocument, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Expression, Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { splitPath } from '../document/path';
import { compileShape } from '../query/projection';

/** Makes one document of another. */
export type Transform = (document: BsonDocument) => BsonDocument;

/**
 * The stages that change each document by itself, which an update may consist of as well; undefined for others.
 * @throws MongoError where the operand is wrong
 */
export function shapeStage(name: string, operand: BsonValue, variables?: Variables): Transform | undefined {
  switch (name) {
    case '$project': {
      const spec = needDocument(name, operand);
      if (spec.size === 0) throw new MongoError('BadValue', '$project needs at least one field.');
      const shape = compileShape(spec, variables);
      return (document) => shape(document);
    }
    case '$addFields':
    case '$set':
      return addFields(needDocument(name, operand), variables);
    case '$unset':
      return unset(operand);
    case '$replaceRoot':
      return replaceRoot(needDocument(name, operand).get('newRoot') ?? null, variables);
    case '$replaceWith':
      return replaceRoot(operand, variables);
    default:
      return undefined;
  }
}

export function needDocument(name: string, operand: BsonValue): BsonDocument {
  if (isDocument(operand)) return operand;
  throw new MongoError(
    'FailedToParse',
    `the ${name} stage specification must be an object, not a ${typeNameOf(operand)}.`,
  );
}

interface Added {
  readonly path: readonly string[];
  readonly expression: Expression;
}

function addFields(spec: BsonDocument, variables: Variables | undefined): Transform {
  const added = readAdded(spec, [], variables);
  return (document) => {
    const result = cloneDocument(document);
    // All are computed of the document as it came.
    for (const { path, expression } of added) setDeep(result, path, 0, expression(document));
    return result;
  };
}

function readAdded(spec: BsonDocument, prefix: readonly string[], variables: Variables | undefined): Added[] {
  return [...spec].flatMap(([name, value]): Added[] => {
    if (name === '' || name.startsWith('$'))
      throw new MongoError('BadValue', `'${name}' is not a name of a field to add.`);
    const path = [...prefix, ...splitPath(name)];
    const isNested = isDocument(value) && value.size > 0 && ![...value.keys()][0]!.startsWith('$');
    return isNested
      ? readAdded(value, path, variables)
      : [{ path, expression: compileExpression(value, variables) }];
  });
}

/** Within arrays the field is set in each element. */
function setDeep(
  document: BsonDocument,
  path: readonly string[],
  from: number,
  value: BsonValue | undefined,
): void {
  const step = path[from]!;
  if (from === path.length - 1) {
    if (value === undefined) document.delete(step);
    else document.set(step, value);
    return;
  }
  const child = document.get(step);
  if (Array.isArray(child))
    document.set(
      step,
      child.map((element) => withDeep(element, path, from + 1, value)),
    );
  else document.set(step, withDeep(child, path, from + 1, value));
}

function withDeep(
  child: BsonValue | undefined,
  path: readonly string[],
  from: number,
  value: BsonValue | undefined,
): BsonValue {
  if (Array.isArray(child)) return child.map((element) => withDeep(element, path, from, value));
  const document: BsonDocument = isDocument(child) ? child : new Map<string, BsonValue>();
  setDeep(document, path, from, value);
  return document;
}

function unset(operand: BsonValue): Transform {
  const paths = Array.isArray(operand) ? operand : [operand];
  const spec: BsonDocument = new Map();
  for (const path of paths) {
    if (typeof path !== 'string' || path === '')
      throw new MongoError('BadValue', '$unset takes the names of fields.');
    spec.set(path, 0);
  }
  const shape = compileShape(spec);
  return (document) => shape(document);
}

function replaceRoot(source: BsonValue, variables: Variables | undefined): Transform {
  const expression = compileExpression(source, variables);
  return (document) => {
    const root = expression(document);
    if (isDocument(root)) return root;
    throw new MongoError(
      'BadValue',
      `'newRoot' expression must evaluate to an object, but the result is of type ${typeNameOf(root)}.`,
    );
  };
}
