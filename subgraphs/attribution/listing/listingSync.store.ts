import type { Model } from 'mongoose';
import type { ListingSyncRecord } from './actorStatus.record';

interface ListingSyncs {
  readonly listingSyncs: Model<ListingSyncRecord>;
}

/**
 * Returns the state that is wholly stored here (null without one). Tells too if lists were, or are about to
 * be, published that are missing here.
 */
export async function syncState({
  listingSyncs,
}: ListingSyncs): Promise<{ readonly editions: string | null; readonly due: boolean }> {
  const synced = await listingSyncs.findById('lists').lean();
  return { editions: synced?.editions ?? null, due: synced?.due ?? false };
}

/** Says that lists are about to be published: until they are here, where their actors' funds went is not known. */
export async function noteSyncDue({ listingSyncs }: ListingSyncs): Promise<void> {
  await listingSyncs.updateOne(
    { _id: 'lists' },
    { $set: { due: true }, $setOnInsert: { editions: '', at: new Date(0) } },
    { upsert: true },
  );
}

/** Says which state of the lists is wholly here. */
export async function noteSynced({ listingSyncs }: ListingSyncs, editions: string, now: Date): Promise<void> {
  const synced = { editions, at: now, due: false };
  await listingSyncs.updateOne({ _id: 'lists' }, { $set: synced }, { upsert: true });
}
