import type { CrossingSide } from '../graph/crossingTable';
import { payersAt } from '../graph/crossings';
import { valuesOf } from '../graph/pairIndex';
import type { TransferGraph } from '../graph/transferGraph';
import { fewestHopsBy } from './fewestHops';
import { crossedFrom, crossedRow, isCrossed } from './labels';
import { newestLabel, returnScratch, takeScratch } from './scratch';
import { type Budget, Frontier, type FrontierDirection, type FrontierOptions } from './frontier';

export interface AssetFrontiersOptions {
  readonly direction: FrontierDirection;
  readonly budget: Budget;
  /** Tells if a wallet is followed in an asset. */
  readonly follows: (wallet: number, asset: number) => boolean;
  /** Tells if a label is wanted (FrontierOptions), in an asset. */
  readonly admits?: (asset: number) => NonNullable<FrontierOptions['admits']>;
  /** The assets that crossings may lead to; none: each asset is for itself. */
  readonly crossesTo: (asset: number) => boolean;
}

/** A way that ends with a row from which a crossing leads on. */
interface Crossing {
  readonly hops: number;
  /** The origin of the path: a label of a frontier, or the row before (`crossedFrom`). */
  readonly frontier: Frontier;
  readonly previous: number;
}

/** A way from its start, by its rows. */
export interface PathFound {
  readonly start: number;
  readonly rows: readonly number[];
}

/** A label of one of the frontiers. */
interface Place {
  readonly asset: number;
  readonly frontier: Frontier;
  readonly label: number;
}

/** Each takes memory for every wallet: a search that crosses into more assets says that it was cut. */
const maxAssets = 16;

/**
 * Frontiers of one direction, one for each asset that paths come to, level by level together. A row that has
 * a recorded crossing leads on with the row at its other side as the next hop, whoever owns the wallets
 * between. Such a row is taken at its fewest hops, whatever the other paths to its wallet. A row that can
 * follow another path there cannot cross with it.
 */
export class AssetFrontiers {
  hops = 0;
  /** True where the budget ended it, within a level. */
  isStopped = false;
  /** Wallets that a crossing led to in one asset too many: they were not followed. */
  readonly turnedAway: number[] = [];
  only: Frontier['only'] = null;
  /** By row: the best way that ends with it, of those from which a crossing leads on. */
  readonly crossed = new Map<number, Crossing>();
  /** The rows of the newest level from which a crossing leads on. */
  crossing: readonly number[] = [];

  private readonly frontiers = new Map<number, Frontier>();
  private readonly side: CrossingSide;
  private readonly sign: 1 | -1;
  private next: number[] = [];

  constructor(
    private readonly graph: TransferGraph,
    private readonly options: AssetFrontiersOptions,
  ) {
    const isOut = options.direction === 'OUT';
    this.side = isOut ? graph.crossings.ahead : graph.crossings.back;
    this.sign = isOut ? 1 : -1;
  }

  /** The frontier of an asset, which begins at the level that was reached. */
  of(asset: number): Frontier {
    const known = this.frontiers.get(asset);
    if (known) return known;
    const { direction, budget, follows, admits } = this.options;
    const crosses = this.graph.crossings.count > 0;
    const frontier: Frontier = new Frontier(this.graph, takeScratch(this.graph.wallets.count), {
      direction,
      asset,
      budget,
      follows: (wallet) => follows(wallet, asset),
      ...(admits ? { admits: admits(asset) } : {}),
      onFollowed: crosses ? (label) => this.leave(frontier, label, asset) : undefined,
      hops: this.hops,
    });
    this.frontiers.set(asset, frontier);
    return frontier;
  }

  /** Tells if every row was followed. */
  get isExhausted(): boolean {
    if (this.crossing.length > 0) return false;
    for (const frontier of this.frontiers.values()) if (frontier.size > 0) return false;
    return true;
  }

  get size(): number {
    let size = this.crossing.length;
    for (const frontier of this.frontiers.values()) size += frontier.size;
    return size;
  }

  /** Returns the maximum cost of the next level, in rows. */
  cost(): number {
    let rows = this.crossing.length;
    for (const frontier of this.frontiers.values()) rows += frontier.cost();
    return rows;
  }

  /** The fewest hops at which there may be a wallet that it has not come to. */
  unseenFrom(): number {
    return this.isExhausted ? Infinity : this.hops + 1;
  }

  /** The next level. False where the budget ended it. */
  advance(): boolean {
    for (const frontier of this.frontiers.values()) {
      frontier.only = this.only;
      if (!frontier.expand()) {
        this.isStopped = true;
        return false;
      }
    }
    for (const row of this.crossing) this.cross(row);
    for (const frontier of this.frontiers.values()) frontier.settle();
    this.hops++;
    this.crossing = this.next;
    this.next = [];
    return true;
  }

  /** The labels that were reached last: the level, or as much of the next as the budget allowed. */
  *reachedLast(): Generator<Place> {
    for (const [asset, frontier] of this.frontiers) {
      for (const label of this.isStopped ? frontier.reached() : frontier.level())
        yield { asset, frontier, label };
    }
  }

  /** Yields the wallets that were not followed because the budget ended. */
  *unfollowed(): Generator<number> {
    let isBefore = true;
    for (const frontier of this.frontiers.values()) {
      if (isBefore && frontier.stoppedAt === null) continue;
      isBefore = false;
      for (const label of frontier.level(frontier.stoppedAt ?? undefined))
        yield frontier.labels.walletOf(label);
    }
  }

