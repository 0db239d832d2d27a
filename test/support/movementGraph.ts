import type { Movement } from '../../subgraphs/attribution/tracing/label';
import type { TransferGraph } from '../../subgraphs/attribution/tracing/search';

export interface GraphFacts {
  readonly movements: readonly Movement[];
  readonly custodial?: ReadonlySet<string>;
  readonly hubs?: ReadonlySet<string>;
}

export interface CountedGraph extends TransferGraph<Movement> {
  /** How often it was asked. */
  reads: number;
  /** Every wallet that the search came to. */
  readonly visited: Set<string>;
}

/** Movements in memory, as a search asks for them. */
export function movementGraph({
  movements,
  custodial = new Set(),
  hubs = new Set(),
}: GraphFacts): CountedGraph {
  const order = (a: Movement, b: Movement) =>
    a.fromId < b.fromId ? -1 : a.fromId > b.fromId ? 1 : a.at.getTime() - b.at.getTime() || a.seq - b.seq;
  const sorted = [...movements].sort(order);
  const among = (asked: readonly string[], known: ReadonlySet<string>) =>
    new Set(asked.filter((id) => known.has(id)));
  return {
    reads: 0,
    visited: new Set(),
    async outgoing(walletIds, since, limit) {
      this.reads++;
      const from = new Set(walletIds);
      return sorted
        .filter(({ fromId, at }) => from.has(fromId) && (since === null || at >= since))
        .slice(0, limit);
    },
    async custodial(walletIds) {
      this.reads++;
      for (const id of walletIds) this.visited.add(id);
      return among(walletIds, custodial);
    },
    async hubs(walletIds) {
      this.reads++;
      return among(walletIds, hubs);
    },
  };
}
