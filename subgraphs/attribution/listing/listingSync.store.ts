import type { Model } from 'mongoose';
import type { ListingSyncRecord } from './actorStanding.record';

interface ListingSyncs {
  readonly listingSyncs: Model<ListingSyncRecord>;
}

/** Which state is wholly here; null where none is. */
export async function syncedEditions({ listingSyncs }: ListingSyncs): Promise<string | null> {
  return (await listingSyncs.findById('lists').lean())?.editions ?? null;
}

/** Says that lists are about to be published: until they are here, where their actors' funds went is not known. */
export async function noteSyncDue({ listingSyncs }: ListingSyncs): Promise<void> {
  await listingSyncs.updateOne(
    { _id: 'lists' },
    { $set: { due: true }, $setOnInsert: { editions: '', at: new Date(0) } },
    { upsert: true },
  );
}

/** Whether lists were, or are about to be, published that are not here. */
export async function isSyncDue({ listingSyncs }: ListingSyncs): Promise<boolean> {
  return (await listingSyncs.findById('lists').lean())?.due ?? false;
}

/** Says which state of the lists is wholly here. */
export async function noteSynced({ listingSyncs }: ListingSyncs, editions: string, now: Date): Promise<void> {
  const synced = { editions, at: now, due: false };
  await listingSyncs.updateOne({ _id: 'lists' }, { $set: synced }, { upsert: true });
}