  /** Every label there is. */
  *labels(): Generator<Place> {
    for (const [asset, frontier] of this.frontiers) {
      for (let label = 0; label < frontier.labels.count; label++) yield { asset, frontier, label };
    }
  }

  /** Returns the fewest hops of a path that is at a wallet in an asset by a moment, or -1. */
  fewestHopsBy(asset: number, wallet: number, moment: number): number {
    const frontier = this.frontiers.get(asset);
    return frontier ? fewestHopsBy(frontier, wallet, moment) : -1;
  }

  /** A way from its start, where it begins and by its rows. */
  pathTo({ frontier, label }: Place): PathFound {
    const rows: number[] = [];
    let at: { frontier: Frontier; previous: number } = { frontier, previous: label };
    for (;;) {
      const { labels } = at.frontier;
      if (isCrossed(at.previous)) {
        const row = crossedRow(at.previous);
        const before = this.crossed.get(row);
        if (!before) throw new Error(`row ${row} was crossed from, and no way leads to it`);
        rows.push(row);
        at = before;
      } else {
        const previous = labels.previous[at.previous] ?? -1;
        if (previous === -1) return { start: labels.walletOf(at.previous), rows: rows.reverse() };
        rows.push(labels.row[at.previous] ?? -1);
        at = { frontier: at.frontier, previous };
      }
    }
  }

  /** The best way that ends with each row by which funds can have arrived at a wallet, of at most so many hops. */
  *pathsInto(wallet: number, maxHops: number): Generator<PathFound> {
    const { in: received, columns, crossings } = this.graph;
    for (let i = received.starts[wallet] ?? 0; i < (received.starts[wallet + 1] ?? 0); i++) {
      const row = received.rows[i] ?? 0;
      this.options.budget.left--;
      const frontier = this.frontiers.get(columns.asset[row] ?? 0);
      for (const payer of frontier ? payersAt(columns, row) : []) {
        const before = frontier && payer !== wallet ? this.pathBefore(frontier, payer, row) : null;
        if (before && before.rows.length < maxHops) yield { ...before, rows: [...before.rows, row] };
      }
      for (const from of valuesOf(crossings.back.nextOf, row)) {
        const crossed = this.crossed.get(from);
        if (!crossed || crossed.hops >= maxHops) continue;
        const before = this.pathTo({ asset: 0, frontier: crossed.frontier, label: crossedFrom(from) });
        yield { ...before, rows: [...before.rows, row] };
      }
    }
  }

  /** The way of fewest hops by which funds are at a wallet that is followed, so that a row can take them on. */
  private pathBefore(frontier: Frontier, wallet: number, row: number): PathFound | null {
    const { labels, scratch } = frontier;
    const asset = this.graph.columns.asset[row] ?? 0;
    if (!this.options.follows(wallet, asset)) return null;
    let best = -1;
    for (let label = newestLabel(scratch, wallet); label >= 0; label = labels.olderHere[label] ?? -1) {
      const isInTime = (labels.from[label] ?? 0) <= row && row <= (labels.until[label] ?? 0);
      if (isInTime && (best < 0 || labels.hopsOf(label) < labels.hopsOf(best))) best = label;
    }
    return best < 0 ? null : this.pathTo({ asset, frontier, label: best });
  }

  close(): void {
    for (const { scratch } of this.frontiers.values()) returnScratch(scratch);
  }

  /** Notes the rows with which what a label stands for can cross. */
  private leave(frontier: Frontier, label: number, asset: number): void {
    const { labels } = frontier;
    for (const row of valuesOf(this.side.rowsAt, labels.walletOf(label))) {
      this.options.budget.left--;
      const moment = this.sign * row;
      const isInTime = moment >= (labels.from[label] ?? 0) && moment <= (labels.until[label] ?? 0);
      if (isInTime && this.graph.columns.asset[row] === asset) this.take(row, frontier, label);
    }
  }

  /** Of ways that end with a row the one of fewer hops, then that of the earlier row before. */
  private take(row: number, frontier: Frontier, previous: number): void {
    const hops = this.hops + 1;
    const known = this.crossed.get(row);
    if (known) {
      const isBetter =
        known.hops === hops &&
        this.sign * frontier.labels.rowOf(previous) < this.sign * known.frontier.labels.rowOf(known.previous);
      if (!isBetter) return;
    } else this.next.push(row);
    this.crossed.set(row, { hops, frontier, previous });
  }

  /** Goes on with every row that a crossing leads to. */
  private cross(row: number): void {
    const { columns } = this.graph;
    for (const next of valuesOf(this.side.nextOf, row)) {
      this.options.budget.left--;
      const asset = columns.asset[next] ?? 0;
      if (!this.options.crossesTo(asset)) continue;
      const wallets = this.sign > 0 ? [columns.to[next] ?? -1] : payersAt(columns, next);
      if (!this.frontiers.has(asset) && this.frontiers.size >= maxAssets) {
        this.turnedAway.push(...wallets);
        continue;
      }
      const frontier = this.of(asset);
      frontier.only = this.only;
      for (const wallet of wallets) frontier.enter(next, wallet, row);
      if (valuesOf(this.side.nextOf, next).length > 0) this.take(next, frontier, crossedFrom(row));
    }
  }
}
