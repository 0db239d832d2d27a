import type { Completeness } from '../../../../../shared/subgraph/completeness';
import type { TransferGraph } from '../graph/transferGraph';
import { Cuts, type CutsFound } from './cuts';
import { type AssetRoute, assetRoutes } from './assetRoutes';
import type { AssetFrontiers } from './assetFrontiers';
import { hub, hubReason } from './marks';
import type { Beyond } from './movesBeyond';
import { type Ends, Meeting } from './meeting';
import type { Budget } from './frontier';
import { type HopFound, Backtrack } from './backtrack';

export interface PathsQuestion {
  readonly from: number;
  readonly to: number;
  readonly maxHops: number;
  /** The number of paths wanted. */
  readonly first: number;
  /** By wallet (`marks`). */
  readonly marks: Uint8Array;
  /** The maximum of examined rows. */
  readonly budget: number;
  /** Only transfers up to then, in milliseconds; omitted: all. */
  readonly until?: number;
}

export interface PathsAnswer {
  /** Fewest hops first, then earliest arrival; each of one asset between crossings, and no wallet twice in one. */
  readonly paths: readonly (readonly HopFound[])[];
  readonly cuts: CutsFound;
  readonly completeness: Completeness;
  /**
   * True where the budget did not allow to decide that no path is longer than the hops: the answer is
   * HOP_LIMIT.
   */
  readonly isUndecided: boolean;
  readonly examined: number;
}

/**
 * Finds the best paths of transfers in time order between two wallets. Both ends may be hubs, none in
 * between. The answer is COMPLETE where no path was omitted that is as good as those given, or that would
 * have been one of them.
 */
export function findPaths(graph: TransferGraph, question: PathsQuestion): PathsAnswer {
  const search = new PathSearch(graph, question);
  if (question.from === question.to) return search.answer([[]], []);
  const routes = assetRoutes(graph, question);
  const found = routes.flatMap((route) => search.along(route));
  return search.answer(found.sort(comparePaths).slice(0, question.first), routes);
}

class PathSearch {
  private readonly cuts = new Cuts();
  private readonly budget: Budget;

  constructor(
    private readonly graph: TransferGraph,
    private readonly question: PathsQuestion,
  ) {
    this.budget = { left: question.budget };
  }

  answer(paths: HopFound[][], routes: readonly AssetRoute[]): PathsAnswer {
    const cuts = this.cuts;
    const examined = this.question.budget - Math.max(0, this.budget.left);
    const cut = cuts.has('BUDGET') ? 'BUDGET' : cuts.found().count > 0 ? 'HUB_CUT' : null;
    const isWanted = cut === null && paths.length < this.question.first;
    const beyond = isWanted ? this.searchBeyond(routes, paths.length) : 'NOTHING';
    return {
      paths,
      cuts: cuts.found(),
      completeness: cut ?? (beyond === 'NOTHING' ? 'COMPLETE' : 'HOP_LIMIT'),
      isUndecided: beyond === 'UNDECIDED',
      examined,
    };
  }

  /** Tells if longer paths than allowed exist; all shorter ones, `found` in number, were found. */
  private searchBeyond(routes: readonly AssetRoute[], found: number): Beyond {
    let paths = 0;
    for (const route of routes) {
      const meeting = new Meeting(this.graph, this.endsOf(route), this.budget);
      try {
        if (!meeting.exhaust()) return 'UNDECIDED';
        if (this.hasHubsBetween(meeting, this.endsOf(route))) return 'MORE';
        const bounds = { maxHops: Infinity, budget: this.budget };
        const ways = new Backtrack(this.graph, this.endsOf(route), meeting, bounds);
        while (ways.next()) if (++paths > found) return 'MORE';
        if (ways.isCut) return 'UNDECIDED';
      } finally {
        meeting.close();
      }
    }
    return 'NOTHING';
  }

  private hasHubsBetween({ forward, backward }: Meeting, ends: Ends): boolean {
    return this.hubsOf(forward, ends).size > 0 && this.hubsOf(backward, ends).size > 0;
  }

  private endsOf(route: AssetRoute): Ends {
    const { from, to } = this.question;
    return { ...route, from, to, passes: (wallet) => (this.mark(wallet) & hub) === 0 };
  }

