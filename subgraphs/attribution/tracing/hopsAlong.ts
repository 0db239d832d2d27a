import type { HasCrossings } from '../crossing/crossing.context';
import type { HasTransfers } from '../transfer/transfer.context';
import { crossingsAlong } from './crossingsAlong';
import type { TraceHops } from './trace.rules';

/** Loads the hops of a path by their seqs, and the crossings between them. Throws where a transfer is missing. */
export async function hopsAlong(
  seqs: readonly number[],
  { movementBySeq, crossingByPlace }: HasTransfers & HasCrossings,
): Promise<TraceHops> {
  const hops = await Promise.all(
    seqs.map(async (seq) => {
      const movement = await movementBySeq.load(String(seq));
      if (!movement) throw new Error(`the transfer with seq ${seq} is missing from the store`);
      return movement;
    }),
  );
  return { hops, crossings: await crossingsAlong(hops, crossingByPlace) };
}
