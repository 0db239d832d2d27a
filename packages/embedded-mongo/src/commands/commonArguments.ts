import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { needDocument, wrongType } from './context';
import { unknownField } from './fields';

/** The commands of MongoDB's Stable API, version 1, as far as they are known here. */
const stableCommands = new Set([
  'aggregate',
  'bulkWrite',
  'collMod',
  'count',
  'create',
  'createIndexes',
  'delete',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'endSessions',
  'explain',
  'find',
  'findAndModify',
  'getMore',
  'hello',
  'insert',
  'killCursors',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'ping',
  'refreshSessions',
  'saslContinue',
  'saslStart',
  'update',
]);

/** Stages that are outside of the Stable API. */
const unstableStages = new Set(['$collStats', '$indexStats', '$currentOp', '$listSessions']);

/**
 * Decides on the arguments that every command takes: what they promise holds, or they are rejected.
 * @throws MongoError with MongoDB's code
 */
export function checkCommonArguments(name: string, body: BsonDocument): void {
  checkTransaction(body);
  checkApiVersion(name, body);
  checkReadConcern(body.get('readConcern'));
  checkWriteConcern(body.get('writeConcern'));
}

function checkTransaction(body: BsonDocument): void {
  if (body.has('startTransaction') || body.get('autocommit') === false) {
    throw new MongoError(
      // A server by itself says 20, of which drivers make an advice to switch off retries, which would not help.
      'OperationNotSupportedInTransaction',
      'The embedded store has no transactions: they need a MongoDB replica set.',
    );
  }
  if (!body.has('txnNumber')) return;
  // A number that came before must not be carried out again, and nobody remembers it here.
  throw new MongoError(
    'IllegalOperation',
    'Transaction numbers are only allowed on a replica set member or mongos',
  );
}

function checkApiVersion(name: string, body: BsonDocument): void {
  const version = body.get('apiVersion');
  if (version === undefined) {
    if (!body.has('apiStrict') && !body.has('apiDeprecationErrors')) return;
    throw new MongoError(
      'Location4886600',
      'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion',
    );
  }
  if (version !== '1') throw new MongoError('APIVersionError', 'API version must be "1"');
  if (body.get('apiStrict') !== true) return;
  const stages = body.get('pipeline');
  const unstable =
    name === 'aggregate' && Array.isArray(stages)
      ? stages
          .flatMap((stage) => (isDocument(stage) ? [...stage.keys()] : []))
          .find((stage) => unstableStages.has(stage))
      : undefined;
  if (stableCommands.has(name) && unstable === undefined) return;
  throw new MongoError(
    'APIStrictError',
    `Provided apiStrict:true, but ${unstable ? `the stage ${unstable}` : `the command ${name}`} is not in API Version 1`,
  );
}

function checkReadConcern(concern: BsonValue | undefined): void {
  if (concern === undefined) return;
  const fields = needDocument('readConcern', concern);
  for (const field of fields.keys()) {
    if (field === 'level' || field === 'provenance') continue;
    if (field !== 'afterClusterTime' && field !== 'atClusterTime' && field !== 'afterOpTime')
      throw unknownField(`readConcern.${field}`);
    throw notReplicated(`readConcern.${field}`);
  }
  const level = fields.get('level');
  if (level === undefined || level === 'local' || level === 'available' || level === 'majority') return;
  if (level === 'linearizable' || level === 'snapshot') throw notReplicated(`readConcern: ${level}`);
  if (typeof level !== 'string') throw wrongType('readConcern.level', 'string', level);
  throw new MongoError(
    'BadValue',
    `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`,
  );
}

function notReplicated(what: string): MongoError {
  return new MongoError('NotAReplicaSet', `node needs to be a replica set member to use ${what}`);
}

const writeConcernFields = ['w', 'j', 'fsync', 'wtimeout', 'provenance'];

function checkWriteConcern(concern: BsonValue | undefined): void {
  if (concern === undefined) return;
  const fields = needDocument('writeConcern', concern);
  for (const field of fields.keys())
    if (!writeConcernFields.includes(field)) throw unknownField(`writeConcern.${field}`);
  const w = fields.get('w');
  if (w === undefined || w === 'majority') return;
  if (typeof w === 'string') {
    throw new MongoError(
      'BadValue',
      `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`,
    );
  }
  if (!isNumeric(w)) throw new MongoError('FailedToParse', 'w has to be a number or a string');
  const nodes = toDouble(w);
  if (!(nodes >= 0 && nodes <= 50))
    throw new MongoError('FailedToParse', 'w has to be a non-negative number and not greater than 50');
  if (nodes > 1) throw new MongoError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
}
