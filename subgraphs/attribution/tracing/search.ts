import { Frontier } from './frontier';
import { type Label, type Movement, type Start, startLabel } from './label';

/** How the search asks the store. Each call is one read; `walletIds` are at most `chunkSize`. */
export interface TransferGraph<M extends Movement> {
  /** What left the wallets at or after a time (null: ever), in a fixed order, `limit` at most. */
  outgoing(walletIds: readonly string[], since: Date | null, limit: number): Promise<readonly M[]>;
  /** Those of the wallets where a venue takes deposits: funds mix behind them. */
  custodial(walletIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of the wallets that are too busy to follow. */
  hubs(walletIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface SearchBounds {
  readonly maxHops: number;
  /** How many movements are looked at, at most. */
  readonly budget: number;
}

export interface SearchResult<M extends Movement> {
  /** Every way into a custodial wallet that no other way is better than, by level. */
  readonly arrivals: readonly Label<M>[];
  readonly hubsMet: boolean;
  readonly budgetSpent: boolean;
}

/** A `$in` of this many ids is a few milliseconds. */
const chunkSize = 1_000;

/**
 * Follows funds from the starts along movements in time order, level by level, to custodial wallets. A movement can
 * only leave a wallet once the funds are there; a path stays within one asset; a custodial wallet ends it, and where it is
 * a start it is an arrival of no hops: the account is behind the actor's own wallet. A hub is not followed. Reads: three a level and 1,000 wallets, however much is
 * found.
 */
export async function searchDeposits<M extends Movement>(
  starts: readonly Start[],
  graph: TransferGraph<M>,
  bounds: SearchBounds,
): Promise<SearchResult<M>> {
  const frontier = new Frontier<M>();
  const arrivals: Label<M>[] = [];
  let labels: Label<M>[] = starts.map((start) => startLabel<M>(start));
  let remaining = bounds.budget;
  let hubsMet = false;
  for (let hop = 0; labels.length > 0; hop++) {
    const custodial = await among(labels, (ids) => graph.custodial(ids));
    arrivals.push(...labels.filter(({ walletId }) => custodial.has(walletId)));
    const open = labels.filter(({ walletId }) => !custodial.has(walletId));
    if (hop >= bounds.maxHops || remaining < 0) break;
    const hubs = await among(open, (ids) => graph.hubs(ids));
    hubsMet ||= hubs.size > 0;
    const followed = open.filter(({ walletId }) => !hubs.has(walletId));
    const movements = await outgoingOf(followed, graph, remaining);
    remaining -= movements.length;
    // One more than the budget was asked for: it is left out, and says that there is more.
    labels = frontier.advance(followed, remaining < 0 ? movements.slice(0, remaining) : movements);
  }
  return { arrivals, hubsMet, budgetSpent: remaining < 0 };
}

const walletsOf = (labels: readonly Label<Movement>[]) =>
  [...new Set(labels.map(({ walletId }) => walletId))].sort();

function* chunksOf(walletIds: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < walletIds.length; at += chunkSize) yield walletIds.slice(at, at + chunkSize);
}

async function among(
  labels: readonly Label<Movement>[],
  ask: (walletIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const chunk of chunksOf(walletsOf(labels))) for (const id of await ask(chunk)) found.add(id);
  return found;
}

async function outgoingOf<M extends Movement>(
  labels: readonly Label<M>[],
  graph: TransferGraph<M>,
  remaining: number,
): Promise<M[]> {
  const earliest = Math.min(...[Infinity, ...labels.map(({ arrival }) => arrival)]);
  const since = Number.isFinite(earliest) ? new Date(earliest) : null;
  const movements: M[] = [];
  for (const chunk of chunksOf(walletsOf(labels))) {
    const limit = remaining + 1 - movements.length;
    if (limit <= 0) break;
    for (const movement of await graph.outgoing(chunk, since, limit)) movements.push(movement);
  }
  return movements;
}
