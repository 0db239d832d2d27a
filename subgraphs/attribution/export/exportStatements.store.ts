import type { Model } from 'mongoose';
import type { ActorStatement, AttributionRecord } from '../attribution/attribution.record';
import { assertionsInForce } from '../attribution/attribution.rules';

/** The filter of statements that anybody may see, and that are not made up. */
const shown = { audience: { $ne: 'HOUSE' as const }, illustrative: { $ne: true } };

/**
 * Streams the assertions in force, of one actor or of all, wallet by wallet. They are from public sources,
 * known by now, not retracted and not made up. Holds the statements of one wallet, or of the one actor.
 */
export async function* statementsInForce(
  attributions: Model<AttributionRecord>,
  { actorId, now }: { readonly actorId: string | null; readonly now: Date },
): AsyncGenerator<AttributionRecord> {
  const inForce = (statements: readonly AttributionRecord[]) =>
    assertionsInForce(statements, { minConfidence: 0, knownAt: now });
  if (actorId !== null) {
    const statements = attributions.find({ ...shown, actorId }).sort({ _id: 1 });
    yield* inForce(await statements.lean<ActorStatement[]>());
    return;
  }
  let wallet: AttributionRecord[] = [];
  const all = attributions.find(shown).sort({ matchKey: 1 }).lean<AttributionRecord>().cursor();
  for await (const statement of all as AsyncIterable<AttributionRecord>) {
    if (wallet[0] && wallet[0].matchKey !== statement.matchKey) {
      yield* inForce(wallet);
      wallet = [];
    }
    wallet.push(statement);
  }
  yield* inForce(wallet);
}
