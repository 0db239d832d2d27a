import { noteActivity } from '../activity/noteActivity.store';
import type { AttributionRecords } from '../openAttribution';
import { reserveRange } from '../sequence/counter.store';
import type { TransferRecord } from '../transfer/transfer.record';
import { insertNew } from './insertNew.store';

/** A transfer as a file has it: its seq is given when it is stored. */
export type NewTransfer = Omit<TransferRecord, 'seq'>;

type TransferRecords = Pick<AttributionRecords, 'transfers' | 'activity' | 'counters'>;

export interface TransfersStored {
  readonly stored: number;
  readonly duplicates: number;
  /** Those of the duplicates that were there with other facts, and now have these. */
  readonly corrected: number;
}

/**
 * Stores a batch of transfers, each id once. What was there keeps its seq, also where another import stores the same
 * transfer at this very time; the others get theirs in the order of the batch. Who dealt with whom is noted first, so
 * that a transfer that is there has been noted, wherever an import was cut off.
 */
export async function storeTransfers(
  records: TransferRecords,
  batch: readonly NewTransfer[],
): Promise<TransfersStored> {
  const { transfers, activity, counters } = records;
  const there = await transfers.find({ _id: { $in: batch.map(({ _id }) => _id) } }).lean<TransferRecord[]>();
  const known = new Map(there.map((transfer) => [transfer._id, transfer]));
  const fresh = batch.filter(({ _id }) => !known.has(_id));
  const changed = batch.filter((transfer) => {
    const before = known.get(transfer._id);
    return before !== undefined && !saysTheSame(before, transfer);
  });
  await noteActivity(
    activity,
    [...fresh, ...changed].filter(({ amount }) => amount !== '0'),
  );
  const first = fresh.length === 0 ? 0 : await reserveRange(counters, 'transfers', fresh.length);
  const lost = await insertNew(
    transfers,
    fresh.map((transfer, i) => ({ ...transfer, seq: first + i })),
  );
  if (changed.length > 0) {
    await transfers.bulkWrite(
      changed.map(({ _id, ...facts }) => ({ updateOne: { filter: { _id }, update: { $set: facts } } })),
      { ordered: false },
    );
  }
  const stored = fresh.length - lost.size;
  return { stored, duplicates: batch.length - stored, corrected: changed.length };
}

function saysTheSame(stored: TransferRecord, { at, source, ...facts }: NewTransfer): boolean {
  return (
    stored.at.getTime() === at.getTime() &&
    stored.source.id === source.id &&
    Object.entries(facts).every(([name, value]) => stored[name as keyof typeof facts] === value)
  );
}
