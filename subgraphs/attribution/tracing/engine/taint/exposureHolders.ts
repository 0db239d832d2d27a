import {
  type Claim,
  type CutCause,
  type Claims,
  type ExposureTask,
  holdsAt,
  type Region,
} from './exposureQuestion';
import type { HolderNames } from './flowBuilder';
import { type Holders, markOf } from './flows';

/**
 * The parts that are told apart beside taint in a wallet's receipts. Also the order in which equal remainders
 * are served.
 */
export const untaintedOrigins = ['OWN', 'ISSUED', 'HUB', 'BUDGET', 'HOPS', 'UNSEEN'] as const;
type UntaintedOrigin = (typeof untaintedOrigins)[number];

const fixed = { passing: 0, issue: 1, fee: 2, nobody: 3, HOPS: 4, HUB: 5, BUDGET: 6, subject: 7 } as const;
const firstGroup = 8;

/** The owners named for a wallet at a time: wallets with the same named owners are treated as one. */
export interface Group {
  readonly owners: readonly string[];
  readonly categories: readonly string[];
  readonly holder: number;
}

/**
 * The holders of one asset's flows. There is one for each wallet that is examined, and one for each set of
 * owners, as their wallets at that time are treated as one. Further holders are the subject, and the wallets
 * behind each cause of a cut.
 */
export class ExposureHolders implements HolderNames {
  readonly passing = fixed.passing;
  readonly issue = fixed.issue;
  readonly fee = fixed.fee;
  readonly nobody = fixed.nobody;
  readonly subject = fixed.subject;
  private readonly open = new Map<number, number>();
  private readonly groups = new Map<string, Group>();
  private readonly claims: Claims;
  private count = firstGroup;

  constructor(
    private readonly task: ExposureTask,
    private readonly region: Region,
  ) {
    this.claims = task.claims;
  }

  payer(wallet: number, at: number): number {
    return this.holderOf(wallet, at);
  }

  payee(wallet: number, at: number): number {
    return this.holderOf(wallet, at);
  }

  cut(cause: CutCause): number {
    return fixed[cause];
  }

  /** The groups in the order of their names: that of their labels. */
  groupsInOrder(): Group[] {
    return [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  }

  openHolders(): Iterable<number> {
    return this.open.values();
  }

  /** IN: every group is a taint, and the subject's own funds are told apart. */
  receiving(): Holders {
    const groups = this.groupsInOrder();
    const label = (origin: UntaintedOrigin) => groups.length + untaintedOrigins.indexOf(origin);
    const marks = new Int32Array(this.count).fill(-1);
    marks.fill(markOf(label('UNSEEN'), false), fixed.issue, firstGroup);
    marks[fixed.issue] = markOf(label('ISSUED'), false);
    for (const cause of ['HUB', 'BUDGET', 'HOPS'] as const) marks[fixed[cause]] = markOf(label(cause), false);
    marks[fixed.subject] = markOf(label('OWN'), false);
    groups.forEach(({ holder }, group) => (marks[holder] = markOf(group, true)));
    return {
      count: this.count,
      marks,
      passing: fixed.passing,
      taints: groups.length,
      unseen: label('UNSEEN'),
    };
  }

  /** OUT: the subject's funds are the one taint, and all else is one. */
  sending(): Holders {
    const marks = new Int32Array(this.count).fill(-1);
    marks.fill(markOf(1, false), fixed.issue, firstGroup);
    for (const { holder } of this.groups.values()) marks[holder] = markOf(1, false);
    marks[fixed.subject] = markOf(0, true);
    return { count: this.count, marks, passing: fixed.passing, taints: 1, unseen: 1 };
  }

  private holderOf(wallet: number, at: number): number {
    if (wallet < 0) return fixed.nobody;
    if (wallet === this.task.subject) return fixed.subject;
    const claims = this.claims.get(wallet)?.filter((claim) => holdsAt(claim, at)) ?? [];
    if (claims.length > 0) return this.groupOf(claims).holder;
    const role = this.region.roles.get(wallet) ?? 'HOPS';
    if (role !== 'OPEN') return fixed[role];
    const holder = this.open.get(wallet) ?? this.count++;
    this.open.set(wallet, holder);
    return holder;
  }

  private groupOf(claims: readonly Claim[]): Group {
    const named = claims.map(({ owner, categories }) => JSON.stringify([owner, ...categories]));
    const key = [...new Set(named)].sort().join();
    const known = this.groups.get(key) ?? {
      owners: [...new Set(claims.map(({ owner }) => owner))],
      categories: [...new Set(claims.flatMap(({ categories }) => categories))],
      holder: this.count++,
    };
    this.groups.set(key, known);
    return known;
  }
}
