import { sharedUint8 } from '../graph/sharedArrays';
import type { TransferGraph } from '../graph/transferGraph';

/** The marks of a wallet for a search: bits, so that one look decides. */
export const marks = {
  /** A venue takes deposits there: funds mix behind it, and a trace to accounts ends. */
  custodial: 1,
  /** It dealt with too many others (tracePolicy.hubCounterparties). */
  busy: 2,
  /** It is a service's by a statement (tracePolicy.serviceConcepts). */
  service: 4,
  /** Some custodial wallet is one hop away: what has no such wallet there needs no look on the last hop. */
  leadsToCustodial: 8,
  /**
   * Custodial only by a venue's own statement, or formerly: funds arrive there, and are followed all the
   * same.
   */
  claimed: 16,
} as const;

/** Either kind of hub. */
export const hub = marks.busy | marks.service;

/** Tells if a path to accounts ends at a wallet with such a mark. */
export const endsPaths = (mark: number): boolean =>
  (mark & (marks.custodial | marks.claimed)) === marks.custodial;

/** The reason why a search stopped at a wallet. */
export type CutReason = 'BUSY' | 'SERVICE' | 'CUSTODIAL' | 'BUDGET';

export const hubReason = (mark: number): CutReason => ((mark & marks.busy) !== 0 ? 'BUSY' : 'SERVICE');

export interface Marked {
  readonly custodial: Iterable<number>;
  /** The custodial wallets that end no path. */
  readonly claimed?: Iterable<number>;
  readonly services: Iterable<number>;
  /** By wallet; omitted: that of the graph. */
  readonly busy?: Uint8Array;
}

/**
 * Returns the marks of the wallets of a graph, as every search takes them. Only this function makes them, as
 * they follow from one another.
 */
export function marksOf(
  graph: TransferGraph,
  { custodial, claimed = [], services, busy = graph.busy }: Marked,
): Uint8Array {
  const bits = sharedUint8(graph.wallets.count);
  const add = (wallet: number, bit: number) => (bits[wallet] = (bits[wallet] ?? 0) | bit);
  for (let wallet = 0; wallet < bits.length; wallet++) if (busy[wallet]) bits[wallet] = marks.busy;
  for (const wallet of services) add(wallet, marks.service);
  for (const wallet of claimed) add(wallet, marks.claimed);
  for (const wallet of custodial) {
    add(wallet, marks.custodial);
    for (const payer of payersOf(graph, wallet)) add(payer, marks.leadsToCustodial);
  }
  return bits;
}

/** Yields the payers of a wallet, some of them more than once. */
function* payersOf({ columns, in: received }: TransferGraph, wallet: number): Generator<number> {
  for (let i = received.starts[wallet] ?? 0; i < (received.starts[wallet + 1] ?? 0); i++) {
    const payer = received.others[i] ?? -1;
    if (payer >= 0) yield payer;
    const first = columns.transaction[received.rows[i] ?? 0] ?? -1;
    if (first < 0) continue;
    for (let input = first; columns.transaction[input] === first; input++) {
      const paying = columns.from[input] ?? -1;
      if (paying >= 0) yield paying;
    }
  }
}
