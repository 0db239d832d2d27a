import type { Model } from 'mongoose';
import type { LoadedCaseRecord } from '../../../shared/case/loadedCase.record';
import type { ListVersionRecord } from './listVersion.record';

export interface EditionModels {
  readonly listVersions: Model<ListVersionRecord>;
  readonly loadedCases: Model<LoadedCaseRecord>;
}

/**
 * Returns a function that reads, in one query, which versions of lists and editions of cases there are. The text changes
 * exactly when a version is published or withdrawn, or a case is loaded: also with a load that only restores an edition
 * after another was cut off, as what was read in between is a mixture of the two.
 */
export function editionsInForce({ listVersions, loadedCases }: EditionModels): () => Promise<string> {
  const cases = [{ $sort: { _id: 1 as const } }, { $project: { digest: 1, loadedAt: 1 } }];
  return async () => {
    const found = await listVersions.aggregate<object>([
      { $sort: { _id: 1 } },
      { $project: { digest: 1 } },
      { $unionWith: { coll: loadedCases.collection.collectionName, pipeline: cases } },
    ]);
    return JSON.stringify(found);
  };
}
