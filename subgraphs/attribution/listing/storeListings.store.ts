import { isDeepStrictEqual } from 'node:util';
import type { Model, mongo } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { replacementOf } from '../../../shared/mongo/replaceById';
import { unordered } from '../../../shared/mongo/unordered';
import type { AttributionRecord } from '../attribution/attribution.record';
import { insertNew } from '../../../shared/mongo/insertRows';
import type { ActorStatusRecord, ListingSyncRecord } from './actorStatus.record';
import { noteSynced } from './listingSync.store';
import { listedIds, type ListedStay, missingStatements } from './listedStatements.rules';

/** The facts of sanctions from the lists and cases in force: one state of them. */
export interface ListingsInForce {
  /** Names the state: the next one has another. */
  readonly editions: string;
  readonly versions: readonly string[];
  readonly stays: readonly ListedStay[];
  readonly actors: readonly {
    readonly actorId: string;
    readonly designationIds: readonly string[];
    readonly linkedActorIds: readonly string[];
  }[];
}

export interface ListingsStored {
  /** Statements that were stored. */
  readonly statements: number;
  /** Actors whose status changed. */
  readonly actors: number;
}

interface ListingRecords {
  readonly attributions: Model<AttributionRecord>;
  readonly actorStatuses: Model<ActorStatusRecord>;
  readonly listingSyncs: Model<ListingSyncRecord>;
}

/**
 * Stores the differences, and then the state that they belong to. Where it is cut off, finished parts stay,
 * and a repetition does the rest.
 */
export async function storeListings(
  records: ListingRecords,
  { editions, versions, stays, actors }: ListingsInForce,
  now: Date,
): Promise<ListingsStored> {
  const stored = await records.attributions
    .find({ _id: { $gte: listedIds.from, $lt: listedIds.to } })
    .lean<AttributionRecord[]>();
  const statements = missingStatements(stays, stored, now);
  for (const chunk of chunksOf(statements)) await insertNew(records.attributions, chunk);
  const changed = await storeStatuses(
    records.actorStatuses,
    actors.map(({ actorId, ...status }) => ({
      _id: actorId,
      designationIds: [...status.designationIds],
      linkedActorIds: [...status.linkedActorIds],
      versions: [...versions],
    })),
  );
  await noteSynced(records, editions, now);
  return { statements: statements.length, actors: changed };
}

/** Writes the statuses that changed, and removes those of actors that are no longer designated or linked. */
async function storeStatuses(
  statuses: Model<ActorStatusRecord>,
  wanted: readonly ActorStatusRecord[],
): Promise<number> {
  const before = new Map((await statuses.find().lean<ActorStatusRecord[]>()).map((one) => [one._id, one]));
  const changed = wanted.filter((one) => !isSameStatus(one, before.get(one._id)));
  const ids = new Set(wanted.map(({ _id }) => _id));
  const gone = [...before.keys()].filter((id) => !ids.has(id));
  const writes = [...changed.map(replacementOf), ...gone.map((_id) => ({ deleteOne: { filter: { _id } } }))];
  for (const chunk of chunksOf(writes)) await statuses.bulkWrite<mongo.Document>(chunk, unordered);
  return writes.length;
}

/** The versions in force change with each publication: a status is of those in which it last changed. */
const isSameStatus = (one: ActorStatusRecord, before: ActorStatusRecord | undefined) =>
  before !== undefined &&
  isDeepStrictEqual(one.designationIds, before.designationIds) &&
  isDeepStrictEqual(one.linkedActorIds, before.linkedActorIds);
