import type { Model, QueryFilter } from 'mongoose';
import type { ActorRecord } from './actor.record';
import { foldedWords } from '../vocabulary/foldName';

export interface ActorQuery {
  /** Each of its words must begin a word of one of the actor's names. */
  readonly search: string | null;
  /** Only these, or all but these, where given. */
  readonly among: readonly { readonly ids: ReadonlySet<string>; readonly excluded: boolean }[];
}

/** The only place that reads the actors of cases. Those of lists are in memory. */
export interface ActorStore {
  byIds(ids: readonly string[]): Promise<ActorRecord[]>;
  /** The ids of those whose names fit; of all where nothing is searched. */
  idsNamed(search: string | null): Promise<string[]>;
  /** The actors that names are screened against: not those that only a label or an ActorPack names. */
  screened(): Promise<ActorRecord[]>;
}

export function actorStore(actors: Model<ActorRecord>): ActorStore {
  return {
    byIds: (ids) => actors.find({ _id: { $in: [...ids] } }).lean<ActorRecord[]>(),
    idsNamed: (search) => actors.distinct('_id', filterOf(search)),
    screened: () =>
      actors
        .find({ origin: { $nin: ['ACTORPACK', 'LABEL'] } })
        .sort({ _id: 1 })
        .lean<ActorRecord[]>(),
  };
}

function filterOf(search: string | null): QueryFilter<ActorRecord> {
  const words = search === null ? [] : foldedWords(search);
  // Words hold letters and digits only, so none needs escaping; an anchored prefix is a range of the index.
  return words.length === 0 ? {} : { $and: words.map((word) => ({ searchWords: { $regex: `^${word}` } })) };
}
