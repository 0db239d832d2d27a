import { createHash } from 'node:crypto';
import { badUserInput } from '../../../shared/errors/cordonError';
import { callerKey } from '../../../shared/identity/callerKey';
import type { Identity } from '../../../shared/identity/identity';

/** The parts of an identity that name a caller. */
export type NamedCaller = Parameters<typeof callerKey>[0] & Pick<Identity, 'subject'>;

/**
 * Returns an idempotency key as a part of a record's id: the same key of two callers names two records.
 * @throws CordonError BAD_USER_INPUT
 */
export function keyOfCaller(caller: NamedCaller, key: string): string {
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(key))
    throw badUserInput(
      `key: ${JSON.stringify(key.slice(0, 100))} is not 1 to 100 letters, digits, dots, hyphens and underscores`,
      { argument: 'input.key' },
    );
  const digest = createHash('sha256').update(callerKey(caller)).digest('hex').slice(0, 32);
  return `${digest}:${key}`;
}
