import type { Model } from 'mongoose';
import { replaceById } from '../../../shared/mongo/replaceById';
import { unordered } from '../../../shared/mongo/unordered';
import type { ClaimRecord } from './claim.record';
import { agreement, isImported, isSameClaim } from './sameClaim.rules';

/**
 * Stores claims of a case by their ids. A claim that a file brought in before and that is the same stays, and is covered:
 * the case's is shown in its place. Where another edition says something else there, the imported one is shown again.
 * Can be done again at any moment.
 */
export async function storeCaseClaims(
  claims: Model<ClaimRecord>,
  batch: readonly ClaimRecord[],
): Promise<void> {
  await replaceById(claims, batch);
  const texts = [...new Set(batch.map(({ place }) => place.textSha256))];
  const ids = new Set(batch.map(({ _id }) => _id));
  const there = await claims
    .find({ $or: [{ 'place.textSha256': { $in: texts } }, { coveredBy: { $in: [...ids] } }] })
    .lean<ClaimRecord[]>();
  const covers = there.flatMap((imported) => {
    const coveredBy = imported.coveredBy ?? null;
    if (!isImported(imported._id) || (coveredBy !== null && !ids.has(coveredBy))) return [];
    const [best] = batch
      .filter((claim) => isSameClaim(claim, imported))
      .sort((a, b) => agreement(b, imported) - agreement(a, imported));
    const now = best?._id ?? null;
    return now === coveredBy ? [] : [{ _id: imported._id, coveredBy: now }];
  });
  if (covers.length === 0) return;
  await claims.bulkWrite(
    covers.map(({ _id, coveredBy }) => ({ updateOne: { filter: { _id }, update: { $set: { coveredBy } } } })),
    unordered,
  );
}
