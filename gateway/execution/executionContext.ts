import type { Identity } from '../../shared/identity/identity';
import type { Data } from './unavailableValue';
import type { ResponseExtensions } from './responseExtensions';

/** One request while it is executed: who asks, and what the subgraphs have answered so far. */
export interface ExecutionContext {
  readonly caller: Identity;
  /** Aborted when the client has gone or the request's time is over. */
  readonly signal: AbortSignal;
  /**
   * The answers to the fetches of root fields, in the order they came. The executor merges what entity fetches bring
   * into these same objects, so that in the end they hold all that was had.
   */
  readonly roots: Data[];
  /** What the answers said of themselves beside their data. */
  readonly extensions: ResponseExtensions;
}

/** All that was had, in one object: what the executor has too, but keeps to itself. It merges in the same way. */
export function mergeRootResults({ roots }: ExecutionContext): Data {
  // Without a prototype: a client may call a field `constructor`.
  const whole = Object.create(null) as Data;
  for (const root of roots) {
    for (const [key, value] of Object.entries(root)) {
      const had = whole[key];
      // Two fetches of one field: the executor has merged the second into the first, but for lists that differ.
      const replaced = Array.isArray(had) && Array.isArray(value) && had.length !== value.length;
      if (had === undefined || had === null || replaced) whole[key] = value;
    }
  }
  return whole;
}
