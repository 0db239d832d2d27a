import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { isTrue } from './context';

/** Arguments that every command takes. Drivers add them; `checkCommonArguments` decides on those that mean something. */
const commonFields = [
  '$db',
  '$clusterTime',
  '$readPreference',
  'lsid',
  'txnNumber',
  'startTransaction',
  'autocommit',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'maxTimeMSOpOnly',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  '$client',
];

/** The fields that each command carries out, or that change nothing here: MongoDB 6.0 has them as well. */
const fieldsOf: Record<string, readonly string[]> = {
  aggregate: [
    'pipeline',
    'cursor',
    'explain',
    'hint',
    'let',
    'collation',
    'allowDiskUse',
    'bypassDocumentValidation',
  ],
  collStats: ['scale'],
  connectionStatus: ['showPrivileges'],
  count: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  create: ['collation', 'validationLevel', 'validationAction'],
  createIndexes: ['indexes'],
  dbStats: ['scale', 'freeStorage'],
  delete: ['deletes', 'ordered', 'let', 'bypassDocumentValidation'],
  distinct: ['key', 'query', 'collation', 'hint'],
  dropIndexes: ['index'],
  explain: ['verbosity'],
  find: [
    'filter',
    'projection',
    'sort',
    'hint',
    'let',
    'collation',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'tailable',
    'allowDiskUse',
    'noCursorTimeout',
    'allowPartialResults',
    'oplogReplay',
  ],
  findAndModify: [
    'query',
    'sort',
    'hint',
    'let',
    'collation',
    'remove',
    'update',
    'upsert',
    'new',
    'fields',
    'arrayFilters',
    'bypassDocumentValidation',
  ],
  getMore: ['collection', 'batchSize'],
  insert: ['documents', 'ordered', 'bypassDocumentValidation'],
  killCursors: ['cursors'],
  listCollections: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  listDatabases: ['filter', 'nameOnly', 'authorizedDatabases'],
  listIndexes: ['cursor'],
  update: ['updates', 'ordered', 'let', 'bypassDocumentValidation'],
};
fieldsOf['findandmodify'] = fieldsOf['findAndModify']!;

/** Fields that MongoDB has and that are not carried out here; false, null and empty they change nothing. */
const unsupportedFields: Record<string, readonly string[]> = {
  aggregate: ['collectionUUID', 'exchange', 'fromMongos', 'needsMerge'],
  create: [
    'capped',
    'size',
    'max',
    'timeseries',
    'expireAfterSeconds',
    'viewOn',
    'pipeline',
    'validator',
    'clusteredIndex',
    'encryptedFields',
    'changeStreamPreAndPostImages',
    'storageEngine',
    'indexOptionDefaults',
    'idIndex',
    'temp',
  ],
  createIndexes: ['commitQuorum', 'ignoreUnknownIndexOptions'],
  delete: ['collectionUUID', 'stmtId', 'stmtIds'],
  find: [
    'min',
    'max',
    'returnKey',
    'showRecordId',
    'awaitData',
    'readOnce',
    'resumeAfter',
    'requestResumeToken',
    'ntoreturn',
  ],
  findAndModify: ['stmtId'],
  insert: ['collectionUUID', 'stmtId', 'stmtIds'],
  listIndexes: ['includeBuildUUIDs'],
  update: ['collectionUUID', 'stmtId', 'stmtIds'],
};

/** Greetings come before it is known who speaks, and newer drivers add to them; sections of a status are a wish. */
const openCommands = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'saslStart',
  'saslContinue',
  'serverStatus',
  'buildInfo',
  'buildinfo',
]);

const statementFields = {
  updates: ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation'],
  deletes: ['q', 'limit', 'hint', 'collation'],
} as const;

/**
 * Rejects what a command would otherwise ignore.
 * @throws MongoError `Location40415` for an unknown field, `InvalidOptions` for one that is not supported
 */
export function checkFields(name: string, body: BsonDocument): void {
  if (openCommands.has(name)) return;
  const fields = fieldsOf[name] ?? [];
  const unsupported = unsupportedFields[name] ?? [];
  for (const [field, value] of body) {
    if (field === name || commonFields.includes(field) || fields.includes(field)) continue;
    if (!unsupported.includes(field)) throw unknownField(`${name}.${field}`);
    if (!changesNothing(value)) {
      throw new MongoError(
        'InvalidOptions',
        `The option '${field}' of ${name} is not supported by the embedded store: leave it out.`,
      );
    }
  }
}

/** As `checkFields`, of one statement of an update or a delete. */
export function checkStatement(kind: keyof typeof statementFields, statement: BsonDocument): void {
  const known: readonly string[] = statementFields[kind];
  for (const field of statement.keys()) {
    if (known.includes(field)) continue;
    throw unknownField(`${kind === 'updates' ? 'update' : 'delete'}.${kind}.${field}`);
  }
}

export function unknownField(path: string): MongoError {
  return new MongoError('Location40415', `BSON field '${path}' is an unknown field.`);
}

function changesNothing(value: BsonValue): boolean {
  if (isDocument(value)) return value.size === 0;
  return value === null || value === false || (typeof value === 'number' && !isTrue(value));
}
