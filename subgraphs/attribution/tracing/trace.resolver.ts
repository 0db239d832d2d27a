import { CordonError } from '../../../shared/errors/cordonError';
import type { HasCrossings } from '../crossing/crossing.context';
import type { HasDeposits } from '../deposit/deposit.context';
import type { HasTransfers } from '../transfer/transfer.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import { crossingsAlong } from './crossingsAlong';
import { isPath, traceView } from './trace.rules';
import type { TraceView } from './trace.type';
import { readTraceId } from './traceId';

export type TraceContext = HasCaller & HasTransfers & HasCrossings & HasDeposits;

/**
 * Resolves the trace behind an entity reference, from its id. An id that was not made here, or whose
 * transfers are missing or form no path, is an error, never "no such trace". So is one that ends at another
 * venue's account.
 */
export async function resolveTraceReference(
  reference: Readonly<Record<string, string>>,
  { movementBySeq, crossingByPlace, depositsByMatchKey, tenant }: TraceContext,
): Promise<TraceView> {
  const id = reference['id'] ?? '';
  const facts = readTraceId(id);
  const read = facts ? await Promise.all(facts.seqs.map((seq) => movementBySeq.load(String(seq)))) : [];
  const hops = read.filter((transfer) => transfer !== null);
  const way = { hops, crossings: await crossingsAlong(hops, crossingByPlace) };
  if (!facts || hops.length < read.length || !isPath(way, facts)) throw unknownTrace(id);
  // A trace of no hops is nothing but this wallet: it must be a deposit wallet for it to be one.
  const mustBeKnown = tenant !== null || hops.length === 0;
  if (mustBeKnown && (await depositsByMatchKey.load(matchKeyOfId(facts.walletId))).length === 0)
    throw unknownTrace(id);
  return traceView(facts, way);
}

const unknownTrace = (id: string) =>
  new CordonError('UNKNOWN_ENTITY', `there is no trace ${JSON.stringify(id.slice(0, 200))}`);
