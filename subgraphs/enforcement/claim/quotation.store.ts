import type { Model } from 'mongoose';
import { insertMissing } from '../../../shared/mongo/insertRows';
import type { QuotationRecord } from './quotation.record';

/** The only place that queries quotations. */
export interface QuotationStore {
  byIds(ids: readonly string[]): Promise<QuotationRecord[]>;
  /** Stores the quotations that are new, and returns their ids. */
  add(quotations: readonly QuotationRecord[]): Promise<ReadonlySet<string>>;
}

export function quotationStore(quotations: Model<QuotationRecord>): QuotationStore {
  return {
    byIds: (ids) => quotations.find({ _id: { $in: [...ids] } }).lean<QuotationRecord[]>(),
    add: (given) => insertMissing(quotations, given),
  };
}
