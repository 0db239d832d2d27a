import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../pageById.store';
import type { ClaimRecord } from './claim.record';
import type { ClaimView } from './claim.rules';

/** The only place that reads claims. The view is part of every query. */
export interface ClaimStore {
  byIds(view: ClaimView, ids: readonly string[]): Promise<ClaimRecord[]>;
  /** The ids of all claims about something. */
  idsAbout(view: ClaimView, about: string): Promise<string[]>;
  /** Sorted by id. */
  page(view: ClaimView, about: string | null, page: PageArguments): Promise<Page<ClaimRecord>>;
}

const seen = (view: ClaimView): QueryFilter<ClaimRecord> => (view === 'ALL' ? {} : { published: true });

export function claimStore(claims: Model<ClaimRecord>): ClaimStore {
  return {
    byIds: (view, ids) =>
      claims.find({ $and: [{ _id: { $in: [...ids] } }, seen(view)] }).lean<ClaimRecord[]>(),
    idsAbout: (view, about) => claims.distinct('_id', { $and: [{ about }, seen(view)] }),
    page: (view, about, page) =>
      pageById(claims, { $and: [about === null ? {} : { about }, seen(view)] }, page),
  };
}
