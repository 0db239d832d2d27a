import type { Model } from 'mongoose';
import type { AccountRecord } from '../account/account.record';
import type { MeasureRecord } from '../measure/measure.record';
import { notRetracted } from '../projection/projectionFields.record';
import { type Tenant, ofTenant } from '../rows/tenancy';
import type { VenueRecord } from '../venue/venue.record';

/** The rows of accounts that funds reached, with all that is decided on. */
export interface TracedRows {
  readonly accounts: readonly AccountRecord[];
  /** Also ended and retracted ones, sorted by account and beginning. */
  readonly measures: readonly MeasureRecord[];
  readonly venues: readonly VenueRecord[];
}

/** Reads accounts, their measures and their venues together: three reads a question cost thrice as much. */
export interface TracedAccountStore {
  /** One query. The tenant is part of it. */
  byIds(tenant: Tenant, ids: readonly string[]): Promise<TracedRows>;
}

export interface TracedModels {
  readonly accounts: Model<AccountRecord>;
  readonly measures: Model<MeasureRecord>;
  readonly venues: Model<VenueRecord>;
}

/** A row of the aggregation: of one of the three collections. */
interface TracedRow {
  readonly account?: AccountRecord;
  readonly measure?: MeasureRecord;
  readonly venue?: VenueRecord;
}

export function tracedAccountStore({ accounts, measures, venues }: TracedModels): TracedAccountStore {
  const union = ({ collection }: { readonly collection: { readonly collectionName: string } }) =>
    collection.collectionName;
  return {
    async byIds(tenant, ids) {
      const found = await accounts.aggregate<TracedRow>([
        { $match: { _id: { $in: [...ids] }, ...notRetracted, ...ofTenant(tenant) } },
        { $project: { _id: 0, account: '$$ROOT' } },
        {
          $unionWith: {
            coll: union(measures),
            pipeline: [
              { $match: { accountId: { $in: [...ids] }, ...ofTenant(tenant) } },
              { $sort: { accountId: 1, from: 1, _id: 1 } },
              { $project: { _id: 0, measure: '$$ROOT' } },
            ],
          },
        },
        {
          $unionWith: {
            coll: union(venues),
            pipeline: [
              { $match: { _id: { $in: venueIdsOf(ids) }, ...notRetracted } },
              { $project: { _id: 0, venue: '$$ROOT' } },
            ],
          },
        },
      ]);
      return {
        accounts: found.flatMap(({ account }) => account ?? []),
        measures: found.flatMap(({ measure }) => measure ?? []),
        venues: found.flatMap(({ venue }) => venue ?? []),
      };
    },
  };
}

/** An account's id begins with its venue's. */
const venueIdsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => id.split(':', 1)[0] ?? ''))];
