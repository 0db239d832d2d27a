import { setTimeout as pause } from 'node:timers/promises';

/** Only ends a test that would wait for ever: what is waited for is a state, however slow the machine. */
const maxWaitMs = 240_000;

/**
 * Looks until something is there, and returns it.
 * @throws Error with the look where it is not there after four minutes
 */
export async function eventually<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  everyMs = 20,
): Promise<T> {
  for (const end = Date.now() + maxWaitMs; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await pause(everyMs);
  }
  throw new Error(`it did not come: ${String(look)}`);
}
