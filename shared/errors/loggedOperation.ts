import { redactSecrets } from './redactSecrets';

/** The characters of an operation's name that are logged and traced. */
const maxNameLength = 100;

/** Returns an operation's name, which a client chose, without what may be a secret, and cut. Undefined for an anonymous one. */
export function loggedOperation(name: string | undefined): string | undefined {
  return name === undefined ? undefined : redactSecrets(name).slice(0, maxNameLength);
}
