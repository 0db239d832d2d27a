import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CustomerRecord } from '../customer/customer.record';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import type { ScreeningIndex } from '../screening/engine/screeningIndex';
import { changeOfPair, type MatchChange, type ScreenedAgainst } from './matchChange.rules';
import { screenCustomer } from './screenCustomer';

/** The longest work without a turn for requests, in milliseconds. */
const turnMs = 10;

export interface ScreenedBatch {
  readonly changes: readonly MatchChange[];
  /** The customers that came near an entry. */
  readonly scored: number;
  readonly problems: ReadonlyMap<string, string | null>;
}

/**
 * Screens customers by an index, and compares what is found with their stored matches: of `stored`, those that the index could
 * have found. Changes nothing.
 */
export async function screenBatch(
  customers: readonly CustomerRecord[],
  index: ScreeningIndex,
  stored: ReadonlyMap<string, readonly CustomerMatchRecord[]>,
  against: ScreenedAgainst,
): Promise<ScreenedBatch> {
  const changes: MatchChange[] = [];
  const problems = new Map<string, string | null>();
  let scored = 0;
  let begun = performance.now();
  for (const customer of customers) {
    if (performance.now() - begun > turnMs) {
      await nextTurn();
      begun = performance.now();
    }
    const { found, problem } = screenCustomer(index, customer);
    if (found.length > 0) scored++;
    problems.set(customer._id, problem);
    const before = new Map(
      (stored.get(customer._id) ?? []).map((match) => [`${match.list} ${match.entry}`, match]),
    );
    for (const one of found) {
      const key = `${one.list} ${one.entry}`;
      const change = changeOfPair(customer, before.get(key), one, against);
      before.delete(key);
      if (change) changes.push(change);
    }
    for (const match of before.values()) {
      const change = changeOfPair(customer, match, undefined, against);
      if (change) changes.push(change);
    }
  }
  return { changes, scored, problems };
}
