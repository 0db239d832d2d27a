import { hostname } from 'node:os';
import { type Encodable } from '../bson/encode';
import type { Answer } from '../wire/connection';
import { maxDocumentBytes, maxMessageBytes } from '../wire/message';
import { maxWriteBatch } from './batch';
import type { Call } from './context';

/**
 * The version whose behaviour is followed, and its wire version (17). It is high enough for the driver, which
 * asks for 9. It is below those that promise features missing here: 21 is sharded transactions and queryable
 * encryption, 25 the `bulkWrite` command.
 */
export const serverVersion = '6.0.0';
const maxWireVersion = 17;

/**
 * Sessions are accepted and mean nothing here; drivers use them only where this value is given, in minutes.
 */
const logicalSessionTimeoutMinutes = 30;

/** `hello`, `isMaster` and `ismaster`: that of a server by itself, so that drivers do not retry writes. */
export function hello(call: Call): Answer {
  const legacy = call.name !== 'hello';
  return {
    helloOk: true,
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: maxWriteBatch,
    localTime: new Date(),
    logicalSessionTimeoutMinutes,
    connectionId: call.session.id,
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
    ok: 1,
  };
}

export function ping(): Answer {
  return { ok: 1 };
}

export function buildInfo(): Answer {
  return {
    version: serverVersion,
    versionArray: [...serverVersion.split('.').map(Number), 0] as Encodable[],
    gitVersion: 'embedded',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    ok: 1,
  };
}

export function hostInfo(): Answer {
  return { system: { hostname: hostname() }, os: { type: process.platform }, extra: {}, ok: 1 };
}
