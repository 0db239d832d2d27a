import { isDeepStrictEqual } from 'node:util';
import type { Model } from 'mongoose';
import type { AttributionRecord } from './attribution.record';
import { insertNew } from '../../../shared/mongo/insertRows';

/**
 * Stores the statements of a case about wallets. A change from the edition before is a correction: the
 * earlier statement is retracted as of now, and the new one, `<id> #<n>`, is known since now. So earlier
 * answers can still be given as of then. A run after a cut-off one completes it.
 */
export async function storeCaseStatements(
  attributions: Model<AttributionRecord>,
  batch: readonly AttributionRecord[],
  now = new Date(),
): Promise<void> {
  const matchKeys = [...new Set(batch.map(({ matchKey }) => matchKey))];
  const there = await attributions.find({ matchKey: { $in: matchKeys } }).lean<AttributionRecord[]>();
  const known = new Map(there.map((statement) => [statement._id, statement]));
  const fresh = batch.flatMap((statement) => {
    let [latest, n] = [known.get(statement._id), 1];
    if (!latest) return [statement];
    for (let next; (next = known.get(`${statement._id} #${n + 1}`)); n++) latest = next;
    if (haveSameFacts(latest, statement)) return [];
    return [takenBack(latest, now), { ...statement, _id: `${statement._id} #${n + 1}`, knownSince: now }];
  });
  await insertNew(attributions, fresh);
}

const facts = ['confidenceId', 'method', 'heldFrom', 'heldTo', 'illustrative', 'source'] as const;

/** But for `knownSince`, which a correction has from its day. */
function haveSameFacts(one: AttributionRecord, other: AttributionRecord): boolean {
  const contentOf = (statement: AttributionRecord) =>
    JSON.parse(JSON.stringify(facts.map((name) => statement[name] ?? null))) as unknown;
  return isDeepStrictEqual(contentOf(one), contentOf(other));
}

function takenBack(statement: AttributionRecord, now: Date): AttributionRecord {
  return {
    ...statement,
    _id: `${statement._id} taken back`,
    stance: 'RETRACTS',
    method: 'a later edition of the case says otherwise',
    knownSince: now,
    retracts: statement._id,
  };
}
