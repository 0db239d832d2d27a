import { LRUCache } from 'lru-cache';
import { type Identity, identitySchema } from './identity';

/** The header with the caller. It counts only with the signature of its call. */
export const callerHeader = 'x-cordon-caller';

/** Callers whose text is known; each is some hundred bytes. */
const maxCallers = 10_000;

const encoded = new WeakMap<Identity, string>();
const decoded = new LRUCache<string, Identity>({ max: maxCallers });

/** Writes a caller as base64url of JSON: once for each object, so that a frequent caller costs little. */
export function encodeCaller(caller: Identity): string {
  const known = encoded.get(caller);
  if (known !== undefined) return known;
  const text = Buffer.from(JSON.stringify(caller), 'utf8').toString('base64url');
  encoded.set(caller, text);
  return text;
}

/** Reads a caller whose signature was verified. Equal texts give one frozen object. Throws where it has another form. */
export function decodeCaller(text: string): Identity {
  const known = decoded.get(text);
  if (known) return known;
  const caller = identitySchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  for (const part of [caller.roles, caller.scopes, caller]) Object.freeze(part);
  decoded.set(text, caller);
  return caller;
}
