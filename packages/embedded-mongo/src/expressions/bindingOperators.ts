import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { describeValue } from '../bson/describe';
import { MongoError } from '../bson/mongoError';
import type { Compile, Evaluate, Scope } from './evaluate';
import { isTruthy } from './truth';

/** Operators that name values for the expressions within them: `$let`, `$map`, `$filter`, `$reduce`. */
export function bindingOperator(name: string, operand: BsonValue, compile: Compile): Evaluate | undefined {
  switch (name) {
    case '$let':
      return compileLet(fields(name, operand), compile);
    case '$map':
      return compileMap(fields(name, operand), compile);
    case '$filter':
      return compileFilterOperator(fields(name, operand), compile);
    case '$reduce':
      return compileReduce(fields(name, operand), compile);
    default:
      return undefined;
  }
}

function fields(name: string, operand: BsonValue): BsonDocument {
  if (isDocument(operand)) return operand;
  throw new MongoError('FailedToParse', `${name} only supports an object as its argument`);
}

function part(operand: BsonDocument, name: string, compile: Compile): Evaluate {
  const source = operand.get(name);
  if (source === undefined)
    throw new MongoError('FailedToParse', `An expression lacks its '${name}' parameter.`);
  return compile(source);
}

function bind({ root, variables }: Scope, ...added: [string, BsonValue | undefined][]): Scope {
  return { root, variables: new Map([...variables, ...added]) };
}

function compileLet(operand: BsonDocument, compile: Compile): Evaluate {
  const variables = [...fields('$let', operand.get('vars') ?? null)].map(([name, value]) => ({
    name,
    evaluate: compile(value),
  }));
  const inner = part(operand, 'in', compile);
  return (scope) =>
    inner(
      bind(scope, ...variables.map(({ name, evaluate }) => [name, evaluate(scope)] as [string, BsonValue])),
    );
}

function inputOf(name: string, value: BsonValue | undefined): BsonValue[] | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value;
  throw new MongoError('BadValue', `input to ${name} must be an array`);
}

function variableName(operand: BsonDocument): string {
  const name = operand.get('as') ?? 'this';
  if (typeof name === 'string' && /^[a-z]\w*$/.test(name)) return name;
  throw new MongoError('FailedToParse', `${describeValue(name)} is not a valid name of a variable.`);
}

function compileMap(operand: BsonDocument, compile: Compile): Evaluate {
  const input = part(operand, 'input', compile);
  const inner = part(operand, 'in', compile);
  const as = variableName(operand);
  return (scope) =>
    inputOf('$map', input(scope))?.map((element) => inner(bind(scope, [as, element])) ?? null) ?? null;
}

function compileFilterOperator(operand: BsonDocument, compile: Compile): Evaluate {
  const input = part(operand, 'input', compile);
  const test = part(operand, 'cond', compile);
  const limit = operand.has('limit') ? part(operand, 'limit', compile) : undefined;
  const as = variableName(operand);
  return (scope) => {
    const found = inputOf('$filter', input(scope))?.filter((element) =>
      isTruthy(test(bind(scope, [as, element]))),
    );
    const most = limit?.(scope);
    return (typeof most === 'number' ? found?.slice(0, most) : found) ?? null;
  };
}

function compileReduce(operand: BsonDocument, compile: Compile): Evaluate {
  const input = part(operand, 'input', compile);
  const initial = part(operand, 'initialValue', compile);
  const inner = part(operand, 'in', compile);
  return (scope) => {
    const elements = inputOf('$reduce', input(scope));
    if (!elements) return null;
    let value = initial(scope);
    for (const element of elements) value = inner(bind(scope, ['value', value], ['this', element]));
    return value;
  };
}
