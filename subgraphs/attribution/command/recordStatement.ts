import type { HasAttributions } from '../attribution/attribution.context';
import type { AttributionRecord } from '../attribution/attribution.record';
import { type AttributionView, attributionsAt } from '../attribution/attribution.rules';
import type { HasManualAttributions } from '../manual/manualAttribution.context';
import type { HasCaller } from '../vocabulary/hasCaller';

export type ManualContext = HasCaller & HasAttributions & HasManualAttributions;

/** Stores a statement, and returns its status among all statements of its wallet. */
export async function recordStatement(
  statement: AttributionRecord,
  context: ManualContext,
): Promise<AttributionView> {
  const { stores, now, attributionsByMatchKey, attributionsByActor } = context;
  const stored = await stores.manualAttributions.add(statement);
  attributionsByMatchKey.clear(stored.matchKey);
  if (stored.actorId) attributionsByActor.clear(stored.actorId);
  const all = await attributionsByMatchKey.load(stored.matchKey);
  const known = stored.knownSince > now ? stored.knownSince : now;
  const view = attributionsAt(all, { asOf: null, knownAt: known }).find(({ _id }) => _id === stored._id);
  if (!view) throw new Error(`the statement ${stored._id} was stored and is missing`);
  return view;
}
