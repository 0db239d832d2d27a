import { walletOfId } from '../../../shared/caip/wallet';
import { ownerOfKey } from '../exposure/claims.rules';
import { cutsView } from '../tracing/cuts.view';
import type { TransferGraph } from '../tracing/engine/graph/transferGraph';
import { snapshotId } from '../tracing/traceId';
import type { AskedReach, ReachFinding, ReachFound } from './findReach';
import type { ReachedNameView, WalletReachFacts } from './reach.type';

/** A reach as a client sees it, with its findings for the pages of wallets. */
export interface WalletReachView extends WalletReachFacts {
  readonly findings: readonly ReachFinding[];
}

export function reachView(
  { findings, walletCount, cuts, completeness }: ReachFound,
  { direction }: AskedReach,
  graph: TransferGraph,
): WalletReachView {
  return {
    direction,
    completeness,
    snapshot: snapshotId(graph.seq),
    walletCount,
    findings,
    actors: grouped(findings, ({ names }) => names.map(({ owner }) => owner)).map(({ name, ...group }) => {
      const { actorId, label } = ownerOfKey(name);
      return { ...group, actor: actorId === null ? null : { id: actorId }, label };
    }),
    categories: grouped(findings, ({ categories }) => categories).map(({ name, ...group }) => ({
      ...group,
      category: name,
    })),
    ...cutsView(cuts, graph),
  };
}

/** Returns the named owners, as a client sees them. */
export const namesView = ({ names }: ReachFinding): ReachedNameView[] =>
  names.map(({ owner, heldThen }) => {
    const { actorId, label } = ownerOfKey(owner);
    return { actor: actorId === null ? null : { id: actorId }, label, heldThen };
  });

/** By each name that findings have, the nearest first: their order is that of the findings. */
function grouped(findings: readonly ReachFinding[], namesOf: (finding: ReachFinding) => readonly string[]) {
  const groups = new Map<string, ReachFinding[]>();
  for (const finding of findings) {
    for (const name of namesOf(finding)) {
      const known = groups.get(name);
      if (known) known.push(finding);
      else groups.set(name, [finding]);
    }
  }
  return [...groups].map(([name, [nearest, ...others]]) => ({
    name,
    wallets: 1 + others.length,
    hops: nearest?.seqs.length ?? 0,
    nearest: walletOfId(nearest?.walletId ?? ''),
  }));
}
