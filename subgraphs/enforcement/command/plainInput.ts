import { createHash } from 'node:crypto';
import { badUserInput } from '../../../shared/errors/cordonError';
import { canonicalJson, type Json } from '@cordon/ledger';

/** Returns the input of a mutation as plain JSON: instants and amounts as text; null counts as omitted. */
export function plainInput(given: unknown): Json {
  if (given instanceof Date) return given.toISOString();
  if (typeof given === 'bigint') return given.toString();
  if (Array.isArray(given)) return given.map(plainInput);
  if (typeof given !== 'object' || given === null) return given as Json;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, plainInput(value)]),
  );
}

/**
 * SHA-256, in hex, over the canonical JSON of a value.
 * @throws CordonError BAD_USER_INPUT for text that is not Unicode
 */
export function digestOf(value: Json): string {
  try {
    return createHash('sha256').update(canonicalJson(value)).digest('hex');
  } catch (error) {
    throw badUserInput((error as Error).message);
  }
}

/** @throws CordonError BAD_USER_INPUT for a key with half of a surrogate pair */
export function requireUnicode(key: string): void {
  if (/\p{Surrogate}/u.test(key))
    throw badUserInput('key has half of a surrogate pair: it is no Unicode text', { argument: 'key' });
}

/**
 * Rejects a text of nothing but spaces: it would say nothing, for good.
 * @throws CordonError BAD_USER_INPUT
 */
export function requireWords(input: Json, name = 'input'): void {
  if (typeof input === 'string' && input !== '' && input.trim() === '')
    throw badUserInput(`${name} is blank: write it out, or leave it out`, { argument: name });
  if (typeof input !== 'object' || input === null) return;
  for (const [field, value] of Object.entries(input))
    requireWords(value ?? null, Array.isArray(input) ? name : field);
}

/**
 * Rejects a list that names an id twice, such as of processes or accounts: what was meant is not known.
 * @throws CordonError BAD_USER_INPUT
 */
export function requireDistinct(input: Json): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (!Array.isArray(value)) requireDistinct(value ?? null);
    else {
      const twice = firstTwice(value);
      if (twice !== undefined)
        throw badUserInput(`${name} names ${twice} twice: name each once`, { argument: name });
    }
  }
}

function firstTwice(values: readonly unknown[]): string | undefined {
  const seen = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string') continue;
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return undefined;
}
