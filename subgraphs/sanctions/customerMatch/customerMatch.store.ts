import type { Model, QueryFilter } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { rejectedPlaces } from '../../../shared/mongo/duplicateKeys';
import { type Page, type PageArguments, pageOfRead } from '../../../shared/pagination/page';
import type { Tenant } from '../customer/tenant.rules';
import type { CustomerMatchRecord } from './customerMatch.record';

/** The only place that reads and writes matches of customers. `reader` is the venue of a partner, who sees no other's. */
export interface CustomerMatchStore {
  /** Those that are present, the highest score first. */
  ofCustomers(customerIds: readonly string[], reader: Tenant): Promise<CustomerMatchRecord[]>;
  byIds(ids: readonly string[], reader: Tenant): Promise<CustomerMatchRecord[]>;
  /** Those that are present, by id. */
  page(reader: Tenant, page: PageArguments): Promise<Page<CustomerMatchRecord>>;
  /** All of these customers, also those that are no longer present. */
  everOfCustomers(customerIds: readonly string[]): Promise<CustomerMatchRecord[]>;
  /** All with these entries, also those that are no longer present. */
  everOfEntries(list: string, entries: readonly string[]): Promise<CustomerMatchRecord[]>;
  /** Stores matches as they are now. One that was stored of a later state, or with more alerts, stays. */
  put(matches: readonly CustomerMatchRecord[]): Promise<void>;
}

const visibleTo = (reader: Tenant): QueryFilter<CustomerMatchRecord> =>
  reader === null ? {} : { tenant: reader };

export function customerMatchStore(matches: Model<CustomerMatchRecord>): CustomerMatchStore {
  const inBatches = async (
    keys: readonly string[],
    filterOf: (batch: string[]) => QueryFilter<CustomerMatchRecord>,
  ) => {
    const found: CustomerMatchRecord[] = [];
    for (const batch of chunksOf(keys))
      found.push(...(await matches.find(filterOf(batch)).lean<CustomerMatchRecord[]>()));
    return found;
  };
  return {
    async ofCustomers(customerIds, reader) {
      const found = await inBatches(customerIds, (batch) => ({
        customerId: { $in: batch },
        isPresent: true,
        ...visibleTo(reader),
      }));
      return found.sort((a, b) => b.score - a.score || (a._id < b._id ? -1 : 1));
    },
    byIds: (ids, reader) => inBatches(ids, (batch) => ({ _id: { $in: batch }, ...visibleTo(reader) })),
    async page(reader, { first, after }) {
      const filter: QueryFilter<CustomerMatchRecord> = { isPresent: true, ...visibleTo(reader) };
      const beyond: QueryFilter<CustomerMatchRecord> = after === null ? {} : { _id: { $gt: after } };
      const read = await matches
        .find({ ...filter, ...beyond })
        .sort({ _id: 1 })
        .limit(first + 1)
        .lean<CustomerMatchRecord[]>();
      return pageOfRead(read, first, () => matches.countDocuments(filter));
    },
    everOfCustomers: (ids) => inBatches(ids, (batch) => ({ customerId: { $in: batch } })),
    everOfEntries: (list, entries) => inBatches(entries, (batch) => ({ list, entry: { $in: batch } })),
    async put(rows) {
      for (const batch of chunksOf(rows)) await putBatch(matches, batch);
    },
  };
}

async function putBatch(
  matches: Model<CustomerMatchRecord>,
  batch: readonly CustomerMatchRecord[],
): Promise<void> {
  const writes = batch.map((replacement) => {
    const { _id, sequence, alerts } = replacement;
    const filter = { _id, sequence: { $lte: sequence }, alerts: { $lte: alerts } };
    return { replaceOne: { filter, replacement, upsert: true } };
  });
  try {
    await matches.bulkWrite(writes, { ordered: false });
  } catch (error) {
    // What a later run has stored is not found by the filter, and its id is taken.
    rejectedPlaces(error);
  }
}
