import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { buildTest, type Test } from './matchers';
import { isTruthy } from '../expressions/truth';
import { type FilterNode, isOperatorDocument, parsePredicates, type Predicate } from './predicate';

export interface Filter {
  readonly node: FilterNode;
  readonly source: BsonDocument;
  matches: Test;
}

/**
 * Reads a query filter.
 * @throws MongoError `BadValue` where an operator is unknown or its operand is wrong: nothing is silently ignored
 */
export function compileFilter(source: BsonDocument, variables?: Variables): Filter {
  const node = parseFilter(source, variables);
  return { node, source, matches: buildTest(node) };
}

export function parseFilter(source: BsonDocument, variables?: Variables): FilterNode {
  const nodes: FilterNode[] = [];
  for (const [name, operand] of source) {
    if (name.startsWith('$')) nodes.push(...parseTopLevel(name, operand, variables));
    else for (const predicate of parseField(operand)) nodes.push({ kind: 'leaf', path: name, predicate });
  }
  return nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes };
}

function parseField(operand: BsonValue): Predicate[] {
  if (isOperatorDocument(operand)) return parsePredicates(operand, parseFilter);
  return parsePredicates(new Map([['$eq', operand]]), parseFilter, true);
}

function parseTopLevel(name: string, operand: BsonValue, variables: Variables | undefined): FilterNode[] {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor':
      return [{ kind: name.slice(1) as 'and', nodes: parseBranches(name, operand, variables) }];
    case '$expr':
      return [{ kind: 'expression', test: expressionTest(operand, variables) }];
    case '$comment':
      return [];
    case '$alwaysTrue':
    case '$alwaysFalse':
      return [{ kind: 'constant', value: name === '$alwaysTrue' }];
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
      throw new MongoError('BadValue', `${name} is not supported by the embedded store.`);
    default:
      throw new MongoError('BadValue', `unknown top level operator: ${name}`);
  }
}

function parseBranches(name: string, operand: BsonValue, variables: Variables | undefined): FilterNode[] {
  if (!Array.isArray(operand)) throw new MongoError('BadValue', `${name} argument must be an array`);
  if (operand.length === 0) throw new MongoError('BadValue', `${name} argument must be a non-empty array`);
  return operand.map((branch) => {
    if (!isDocument(branch)) throw new MongoError('BadValue', `${name} argument's entries must be objects`);
    return parseFilter(branch, variables);
  });
}

function expressionTest(operand: BsonValue, variables: Variables | undefined): Test {
  const evaluate = compileExpression(operand, variables);
  return (document) => isTruthy(evaluate(document));
}
