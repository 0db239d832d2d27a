import type { CrossingRecord } from './crossing.record';
import { crossingProblem } from './crossing.rules';
import { withTransferLease, type TransferLease, type LeaseResult } from '../sequence/transferLease.store';
import type { TransferRecord } from '../transfer/transfer.record';
import { isUtxoChain } from '../transfer/utxoChain.rules';
import type { UtxoTransactionRecord } from '../transfer/utxoTransaction.record';
import type { NewCrossing } from './crossingRows';
import { insertUnlessTaken } from '../../../shared/mongo/insertRows';
import type { Model } from 'mongoose';
import type { Conflict, TransferRecords } from '../transfer/storeTransfers.store';
import { type NamedMovement, ofOutput, ofTransfer } from '../transfer/namedMovement';

interface CrossingRecords extends TransferRecords {
  readonly crossings: Model<CrossingRecord>;
}

interface CrossingsStored {
  readonly stored: number;
  /** Rows that were stored before, or that came twice in the batch. */
  readonly duplicates: number;
  readonly rejected: readonly Conflict[];
}

/**
 * Stores a batch of crossings, each once, and publishes them in one step. It is written in a lease of the transfers, so that
 * all transfers of a lower seq are there and stay. Throws TransferImportError.
 */
export function storeCrossings(
  records: CrossingRecords,
  batch: readonly NewCrossing[],
): Promise<CrossingsStored> {
  return withTransferLease(records, batch.length, (lease) => storeInLease(records, batch, lease));
}

async function storeInLease(
  records: CrossingRecords,
  batch: readonly NewCrossing[],
  { first }: TransferLease,
): Promise<LeaseResult<CrossingsStored>> {
  const ids = batch.map(({ _id }) => _id);
  const there = await records.crossings.find({ _id: { $in: ids } }).lean<CrossingRecord[]>();
  const known = new Map<string, NewCrossing>(there.map((crossing) => [crossing._id, crossing]));
  const movements = await movementsById(records, [
    ...new Set(batch.flatMap(({ inId, outId }) => [inId, outId])),
  ]);
  const fresh: CrossingRecord[] = [];
  const rejected: Conflict[] = [];
  let duplicates = 0;
  batch.forEach((crossing, place) => {
    const before = known.get(crossing._id);
    if (before) {
      const problem = differsFrom(before, crossing);
      if (problem === null) duplicates++;
      else rejected.push({ place, problem });
      return;
    }
    const read = numbered(crossing, movements, first + fresh.length);
    if ('problem' in read) rejected.push({ place, problem: read.problem });
    else {
      fresh.push(read.record);
      known.set(crossing._id, crossing);
    }
  });
  // Within one's lease nobody else writes: a row that is rejected means that the lease was lost, and the batch is done again.
  if ((await insertUnlessTaken(records.crossings, fresh)).size > 0) return { done: null, used: 0 };
  return { done: { stored: fresh.length, duplicates, rejected }, used: fresh.length };
}

function numbered(
  crossing: NewCrossing,
  movements: ReadonlyMap<string, NamedMovement>,
  seq: number,
): { readonly record: CrossingRecord } | { readonly problem: string } {
  const [before, after] = [movements.get(crossing.inId), movements.get(crossing.outId)];
  if (!before) return { problem: notStored('in', crossing.inId) };
  if (!after) return { problem: notStored('out', crossing.outId) };
  const problem = crossingProblem(crossing.kind, before, after);
  if (problem !== null) return { problem };
  return { record: { ...crossing, seq, inSeq: before.seq, outSeq: after.seq } };
}

const notStored = (side: string, id: string) =>
  `${side}: ${id} is no transfer, or output to a wallet, that is stored: import its transfers first`;

/** Returns the difference from a stored row, which stays. Another source with the same facts adds nothing. */
function differsFrom(before: NewCrossing, now: NewCrossing): string | null {
  if (before.kind !== now.kind) return `it is stored already as a ${before.kind}: what is there stays`;
  if (before.illustrative === now.illustrative) return null;
  return `it is stored already with illustrative: ${before.illustrative}: what is there stays`;
}

/** Reads transfers and outputs of UTXO transactions by `<chain>:<tx>:<index>`; omits missing ones. */
async function movementsById(
  { transfers, utxoTransactions }: TransferRecords,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedMovement>> {
  const found = await transfers.find({ _id: { $in: ids } }).lean<TransferRecord[]>();
  const movements = new Map(found.map((transfer) => [transfer._id, ofTransfer(transfer)]));
  const utxoIds = ids
    .filter((id) => isUtxoChain(id.split(':', 2).join(':')))
    .map((id) => id.replace(/:\d+$/, ''));
  if (utxoIds.length === 0) return movements;
  const transactions = await utxoTransactions
    .find({ _id: { $in: [...new Set(utxoIds)] } })
    .lean<UtxoTransactionRecord[]>();
  for (const transaction of transactions) {
    for (const output of transaction.outputs) {
      const movement = ofOutput(transaction, output);
      if (movement) movements.set(`${transaction._id}:${output.index}`, movement);
    }
  }
  return movements;
}
