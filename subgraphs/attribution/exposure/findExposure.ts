import { chunksOf } from '../../../shared/batch/chunks';
import type { AttributionRecord } from '../attribution/attribution.record';
import type { TransferGraph } from '../tracing/engine/graph/transferGraph';
import type { ExposureAnswer } from '../tracing/engine/taint/exposureOf';
import type { Claim, ExposureQuestion, ExposureTask } from '../tracing/engine/taint/exposureQuestion';
import { RegionSearch } from '../tracing/engine/taint/region';
import type { TaintMethod } from '../tracing/engine/taint/taintMethod';
import { groupBy } from '../rows/groupBy';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import { claimsOf } from './claims.rules';
import { exposurePolicy } from './exposurePolicy';
import { counted, runSequentially, rejectLate, workClock } from './searchInTurns';

export interface AskedExposure {
  readonly walletId: string;
  readonly direction: 'IN' | 'OUT';
  readonly maxHops: number;
  readonly method: TaintMethod;
  /** Only what happened up to then; null: all. */
  readonly asOf: Date | null;
  readonly knownAt: Date;
}

export interface ExposureSources {
  /** One state of the transfers. */
  readonly graph: TransferGraph;
  /** Returns the statements about wallets that the caller may see, in any order. */
  statements(matchKeys: readonly string[]): Promise<readonly AttributionRecord[]>;
  /** Does the sweep, in a thread. */
  sweep(task: ExposureTask): Promise<ExposureAnswer>;
  /** Ends the search; omitted: it is not ended. */
  readonly signal?: AbortSignal;
}

/** An exposure, and whether funds move on beyond its hops. */
export interface ExposureFound extends ExposureAnswer {
  readonly hasMore: boolean;
}

/**
 * Finds the origin, or the destination, of a wallet's funds. Hop by hop, it reads the owners of the wallets
 * that are met (one read a hop and 1,000 wallets). Others are let on every few milliseconds. The sweep over
 * the region between is one task for a thread. Throws TRACING_DEADLINE.
 */
export async function findExposure(asked: AskedExposure, sources: ExposureSources): Promise<ExposureFound> {
  const { graph } = sources;
  const subject = graph.wallets.numberOf(asked.walletId);
  if (subject === undefined) return { snapshot: graph.seq, assets: [], cut: [], hasMore: false };
  const question: ExposureQuestion = {
    subject,
    direction: asked.direction,
    maxHops: asked.maxHops,
    until: asked.asOf?.getTime() ?? Infinity,
    budget: exposurePolicy.budget,
    maxSubjectRows: exposurePolicy.subjectRows,
  };
  const clock = workClock(sources.signal);
  const search = new RegionSearch(graph, question);
  const claims = new Map<number, readonly Claim[]>();
  const known = new Set<number>();
  for (
    let met = await runSequentially(search.meet(), clock);
    met;
    met = await runSequentially(search.meet(), clock)
  ) {
    const fresh = met.filter((wallet) => !known.has(wallet));
    for (const wallet of fresh) known.add(wallet);
    for await (const [wallet, claimed] of claimsOfWallets(fresh, asked, sources)) {
      claims.set(wallet, claimed);
      rejectLate(clock);
    }
    counted(clock, () => search.classify(claims));
  }
  const swept = await sources.sweep({ ...question, method: asked.method, regions: search.regions(), claims });
  return { ...swept, hasMore: search.hasMore };
}

async function* claimsOfWallets(
  wallets: readonly number[],
  { knownAt }: AskedExposure,
  { graph, statements }: ExposureSources,
): AsyncGenerator<readonly [number, readonly Claim[]]> {
  for (const chunk of chunksOf(wallets)) {
    const keys = chunk.map((wallet) => matchKeyOfId(graph.wallets.idOf(wallet)));
    const found = groupBy(await statements([...new Set(keys)]), ({ matchKey }) => matchKey);
    for (const [i, wallet] of chunk.entries()) {
      const claimed = claimsOf(found.get(keys[i] ?? '') ?? [], knownAt);
      if (claimed.length > 0) yield [wallet, claimed];
    }
  }
}
