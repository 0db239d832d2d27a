import type DataLoader from 'dataloader';
import { loadOne } from '../../../shared/batch/loaders';
import type { ClaimRecord } from './claim.record';
import type { ClaimView } from './claim.rules';
import type { ClaimStore } from './claim.store';

/** The claim of an id: itself, or the one that stands for it where a case that was loaded later has the same. */
export function claimLoader(claims: ClaimStore, view: ClaimView): DataLoader<string, ClaimRecord | null> {
  return loadOne<string, ClaimRecord & { readonly askedId?: string }>(
    async (ids) => {
      const found = await claims.byIds(view, ids);
      const coveringIds = found.flatMap(({ coveredBy }) => (coveredBy ? [coveredBy] : []));
      if (coveringIds.length === 0) return found;
      const standIns = new Map((await claims.byIds(view, coveringIds)).map((claim) => [claim._id, claim]));
      return found.map((claim) => {
        const standIn = claim.coveredBy ? standIns.get(claim.coveredBy) : undefined;
        return standIn ? { ...standIn, askedId: claim._id } : claim;
      });
    },
    ({ _id, askedId }) => askedId ?? _id,
  );
}
