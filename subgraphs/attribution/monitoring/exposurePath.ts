import type { ActorStatement } from '../attribution/attribution.record';
import { assertionsInForce } from '../attribution/attribution.rules';
import { walletsOfKey } from '../tracing/runtime/matchKeys';
import { exposurePolicy } from '../exposure/exposurePolicy';
import type { TransferGraph } from '../tracing/engine/graph/transferGraph';
import { marks, marksOf } from '../tracing/engine/search/marks';
import { comparePaths, type ReachStart } from '../tracing/engine/search/reach';
import type { Finding } from './finding.rules';
import type { Evaluation } from './evaluateSubject';
import { monitoringPolicy } from './monitoringPolicy';
import { minTraceConfidence } from '../attribution/confidence';

/** A way of funds between an owner's wallets and a watched one: the seqs of its hops. */
export interface ExposurePath {
  readonly seqs: readonly number[];
  /** The statements that the wallet at its other end is the owner's. */
  readonly statementIds: readonly string[];
}

/**
 * The shortest way by which a watched wallet is exposed to an actor, by the statements that say what is the actor's. Null
 * where no single way can be shown: no actor is named, or it is in another asset than the shortest.
 */
export async function exposurePath(
  finding: Finding,
  statements: readonly ActorStatement[],
  { view, knownAt }: Evaluation,
): Promise<ExposurePath | null> {
  const { graph } = view;
  const subject = graph.wallets.numberOf(finding.walletId ?? '');
  if (subject === undefined) return null;
  const owned = assertionsInForce(statements, { minConfidence: minTraceConfidence, knownAt }).map(
    (statement) => ({
      statement,
      wallets: walletsOfKey(graph, statement.matchKey),
    }),
  );
  const owners = [...new Set(owned.flatMap(({ wallets }) => wallets))];
  const isIn = finding.kind === 'EXPOSURE_IN';
  const starts = (isIn ? owners : [subject]).map(startAt);
  const arrivals = await arrivalsAt(isIn ? [subject] : owners, starts, view);
  const best = arrivals
    .filter(({ rows }) => rows.length > 0)
    .filter(({ rows }) => graph.assets[graph.columns.asset[rows[0] ?? 0] ?? 0] === finding.asset)
    .sort((a, b) => comparePaths(a.rows, b.rows))[0];
  if (!best) return null;
  const owner = isIn ? best.start : best.wallet;
  return {
    seqs: best.rows.map((row) => graph.columns.seq[row] ?? 0),
    statementIds: owned
      .filter(({ wallets }) => wallets.includes(owner))
      .map(({ statement }) => statement._id)
      .sort(),
  };
}

const startAt = (wallet: number): ReachStart => ({ actor: 0, wallet, from: -Infinity, until: Infinity });

/** The best ways to wallets, as if they, and no others, were custodial: where the search ends. */
async function arrivalsAt(ends: readonly number[], starts: readonly ReachStart[], view: Evaluation['view']) {
  const { graph } = view;
  const services: number[] = [];
  view.marks.forEach((mark, wallet) => {
    if (mark & marks.service && !ends.includes(wallet)) services.push(wallet);
  });
  const question = {
    starts,
    marks: marksOf(graph, { custodial: ends, services }),
    maxHops: exposurePolicy.defaultHops,
    budget: exposurePolicy.budget,
    // An exposure is of one asset: no value is carried across.
    withinAsset: true,
  };
  return (await view.ask('reach', question)).arrivals;
}

/**
 * Returns the transfers of an asset that a wallet received, or sent, after a state of the transfers: the
 * newest of them, by seq.
 */
export function newTransfersAt(finding: Finding, seqBefore: number, graph: TransferGraph): number[] {
  const wallet = graph.wallets.numberOf(finding.walletId ?? '');
  if (wallet === undefined) return [];
  const { starts, rows } = finding.kind === 'EXPOSURE_IN' ? graph.in : graph.out;
  const found = new Set<number>();
  const end = starts[wallet + 1] ?? 0;
  const first = Math.max(starts[wallet] ?? 0, end - monitoringPolicy.transfersLookedAt);
  for (let at = end - 1; at >= first && found.size < monitoringPolicy.namedTransfers; at--) {
    const row = rows[at] ?? 0;
    const seq = graph.columns.seq[row] ?? 0;
    if (seq > seqBefore && graph.assets[graph.columns.asset[row] ?? 0] === finding.asset) found.add(seq);
  }
  return [...found].sort((a, b) => a - b);
}
