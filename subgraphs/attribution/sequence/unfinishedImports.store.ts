import type { Model, PipelineStage } from 'mongoose';
import type { LoadedCaseRecord } from '../../../shared/case/loadedCase.record';

export interface ImportModels {
  readonly loadedCases: Model<LoadedCaseRecord>;
  /** Notes whether lists were published that are not here. */
  readonly listingSyncs: { readonly collection: { readonly collectionName: string } };
}

/** A row of `unfinishedStages`. */
export interface UnfinishedRow {
  /** Names the case, or the publication of lists. */
  readonly unfinished: string;
}

/** A stage that may also stand in the pipeline of a union. */
type UnionStage = Exclude<PipelineStage, PipelineStage.Merge | PipelineStage.Out>;

/** Stages that leave a row for each case that is being loaded, or whose load was cut off. */
const loadingCases: UnionStage[] = [
  { $match: { loading: true } },
  { $sort: { _id: 1 } },
  { $project: { _id: 0, unfinished: '$_id' } },
];

/** Stages of an aggregation of loaded cases that leave a row for each import that is not wholly here: cases, and published lists. */
export function unfinishedStages({ listingSyncs }: Pick<ImportModels, 'listingSyncs'>): UnionStage[] {
  const due = [
    { $match: { _id: 'lists', due: true } },
    { $project: { _id: 0, unfinished: { $literal: 'a publication of lists' } } },
  ];
  return [...loadingCases, { $unionWith: { coll: listingSyncs.collection.collectionName, pipeline: due } }];
}

/** Returns a function that reads, in one query, which imports are not wholly here. */
export function unfinishedImports(models: ImportModels) {
  const pipeline = unfinishedStages(models);
  return async (): Promise<readonly string[]> => {
    const found = await models.loadedCases.aggregate<UnfinishedRow>(pipeline);
    return found.map(({ unfinished }) => unfinished);
  };
}
