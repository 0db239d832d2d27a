import type { HasCrossings } from '../crossing/crossing.context';
import { sinceLastCrossing } from '../crossing/crossing.rules';
import type { HasTransfers } from '../transfer/transfer.context';
import { hopsAlong } from './hopsAlong';
import { hopView } from './hop.view';
import type { PathView } from './path.type';
import { payersAlong, smallest } from './trace.rules';

/** Loads a path as a client sees it, from the wallet where it starts and the seqs of its hops. */
export async function pathAlong(
  { startId, seqs }: { readonly startId: string; readonly seqs: readonly number[] },
  context: HasTransfers & HasCrossings,
): Promise<PathView> {
  const way = await hopsAlong(seqs, context);
  const payers = payersAlong({ startId }, way);
  const hops = way.hops.map((movement, i) =>
    hopView(movement, payers[i] ?? movement.toId, way.crossings[i] ?? null),
  );
  return {
    hops,
    amount: smallest(sinceLastCrossing(hops, ({ asset }) => asset.id).map((hop) => hop.amount)),
    illustrative: [...hops, ...way.crossings].some((fact) => fact?.illustrative === true),
  };
}
