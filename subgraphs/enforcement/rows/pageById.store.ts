import type { Model, QueryFilter } from 'mongoose';
import { countOnDemand, type Page, type PageArguments, pageOfRead } from '../../../shared/pagination/page';

/**
 * Returns a page of the rows that match a filter, sorted by id. The count is of the same filter, so both
 * always agree.
 */
export async function pageById<Row extends { readonly _id: string }>(
  model: Model<Row>,
  filter: QueryFilter<Row>,
  { first, after }: PageArguments,
): Promise<Page<Row>> {
  const rest = after === null ? filter : { $and: [filter, { _id: { $gt: after } }] };
  const read = await model
    .find(rest)
    .sort({ _id: 1 })
    .limit(first + 1)
    .lean<Row[]>();
  return pageOfRead(
    read,
    first,
    countOnDemand(() => model.countDocuments(filter).exec()),
  );
}
