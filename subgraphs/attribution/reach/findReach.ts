import { chunksOf } from '../../../shared/batch/chunks';
import type { AttributionRecord } from '../attribution/attribution.record';
import { claimsOf } from '../exposure/claims.rules';
import { groupBy } from '../rows/groupBy';
import { type Claim, holdsAt } from '../tracing/engine/taint/exposureQuestion';
import type { WalletReachAnswer, WalletReachQuestion } from '../tracing/engine/search/walletReach';
import type { TracingView } from '../tracing/runtime/transferEngine';
import { matchKeyOfId } from '../wallet/matchKeyOfId';

export interface AskedReach {
  readonly walletId: string;
  readonly direction: WalletReachQuestion['direction'];
  readonly maxHops: number;
  /** Only what happened and held up to then; null: all. */
  readonly asOf: Date | null;
  readonly knownAt: Date;
}

/** Reads the statements about wallets that the caller may see. */
export type ReadStatements = (matchKeys: readonly string[]) => Promise<readonly AttributionRecord[]>;

/** A wallet that was reached, and that is custodial or that somebody is named for. */
export interface ReachFinding {
  readonly walletId: string;
  readonly custodial: boolean;
  readonly names: readonly { readonly owner: string; readonly heldThen: boolean }[];
  readonly categories: readonly string[];
  /** The hops of the path, by their seqs, in the order of time. */
  readonly seqs: readonly number[];
  /** The wallet that pays the first hop. */
  readonly startId: string;
}

export interface ReachFound extends Pick<WalletReachAnswer, 'cuts' | 'completeness'> {
  /** The nearest first, then by id. */
  readonly findings: readonly ReachFinding[];
  readonly walletCount: number;
}

/**
 * Finds the wallets that a wallet's funds went to, or came from, and that are custodial or have a named
 * owner. The search goes on behind a wallet with a named owner, as a trace does. It is cut at the marks of
 * the view, which are the tenant's.
 */
export async function findReach(
  { walletId, direction, maxHops, asOf, knownAt }: AskedReach,
  view: TracingView,
  statements: ReadStatements,
): Promise<ReachFound> {
  const { graph } = view;
  const wallet = graph.wallets.numberOf(walletId);
  if (wallet === undefined) {
    return { findings: [], walletCount: 0, cuts: { count: 0, first: [] }, completeness: 'COMPLETE' };
  }
  const question = { wallet, direction, maxHops };
  const answer = await view.walletReach(asOf ? { ...question, until: asOf.getTime() } : question);
  const findings: ReachFinding[] = [];
  for (const chunk of chunksOf(answer.reached)) {
    const ids = chunk.map((reached) => graph.wallets.idOf(reached.wallet));
    const keys = ids.map(matchKeyOfId);
    const statementsByKey = groupBy(await statements([...new Set(keys)]), ({ matchKey }) => matchKey);
    for (const [i, { isCustodial, rows }] of chunk.entries()) {
      const claims = claimsOf(statementsByKey.get(keys[i] ?? '') ?? [], knownAt).filter(
        ({ from }) => !asOf || from <= asOf.getTime(),
      );
      if (!isCustodial && claims.length === 0) continue;
      const at = graph.columns.at[(direction === 'OUT' ? rows.at(-1) : rows[0]) ?? 0] ?? 0;
      findings.push({
        walletId: ids[i] ?? '',
        custodial: isCustodial,
        names: namesOf(claims, at),
        categories: [...new Set(claims.flatMap(({ categories }) => categories))].sort(),
        seqs: rows.map((row) => graph.columns.seq[row] ?? 0),
        startId: direction === 'OUT' ? walletId : (ids[i] ?? ''),
      });
    }
  }
  findings.sort((a, b) => a.seqs.length - b.seqs.length || (a.walletId < b.walletId ? -1 : 1));
  const { cuts, completeness, reached } = answer;
  return { findings, walletCount: reached.length, cuts, completeness };
}

/** Each owner once: one that held the wallet then by any statement did. */
function namesOf(claims: readonly Claim[], at: number) {
  const names = new Map<string, boolean>();
  for (const claim of claims) {
    names.set(claim.owner, (names.get(claim.owner) ?? false) || holdsAt(claim, at));
  }
  return [...names].map(([owner, heldThen]) => ({ owner, heldThen }));
}
