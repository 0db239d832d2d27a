import type { BsonDocument } from './value';

/** MongoDB's error numbers, as far as this server uses them. */
export const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  ShutdownInProgress: 91,
  CommandNotFound: 59,
  CommandNotSupported: 115,
  NotAReplicaSet: 123,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  ConversionFailure: 241,
  QueryPlanKilled: 175,
  IndexBuildAborted: 276,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  InterruptedAtShutdown: 11600,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10334,
  APIVersionError: 322,
  APIStrictError: 323,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location40573: 40573,
  Location40192: 40192,
  Location40193: 40193,
  Location40194: 40194,
  Location40196: 40196,
  Location40197: 40197,
  Location40199: 40199,
  Location40200: 40200,
  Location40202: 40202,
  Location40324: 40324,
  Location40414: 40414,
  Location40485: 40485,
  Location40415: 40415,
  Location31253: 31253,
  Location31254: 31254,
  Location16410: 16410,
  Location51091: 51091,
  Location51108: 51108,
  Location51198: 51198,
  Location4886600: 4886600,
  Location4890500: 4890500,
} as const;

export type ErrorName = keyof typeof errorCodes;

/** An error for a client: MongoDB's number and name, and a sentence. */
export class MongoError extends Error {
  readonly code: number;

  constructor(
    readonly codeName: ErrorName,
    message: string,
    /** Further fields of the answer, such as `keyPattern` of a duplicate key. */
    readonly details?: BsonDocument,
  ) {
    super(message);
    this.name = 'MongoError';
    this.code = errorCodes[codeName];
  }
}
