import type { Model } from 'mongoose';
import type { AttributionRecord } from '../../attribution/attribution.record';
import { insertNew } from '../../../../shared/mongo/insertRows';
import type { TaggedStatement } from './readTagpack';

type Known = Pick<AttributionRecord, '_id' | 'walletId' | 'actorId'>;

/**
 * Stores the statements that are new, and returns their number. A tag that was exported from a stored
 * statement, of the same wallet and actor, is that statement.
 */
export async function storeTags(
  attributions: Model<AttributionRecord>,
  tags: readonly TaggedStatement[],
): Promise<number> {
  const fresh = new Map(tags.map(({ statement }) => [statement._id, statement]));
  const exported = tags.flatMap(({ exportedFrom }) => exportedFrom ?? []);
  const there = await attributions
    .find({ _id: { $in: [...fresh.keys(), ...exported] } }, { walletId: 1, actorId: 1 })
    .lean<Known[]>();
  const known = new Map(there.map((statement) => [statement._id, statement]));
  for (const { statement, exportedFrom } of tags) {
    const original = exportedFrom === null ? undefined : known.get(exportedFrom);
    const same =
      original?.walletId === statement.walletId && (original.actorId ?? null) === (statement.actorId ?? null);
    if (same || known.has(statement._id)) fresh.delete(statement._id);
  }
  // In the order of the store: neighbours are written together.
  const rows = [...fresh.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
  const lost = await insertNew(attributions, rows);
  return rows.length - lost.size;
}
