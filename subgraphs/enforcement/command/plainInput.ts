import { createHash } from 'node:crypto';
import { badUserInput } from '../../../shared/errors/cordonError';
import { canonicalJson, type Json } from '@cordon/ledger';

/** What a mutation was given, as plain JSON: instants and amounts as text; null is as good as left out. */
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
