import type { Model, PipelineStage } from 'mongoose';
import type { LoadedCaseRecord } from '../../../shared/case/loadedCase.record';

export interface ImportModels {
  readonly loadedCases: Model<LoadedCaseRecord>;
  /** Where it is noted whether lists were published that are not here. */
  readonly listingSyncs: { readonly collection: { readonly collectionName: string } };
}

/** A row of `unfinishedStages`. */
export interface UnfinishedRow {
  /** Names the case, or the publication of lists. */
  readonly unfinished: string;
}

/** What a case that is being loaded, or was cut off, is in a row of its own. */
const loadingCases = [
  { $match: { loading: true } },
  { $sort: { _id: 1 as const } },
  { $project: { _id: 0, unfinished: '$_id' } },
];

/** Stages of an aggregation of loaded cases that leave a row for each import that is not wholly here: cases, and published lists. */
export function unfinishedStages({
  listingSyncs,
}: Pick<ImportModels, 'listingSyncs'>): (
  PipelineStage.Match | PipelineStage.Sort | PipelineStage.Project | PipelineStage.UnionWith
)[] {
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
