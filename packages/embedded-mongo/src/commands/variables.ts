import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { needDocument } from './context';

const noDocument: BsonDocument = new Map();

/**
 * Evaluates the variables that a command gives to its expressions in `let`. A later one sees those before it.
 * @throws MongoError `TypeMismatch`, `FailedToParse`, `Location4890500`
 */
export function readVariables(body: BsonDocument): Variables | undefined {
  const source = body.get('let');
  if (source === undefined || source === null) return undefined;
  const variables = new Map<string, BsonValue | undefined>();
  for (const [name, value] of needDocument('let', source)) {
    checkName(name);
    if (readsFields(value)) {
      throw new MongoError(
        'Location4890500',
        'Command let Expression tried to access a field, but this is not allowed because command let expressions ' +
          'run before the query examines any documents.',
      );
    }
    variables.set(name, compileExpression(value, variables)(noDocument));
  }
  return variables;
}

/** Reads the constants of an update in the form of a pipeline: they are values, not expressions. */
export function readConstants(constants: BsonValue, updateIsPipeline: boolean): Variables {
  if (!updateIsPipeline) {
    throw new MongoError('Location51198', 'Constant values may only be specified for pipeline updates');
  }
  return needDocument('c', constants);
}

function checkName(name: string): void {
  if (/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) return;
  throw new MongoError('FailedToParse', `'${name}' is not a valid name for a variable of let.`);
}

/** Tells if an expression refers to the document. */
function readsFields(source: BsonValue): boolean {
  if (typeof source === 'string') {
    if (!source.startsWith('$$')) return source.startsWith('$');
    return ['ROOT', 'CURRENT'].includes(source.slice(2).split('.', 1)[0]!);
  }
  if (Array.isArray(source)) return source.some(readsFields);
  if (!isDocument(source) || source.has('$literal')) return false;
  return [...source.values()].some(readsFields);
}
