import { createHash, timingSafeEqual } from 'node:crypto';
import { Binary } from 'bson';
import { bytesOf } from '../bson/compare';
import { MongoError } from '../bson/mongoError';
import type { Answer } from '../wire/connection';
import type { Call, Command } from './context';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The commands of a login with SASL PLAIN (RFC 4616), which is all that a loopback port needs. */
export function authenticationCommands(credentials: Credentials | undefined): Record<string, Command> {
  return {
    saslStart: (call) => startSasl(call, credentials),
    saslContinue: () => {
      throw failed();
    },
    logout: ({ session }) => {
      session.authenticated = credentials === undefined;
      return { ok: 1 };
    },
    connectionStatus: ({ session }) => connectionStatus(session.authenticated, credentials),
  };
}

function connectionStatus(authenticated: boolean, credentials: Credentials | undefined): Answer {
  const users = authenticated && credentials ? [{ user: credentials.user, db: '$external' }] : [];
  return { authInfo: { authenticatedUsers: users, authenticatedUserRoles: [] }, ok: 1 };
}

function startSasl({ session, body }: Call, credentials: Credentials | undefined): Answer {
  if (body.get('mechanism') !== 'PLAIN') {
    throw new MongoError('BadValue', 'The embedded store accepts only the mechanism PLAIN.');
  }
  const payload = body.get('payload');
  const text = payload instanceof Binary ? Buffer.from(bytesOf(payload)).toString() : '';
  const [, user, password] = text.split('\0');
  if (!credentials || user === undefined || password === undefined) throw failed();
  // Both are compared, and in constant time, so that the time tells nothing of either.
  const rightUser = sameText(user, credentials.user);
  const rightPassword = sameText(password, credentials.password);
  if (!rightUser || !rightPassword) throw failed();
  session.authenticated = true;
  return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function failed(): MongoError {
  return new MongoError('AuthenticationFailed', 'Authentication failed.');
}
