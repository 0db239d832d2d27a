import type { Model } from 'mongoose';
import { unordered } from '../../../shared/mongo/unordered';
import { withTransferLease, type LeaseRecords, type TransferLease } from '../sequence/transferLease.store';
import type { TransferRecord } from './transfer.record';
import type { UtxoTransactionRecord } from './utxoTransaction.record';
import { insertUnlessTaken } from '../../../shared/mongo/insertRows';
import { conflict, differences, isUtxo, type NewMovement, seqsOf } from './newTransfer';
import { inOtherShape } from './otherShape.store';

export interface TransferRecords extends LeaseRecords {
  readonly transfers: Model<TransferRecord>;
  readonly utxoTransactions: Model<UtxoTransactionRecord>;
}

/** A movement that is not stored, since what is there under its id is something else. */
export interface Conflict {
  /** Its place in the batch. */
  readonly place: number;
  readonly problem: string;
}

export interface TransfersStored {
  readonly stored: number;
  /** Movements that were stored before, or that came twice in the batch. */
  readonly duplicates: number;
  /** Duplicates that were stored with other facts, and now have these. */
  readonly corrected: number;
  readonly conflicts: readonly Conflict[];
}

/**
 * The treatment of a transfer that is stored with other facts: a case corrects its own; nobody changes the
 * facts of others.
 */
export type OnOtherFacts = 'reject' | { readonly correctOf: string };

/**
 * Stores a batch of movements, each id once, and publishes them in one step. Stored ones keep their seq; the
 * others get theirs in the order of the batch. Throws TransferImportError.
 */
export function storeTransfers(
  records: TransferRecords,
  batch: readonly NewMovement[],
  onOtherFacts: OnOtherFacts = 'reject',
): Promise<TransfersStored> {
  const seqs = batch.reduce((sum, movement) => sum + seqsOf(movement), 0);
  if (seqs === 0) return Promise.resolve({ stored: 0, duplicates: 0, corrected: 0, conflicts: [] });
  return withTransferLease(records, seqs, (lease) => storeInLease(records, { batch, onOtherFacts, lease }));
}

interface BatchInLease {
  readonly batch: readonly NewMovement[];
  readonly onOtherFacts: OnOtherFacts;
  readonly lease: TransferLease;
}

async function storeInLease(records: TransferRecords, { batch, onOtherFacts, lease }: BatchInLease) {
  const { fresh, changed, conflicts, same } = await compareWithStored(records, batch, onOtherFacts);
  const { transfers, utxoTransactions, used } = numbered(fresh, lease.first);
  const lost = [
    ...(await insertUnlessTaken(records.transfers, transfers)),
    ...(await insertUnlessTaken(records.utxoTransactions, utxoTransactions)),
  ];
  // Within one's lease nobody else writes: a row that is rejected means that the lease was lost, and the batch is done again.
  if (lost.length > 0) return { done: null, used: 0 };
  if (changed.length > 0) {
    if (!(await lease.markCorrecting())) return { done: null, used: 0 };
    await records.transfers.bulkWrite(
      changed.map(({ _id, ...facts }) => ({
        updateOne: { filter: { _id }, update: { $set: facts } },
      })),
      unordered,
    );
  }
  const done = {
    stored: fresh.length,
    duplicates: same + changed.length,
    corrected: changed.length,
    conflicts,
  };
  return { done, used };
}

interface Compared {
  readonly fresh: readonly NewMovement[];
  readonly changed: readonly NewMovement[];
  readonly conflicts: readonly Conflict[];
  readonly same: number;
}

/** Sorts a batch into new movements, stored ones, and ones stored with other facts. */
async function compareWithStored(
  records: TransferRecords,
  batch: readonly NewMovement[],
  onOtherFacts: OnOtherFacts,
): Promise<Compared> {
  const ids = (utxo: boolean) => batch.filter((movement) => isUtxo(movement) === utxo).map(({ _id }) => _id);
  const [transferIds, utxoIds] = [ids(false), ids(true)];
  const read = { _id: { $in: transferIds } };
  const readUtxo = { _id: { $in: utxoIds } };
  const there: NewMovement[] = [
    ...(transferIds.length > 0 ? await records.transfers.find(read).lean<TransferRecord[]>() : []),
    ...(utxoIds.length > 0
      ? await records.utxoTransactions.find(readUtxo).lean<UtxoTransactionRecord[]>()
      : []),
  ];
  const known = new Map(there.map((movement) => [movement._id, movement]));
  const otherShape = await inOtherShape(records, batch);
  const fresh: NewMovement[] = [];
  const changed: NewMovement[] = [];
  const conflicts: Conflict[] = [];
  let same = 0;
  batch.forEach((movement, place) => {
    const before = known.get(movement._id);
    const problem = otherShape.problemOf(movement);
    if (problem !== null) conflicts.push({ place, problem });
    else if (!before) {
      fresh.push(movement);
      known.set(movement._id, movement);
      otherShape.note(movement);
    } else if (isCorrection(before, movement, onOtherFacts)) changed.push(movement);
    else if (differences(before, movement).length === 0) same++;
    else conflicts.push({ place, problem: conflict(before, movement) });
  });
  return { fresh, changed, conflicts, same };
}

/**
 * Tells if a case differs from its own earlier facts, be it only in the source. (The sources of a case begin
 * with its name.) Another file with the same facts of a transfer adds nothing.
 */
function isCorrection(before: NewMovement, now: NewMovement, onOtherFacts: OnOtherFacts): boolean {
  if (onOtherFacts === 'reject' || !before.source.id.startsWith(`${onOtherFacts.correctOf}:`)) return false;
  return before.source.id !== now.source.id || differences(before, now).length > 0;
}

/**
 * Returns the movements of a batch that could not be stored, as stored now: those that others stored with
 * other facts.
 */
export async function conflictsWithStored(
  records: TransferRecords,
  batch: readonly NewMovement[],
  onOtherFacts: OnOtherFacts,
): Promise<readonly Conflict[]> {
  return (await compareWithStored(records, batch, onOtherFacts)).conflicts;
}

function numbered(fresh: readonly NewMovement[], first: number) {
  const transfers: TransferRecord[] = [];
  const utxoTransactions: UtxoTransactionRecord[] = [];
  let next = first;
  for (const movement of fresh) {
    const seq = next;
    next += seqsOf(movement);
    if (!isUtxo(movement)) transfers.push({ ...movement, seq });
    else {
      const outputs = movement.outputs.map((output, i) => ({ ...output, seq: seq + i }));
      utxoTransactions.push({ ...movement, seq, outputs });
    }
  }
  return { transfers, utxoTransactions, used: next - first };
}
