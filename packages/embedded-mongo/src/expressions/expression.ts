import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Evaluate, Expression, Scope, Variables } from './evaluate';
import { ownOperator } from './ownOperators';

const noVariables: Variables = new Map();

/**
 * Reads an aggregation expression.
 * @throws MongoError where an operator is unknown or its operand is wrong
 */
export function compileExpression(source: BsonValue, variables: Variables = noVariables): Expression {
  const evaluate = compile(source);
  return (document) => evaluate({ root: document, variables });
}

/** As `compileExpression`, for operators that bind variables of their own. */
export function compile(source: BsonValue): Evaluate {
  if (typeof source === 'string' && source.startsWith('$')) return compileReference(source);
  if (Array.isArray(source)) {
    const elements = source.map(compile);
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDocument(source)) return () => source;
  const [name] = source.keys();
  if (name === undefined || !name.startsWith('$')) return compileDocument(source);
  if (source.size > 1) {
    throw new MongoError(
      'BadValue',
      `An object representing an expression must have exactly one field, but has ${source.size}: ${[...source.keys()].join(', ')}`,
    );
  }
  const operand = source.get(name)!;
  const known = ownOperator(name, operand, compile);
  if (known) return known;
  throw new MongoError(
    'InvalidPipelineOperator',
    `Unrecognized expression '${name}': the embedded store does not have it.`,
  );
}

function compileDocument(source: BsonDocument): Evaluate {
  const fields = [...source].map(([name, value]) => {
    if (name.startsWith('$'))
      throw new MongoError('BadValue', `FieldPath field names may not start with '$': '${name}'.`);
    return { name, evaluate: compile(value) };
  });
  return (scope) => {
    const result: BsonDocument = new Map();
    for (const { name, evaluate } of fields) {
      const value = evaluate(scope);
      if (value !== undefined) result.set(name, value);
    }
    return result;
  };
}

function compileReference(source: string): Evaluate {
  if (source === '$') throw new MongoError('BadValue', "'$' by itself is not a valid FieldPath");
  const path = source.slice(source.startsWith('$$') ? 2 : 1).split('.');
  if (path.includes(''))
    throw new MongoError('BadValue', `'${source}' is not a valid FieldPath: it has an empty step.`);
  if (!source.startsWith('$$')) return ({ root }) => fieldAt(root, path, 0);
  const [name, ...rest] = path as [string, ...string[]];
  return (scope) => {
    const value = variableOf(scope, name);
    return value === undefined ? undefined : fieldAt(value, rest, 0);
  };
}

function variableOf({ root, variables }: Scope, name: string): BsonValue | undefined {
  if (variables.has(name)) return variables.get(name);
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return root;
    case 'NOW':
      return new Date();
    case 'REMOVE':
      return undefined;
    default:
      throw new MongoError('BadValue', `Use of undefined variable: ${name}`);
  }
}

/** Follows a path as expressions do: of an array, an array of what its documents have there. */
function fieldAt(value: BsonValue, path: readonly string[], from: number): BsonValue | undefined {
  if (from === path.length) return value;
  if (value instanceof Map) {
    const child = value.get(path[from]!);
    return child === undefined ? undefined : fieldAt(child, path, from + 1);
  }
  if (!Array.isArray(value)) return undefined;
  const found: BsonValue[] = [];
  for (const element of value) {
    if (!(element instanceof Map) && !Array.isArray(element)) continue;
    const child = fieldAt(element, path, from);
    if (child !== undefined) found.push(child);
  }
  return found;
}
