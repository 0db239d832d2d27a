import type { Model } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { notRetracted } from '../projection/projectionFields.record';
import { givenFields } from '../rows/givenFields';
import { pageById } from '../rows/pageById.store';
import type { RetentionHoldRecord } from './retentionHold.record';

/** The filter of holds; an absent or null field excludes none. */
export interface RetentionHoldQuery {
  /** The id of an account that it covers. */
  readonly account?: string | null;
  /** Only those in place, or only those that were lifted, at `at`; one that begins later is neither. */
  readonly inPlace?: boolean | null;
  readonly at: Date;
}

/** The only place that reads retention holds. A tenant asks with the ids of accounts that it may see. */
export interface RetentionHoldStore {
  byIds(ids: readonly string[]): Promise<RetentionHoldRecord[]>;
  /** Also those that were lifted. */
  byAccounts(accountIds: readonly string[]): Promise<RetentionHoldRecord[]>;
  /** Sorted by id. Only for those who may know of every process that one rests on. */
  page(query: RetentionHoldQuery, page: PageArguments): Promise<Page<RetentionHoldRecord>>;
}

export function retentionHoldStore(holds: Model<RetentionHoldRecord>): RetentionHoldStore {
  return {
    byIds: (ids) => holds.find({ _id: { $in: [...ids] }, ...notRetracted }).lean<RetentionHoldRecord[]>(),
    byAccounts: (accountIds) =>
      holds.find({ accountIds: { $in: [...accountIds] }, ...notRetracted }).lean<RetentionHoldRecord[]>(),
    page: ({ account, inPlace, at }, page) => {
      const times = inPlace
        ? { from: { $lte: at }, $or: [{ to: null }, { to: { $gt: at } }] }
        : { to: { $lte: at } };
      const filter = {
        ...notRetracted,
        ...givenFields({ accountIds: account }),
        ...(typeof inPlace === 'boolean' ? times : {}),
      };
      return pageById(holds, filter, page);
    },
  };
}
