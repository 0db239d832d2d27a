import { MongoError } from '../bson/mongoError';
import type { Command } from './context';

const names = [
  'bulkWrite',
  'collMod',
  'compact',
  'convertToCapped',
  'createSearchIndexes',
  'createUser',
  'currentOp',
  'eval',
  'fsync',
  'geoSearch',
  'mapReduce',
  'renameCollection',
  'replSetGetStatus',
  'setFeatureCompatibilityVersion',
  'shardCollection',
  'validate',
];

/** MongoDB's commands that are known and not here, and those of transactions, each with its own error. */
export const notSupported: Record<string, Command> = Object.fromEntries([
  ...names.map((name) => [
    name,
    rejectWith('CommandNotSupported', `The command '${name}' is not supported by the embedded store.`),
  ]),
  ...['commitTransaction', 'abortTransaction', 'prepareTransaction'].map((name) => [
    name,
    rejectWith(
      'OperationNotSupportedInTransaction',
      `The command '${name}' is of a transaction: the embedded store has none.`,
    ),
  ]),
]) as Record<string, Command>;

function rejectWith(
  code: 'CommandNotSupported' | 'OperationNotSupportedInTransaction',
  message: string,
): Command {
  return () => {
    throw new MongoError(code, message);
  };
}
