/** The stages whose result depends on nothing but the documents that they are given, or the collection that they name. */
const knownStages: ReadonlySet<string> = new Set([
  '$addFields',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$set',
  '$skip',
  '$sort',
  '$unionWith',
  '$unwind',
]);

interface Reading {
  readonly coll?: unknown;
  readonly from?: unknown;
  readonly pipeline?: unknown;
}

/**
 * Returns the collections that a pipeline reads beside its own; undefined where it has a stage whose result may differ
 * though no collection has changed.
 */
export function pipelineCollections(pipeline: readonly object[]): readonly string[] | undefined {
  const found: string[] = [];
  return addCollections(pipeline, found) ? found : undefined;
}

function addCollections(pipeline: readonly object[], found: string[]): boolean {
  return pipeline.every((stage, at) => {
    const [[name, value] = ['', undefined], ...others] = Object.entries(stage) as [string, unknown][];
    if (others.length > 0) return false;
    if (name === '$collStats') return isCount(value) && keepsCountOnly(pipeline[at + 1]);
    if (!knownStages.has(name)) return false;
    if (name !== '$lookup' && name !== '$unionWith') return true;
    const { coll, from, pipeline: within = [] } = value as Reading;
    const collection = typeof value === 'string' ? value : (coll ?? from);
    if (typeof collection !== 'string' || !Array.isArray(within)) return false;
    found.push(collection);
    return addCollections(within as object[], found);
  });
}

/** The number of documents changes with its collection only; other statistics with time. */
const isCount = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'count';

/** The time of the reading, which stands beside the count, has to be left out. */
const keepsCountOnly = (stage: { readonly $project?: object } = {}): boolean =>
  Object.entries(stage.$project ?? {}).some(([, value]) => value === '$count') &&
  Object.entries(stage.$project ?? {}).every(
    ([name, value]) => value === '$count' || (name === '_id' && value === 0),
  );
