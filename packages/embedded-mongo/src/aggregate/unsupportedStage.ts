import { MongoError } from '../bson/mongoError';

/** MongoDB's stages that are not carried out here. */
const unsupported = new Set([
  '$bucketAuto',
  '$currentOp',
  '$densify',
  '$fill',
  '$geoNear',
  '$graphLookup',
  '$listSessions',
  '$merge',
  '$out',
  '$planCacheStats',
  '$redact',
  '$search',
  '$searchMeta',
  '$setWindowFields',
]);

/** The error of a stage that is not carried out: `CommandNotSupported`, `Location40573`, or `Location40324` for an unknown one. */
export function unsupportedStage(name: string): MongoError {
  if (name === '$changeStream') {
    return new MongoError(
      'Location40573',
      'The $changeStream stage is only supported on replica sets: the embedded store has none.',
    );
  }
  if (unsupported.has(name))
    return new MongoError('CommandNotSupported', `The stage ${name} is not supported by the embedded store.`);
  return new MongoError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}
