import type { Model } from 'mongoose';
import type { LoadedCaseRecord } from '../../../shared/case/loadedCase.record';
import type { ListVersionRecord } from './listVersion.record';

export interface EditionModels {
  readonly listVersions: Model<ListVersionRecord>;
  readonly loadedCases: Model<LoadedCaseRecord>;
}

/** A version of a list, or with `loadedAt` the edition of a case. */
interface EditionRow {
  readonly _id: string;
  readonly digest: string | null;
  readonly loadedAt?: Date | null;
}

const casesById = [
  { $sort: { _id: 1 as const } },
  { $project: { digest: 1, loadedAt: { $ifNull: ['$loadedAt', null] } } },
];

/**
 * Returns a function that reads, in one query, the versions of lists and the editions of cases. The text
 * changes exactly when a version is published or withdrawn, or a case is loaded. It changes too with a load
 * that only restores an edition after another was cut off: data read in between is a mixture of the two.
 * Attribution stores it.
 */
export function editionsInForce({ listVersions, loadedCases }: EditionModels): () => Promise<string> {
  return async () => {
    const found = await listVersions.aggregate<EditionRow>([
      { $sort: { _id: 1 } },
      { $project: { digest: 1 } },
      { $unionWith: { coll: loadedCases.collection.collectionName, pipeline: casesById } },
    ]);
    const lists = found.filter(({ loadedAt }) => loadedAt === undefined);
    const cases = found.filter(({ loadedAt }) => loadedAt !== undefined);
    return `${lists.map(versionText).join('\n')}\n\n${cases.map(caseText).join('\n')}`;
  };
}

const versionText = ({ _id, digest }: EditionRow) => `${_id}#${digest}`;

const caseText = (row: EditionRow) => `${versionText(row)}@${row.loadedAt?.toISOString() ?? 'never'}`;
