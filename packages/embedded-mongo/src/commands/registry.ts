import { toDouble } from '../bson/exact';
import { type BsonDocument, isNumeric } from '../bson/value';
import type { Engine } from '../engine/engine';
import { type ErrorName, MongoError } from '../bson/mongoError';
import type { Answer, Handle, Session } from '../wire/connection';
import type { Request } from '../wire/message';
import { aggregate } from './aggregate';
import { authenticationCommands, type Credentials } from './authenticate';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections';
import { checkCommonArguments } from './commonArguments';
import { type Call, type Command, Deadline } from './context';
import { count } from './count';
import { getMore, killCursors } from './cursorAnswer';
import { remove } from './delete';
import { distinct } from './distinct';
import { explain } from './explain';
import { checkFields } from './fields';
import { find } from './find';
import { findAndModify } from './findAndModify';
import { buildInfo, hello, hostInfo, ping } from './handshake';
import { insert } from './insert';
import { collStats, dbStats, serverStatus } from './statistics';
import { notSupported } from './notSupported';
import { update } from './update';
import { createIndexes, dropIndexes, listIndexes } from './indexes';

/** The commands that a client may call before it is authenticated. */
const openCommands = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'ping',
  'buildInfo',
  'buildinfo',
  'saslStart',
  'saslContinue',
  'logout',
  'endSessions',
  'connectionStatus',
]);

const commands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  hostInfo,
  insert,
  find,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
  count,
  distinct,
  getMore,
  killCursors,
  createIndexes,
  listIndexes,
  dropIndexes,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  aggregate,
  explain,
  collStats,
  dbStats,
  serverStatus,
  endSessions: ping,
  refreshSessions: ping,
  killSessions: ping,
  killAllSessions: ping,
  ...notSupported,
};

/** The names of the commands that are carried out. */
export const commandNames: readonly string[] = [
  ...Object.keys(commands).filter((name) => !Object.hasOwn(notSupported, name)),
  ...Object.keys(authenticationCommands(undefined)),
];

/** Answers requests on one engine. */
export function createHandler(engine: Engine, credentials: Credentials | undefined): Handle {
  const known: Record<string, Command> = { ...commands, ...authenticationCommands(credentials) };
  return async (request, session) => {
    try {
      return await answer(engine, known, request, session);
    } catch (error) {
      return errorAnswer(error);
    }
  };
}

function answer(
  engine: Engine,
  known: Record<string, Command>,
  request: Request,
  session: Session,
): Promise<Answer> | Answer {
  const { body } = request;
  const [name] = body.keys();
  const database = body.get('$db');
  if (name === undefined) throw new MongoError('FailedToParse', 'A message without a command was sent.');
  if (typeof database !== 'string' || database === '') {
    throw new MongoError('InvalidNamespace', "The command does not name its database in '$db'.");
  }
  if (!session.authenticated && !openCommands.has(name)) {
    throw new MongoError('Unauthorized', `Command ${name} requires authentication`);
  }
  checkCommonArguments(name, body);
  const command = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!command) throw new MongoError('CommandNotFound', `no such command: '${name}'`);
  if (!Object.hasOwn(notSupported, name)) checkFields(name, body);
  const deadline = new Deadline(maxTimeMs(body), session.gone);
  const call: Call = { engine, session, name, database, body, request, deadline };
  return command(call);
}

function maxTimeMs(body: BsonDocument): number {
  const value = body.get('maxTimeMS');
  if (value === undefined || value === null) return 0;
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!(number >= 0 && number <= 0x7fffffff)) {
    throw new MongoError('BadValue', 'maxTimeMS must be a number of milliseconds from 0 to 2147483647.');
  }
  return number;
}

/** Returns an error in the form of an answer. An unexpected error is named, so that it can be reported. */
export function errorAnswer(error: unknown): Answer {
  if (error instanceof MongoError) {
    return {
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: error.codeName,
      ...Object.fromEntries(error.details ?? []),
    };
  }
  const codeName: ErrorName = 'InternalError';
  const text = error instanceof Error ? error.message : String(error);
  return { ok: 0, errmsg: `The embedded store failed: ${text}`, code: 1, codeName };
}
