import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { insertMissing } from '../../../shared/mongo/insertRows';
import { pageById } from '../rows/pageById.store';
import type { ClaimRecord } from './claim.record';
import type { ClaimTexts, ClaimView } from './claim.rules';
import { aboutFilter, subjectFilter, wordsFilter } from './claimFilters.store';

/** The filter of claims among those that may be seen; null: any. */
export interface ClaimFilter {
  readonly about: string | null;
  readonly modality: ClaimRecord['modality'] | null;
  readonly sourceId: string | null;
  readonly predicate: string | null;
  /** As a source names it. */
  readonly subject: string | null;
  /** All of these words. */
  readonly words: readonly string[];
}

/** The filter of loss estimates; the days are the first and the last that are asked for. */
export interface LossFilter {
  readonly country: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The filter of public statements, beside being published. */
export interface StatementFilter {
  readonly about: string | null;
  /** The ids of claims to omit. */
  readonly notIds: readonly string[];
  readonly notAbout: readonly string[];
}

/** The only place that queries claims. The view is part of every query. */
export interface ClaimStore {
  /** Also those that another stands for, each as itself (claim.loader.ts leads on). */
  byIds(view: ClaimView, ids: readonly string[]): Promise<ClaimRecord[]>;
  /** Sorted by id. */
  page(view: ClaimView, filter: ClaimFilter, page: PageArguments): Promise<Page<ClaimRecord>>;
  /** The topics (topicKey.rules.ts) of all claims about something. */
  topicsAbout(view: ClaimView, about: string): Promise<string[]>;
  /** Returns the claims on these topics, or on any, and those whose value is related to others'. */
  comparable(view: ClaimView, topics: readonly string[] | null): Promise<ClaimRecord[]>;
  /** Returns claims with an estimate of a loss, in a time that may meet the days asked for; sorted by id. */
  withLosses(view: ClaimView, filter: LossFilter): Promise<ClaimRecord[]>;
  /** Published, in a source that can be named and found: its address, or its publisher and day. Sorted by id. */
  statements(filter: StatementFilter, page: PageArguments): Promise<Page<ClaimRecord>>;
  /** Returns the subjects of published claims. */
  publishedSubjects(): Promise<string[]>;
  /** Returns the claims that rest on places in these texts. */
  inTexts(textSha256s: readonly string[]): Promise<ClaimRecord[]>;
  /** Stores the claims that are new, and returns their ids. */
  add(claims: readonly ClaimRecord[]): Promise<ReadonlySet<string>>;
}

const ofTexts = (texts: ClaimTexts): QueryFilter<ClaimRecord> => (texts === 'ALL' ? {} : { published: true });

/** Returns the filter of claims that a caller may see, without those that another claim hides. */
async function visible({ texts, notAbout }: ClaimView): Promise<QueryFilter<ClaimRecord>> {
  const hidden = await notAbout();
  return hidden.length === 0 ? ofTexts(texts) : { $and: [ofTexts(texts), { about: { $nin: [...hidden] } }] };
}

const seen = async (view: ClaimView): Promise<QueryFilter<ClaimRecord>> => ({
  $and: [{ coveredBy: null }, await visible(view)],
});

const seenByAll: QueryFilter<ClaimRecord> = { coveredBy: null, ...ofTexts('PUBLISHED') };

const isCitable: QueryFilter<ClaimRecord> = {
  $or: [
    { 'source.url': { $ne: null } },
    { 'source.publisher': { $ne: null }, 'source.publishedOn': { $ne: null } },
  ],
};

export function claimStore(claims: Model<ClaimRecord>): ClaimStore {
  const all = (filters: QueryFilter<ClaimRecord>[]) =>
    claims.find({ $and: filters }).sort({ _id: 1 }).lean<ClaimRecord[]>();
  return {
    byIds: async (view, ids) =>
      claims.find({ $and: [{ _id: { $in: [...ids] } }, await visible(view)] }).lean<ClaimRecord[]>(),
    page: async (view, { about, modality, sourceId, predicate, subject, words }, page) =>
      pageById(
        claims,
        {
          $and: [
            await seen(view),
            about === null ? {} : aboutFilter(about),
            subject === null ? {} : subjectFilter(subject),
            words.length === 0 ? {} : wordsFilter(words),
            modality === null ? {} : { modality },
            sourceId === null ? {} : { 'source.id': sourceId },
            predicate === null ? {} : { predicate },
          ],
        },
        page,
      ),
    topicsAbout: async (view, about) =>
      claims.distinct('topicKey', { $and: [aboutFilter(about), await seen(view)] }),
    comparable: async (view, topics) =>
      all([
        await seen(view),
        topics === null ? {} : { $or: [{ topicKey: { $in: [...topics] } }, { valueLink: { $ne: null } }] },
      ]),
    withLosses: async (view, { country, from, to }) =>
      all([
        await seen(view),
        country === null ? { 'lossEstimates.0': { $exists: true } } : { 'lossEstimates.country': country },
        from === null ? {} : { $or: [{ 'time.to': null }, { 'time.to': { $gte: from } }] },
        to === null ? {} : { $or: [{ 'time.from': null }, { 'time.from': { $lte: to } }] },
      ]),
    statements: ({ about, notAbout, notIds }, page) =>
      pageById(
        claims,
        {
          $and: [
            seenByAll,
            isCitable,
            { about: { $nin: [...notAbout] } },
            notIds.length === 0 ? {} : { _id: { $nin: [...notIds] } },
            about === null ? {} : aboutFilter(about),
          ],
        },
        page,
      ),
    publishedSubjects: () => claims.distinct('about', seenByAll),
    inTexts: (textSha256s) => all([{ 'place.textSha256': { $in: [...textSha256s] } }]),
    add: (given) => insertMissing(claims, given),
  };
}