  /** First as far as the shortest path takes it; where there are fewer than wanted, once more as far as is allowed. */
  along(route: AssetRoute): HopFound[][] {
    const { maxHops, first } = this.question;
    const ends = this.endsOf(route);
    const shortest = this.within(ends, maxHops, true);
    if (shortest.length === 0 || shortest.length >= first || shortest[0]?.length === maxHops) return shortest;
    const all = this.within(ends, maxHops, false);
    return all.length >= shortest.length ? all : shortest;
  }

  private within(ends: Ends, maxHops: number, isShortest: boolean): HopFound[][] {
    const meeting = new Meeting(this.graph, ends, this.budget);
    try {
      let met = false;
      while (meeting.hops < maxHops && !meeting.isExhausted && !(met && isShortest)) {
        if (!meeting.advance()) return this.cutByBudget(meeting);
        met ||= meeting.meets();
      }
      const hops = met && isShortest ? meeting.hops : maxHops;
      const found = met ? this.pathsOf(ends, meeting, hops) : [];
      // Once more as far as is allowed will say what hubs may hide; unless what was wanted is found.
      if (!met || !isShortest || found.length >= this.question.first || hops === maxHops) {
        this.noteHubs(
          meeting,
          ends,
          found.length >= this.question.first ? (found.at(-1)?.length ?? hops) : maxHops,
        );
      }
      return found;
    } finally {
      const { forward, backward } = meeting;
      for (const wallet of [...forward.turnedAway, ...backward.turnedAway]) this.cuts.add(wallet, 'BUDGET');
      meeting.close();
    }
  }

  private pathsOf(ends: Ends, meeting: Meeting, maxHops: number): HopFound[][] {
    const found: HopFound[][] = [];
    if (!meeting.completeForward(maxHops)) {
      this.cutByBudget(meeting);
      return found;
    }
    const ways = new Backtrack(this.graph, ends, meeting, { maxHops, budget: this.budget });
    while (found.length < this.question.first) {
      const way = ways.next();
      if (!way) break;
      found.push(way);
    }
    if (ways.isCut) this.cuts.add(ends.to, 'BUDGET');
    return found;
  }

  private cutByBudget({ forward, backward }: Meeting): HopFound[][] {
    for (const side of [forward, backward]) {
      if (!side.isStopped) continue;
      for (const wallet of side.unfollowed()) this.cuts.add(wallet, 'BUDGET');
    }
    return [];
  }

  /**
   * Notes the hubs that may lie on a path of so many hops. One side met them, and the other side met them
   * near enough to its own end, or has not come so far.
   */
  private noteHubs(meeting: Meeting, ends: Ends, maxHops: number): void {
    const ahead = this.hubsOf(meeting.forward, ends);
    const behind = this.hubsOf(meeting.backward, ends);
    const unseen = meeting.unseenFrom();
    const nearestAhead = Math.min(unseen.forward, ...ahead.values());
    const nearestBehind = Math.min(unseen.backward, ...behind.values());
    const sides = [
      [ahead, nearestBehind],
      [behind, nearestAhead],
    ] as const;
    for (const [hubs, others] of sides) {
      for (const [wallet, hops] of hubs) {
        if (hops + others <= maxHops) this.cuts.add(wallet, hubReason(this.mark(wallet)));
      }
    }
  }

  /** The hubs that a side met, with the fewest hops to each. */
  private hubsOf(side: AssetFrontiers, { from, to, asset: first }: Ends): Map<number, number> {
    const hubs = new Map<number, number>();
    for (const { asset, frontier, label } of side.labels()) {
      const wallet = frontier.labels.walletOf(label);
      const isEnd = wallet === to || (wallet === from && asset === first);
      if (isEnd || (this.mark(wallet) & hub) === 0) continue;
      hubs.set(wallet, Math.min(frontier.labels.hopsOf(label), hubs.get(wallet) ?? Infinity));
    }
    return hubs;
  }

  private mark(wallet: number): number {
    return this.question.marks[wallet] ?? 0;
  }
}

/** Fewest hops; then by rows from the last back to the first; then in the order of the payers' numbers. */
function comparePaths(a: readonly HopFound[], b: readonly HopFound[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const part of ['row', 'from'] as const) {
    for (let i = a.length - 1; i >= 0; i--) {
      const difference = (a[i]?.[part] ?? 0) - (b[i]?.[part] ?? 0);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}
