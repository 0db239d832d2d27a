import type { Model } from 'mongoose';
import type { CounterRecord } from '../sequence/counter.record';
import { recordsBetween, type SeqRange } from '../sequence/recordsBetween.store';
import { transferCounter } from '../sequence/transferLease.store';
import { type TransactionStore, transactionStore } from './transaction.store';
import type { TransferRecord } from './transfer.record';
import type { UtxoTransactionRecord } from './utxoTransaction.record';
import type { TransferPlace } from './transferPage.rules';

/** The end of a transfer that a wallet is at. */
export type TransferEnd = 'fromId' | 'toId';

export interface NewestQuery {
  readonly walletIds: readonly string[];
  readonly end: TransferEnd;
  /** Only what comes after this place in the order, where given. */
  readonly before: TransferPlace | null;
  readonly limit: number;
}

/** The side of a UTXO transaction that a wallet is on. */
export type UtxoSide = 'inputs' | 'outputs';

export interface UtxoNewestQuery {
  readonly walletIds: readonly string[];
  readonly side: UtxoSide;
  readonly before: TransferPlace | null;
  readonly limit: number;
}

/** The part of the transfers that counts for readers. */
export interface Published {
  /** The highest seq, of transfers and of crossings: all that will ever appear up to it is there. 0 where there is no transfer. */
  readonly seq: number;
  /** Grows when facts below it were changed in place. */
  readonly corrections: number;
}

/** The only place that reads transfers and UTXO transactions. */
export interface TransferStore extends TransactionStore {
  published(): Promise<Published>;
  /** In the order of seq, streamed. */
  transfersBetween(range: SeqRange): AsyncIterable<TransferRecord>;
  /** In the order of seq, streamed: those whose first output is in the range, whole. */
  utxoTransactionsBetween(range: SeqRange): AsyncIterable<UtxoTransactionRecord>;
  /** Returns the transactions with an output of one of these seqs. */
  utxoByOutputSeqs(seqs: readonly number[]): Promise<UtxoTransactionRecord[]>;
  /** The newest in which wallets are on a side, of all of them together. */
  newestUtxo(query: UtxoNewestQuery): Promise<UtxoTransactionRecord[]>;
  bySeqs(seqs: readonly number[]): Promise<TransferRecord[]>;
  /** The newest transfers of wallets at one end, of all of them together. */
  newest(query: NewestQuery): Promise<TransferRecord[]>;
  /** The highest seq that is published; 0 where there is no transfer. */
  highestSeq(): Promise<number>;
}

export interface TransferModels {
  readonly transfers: Model<TransferRecord>;
  readonly utxoTransactions: Model<UtxoTransactionRecord>;
  readonly counters: Model<CounterRecord>;
}

/**
 * Returns the published state by the counter of transfers; null or undefined where nothing was ever
 * published.
 */
export const publishedIn = (counter: CounterRecord | null | undefined): Published => ({
  seq: counter ? (counter.published ?? counter.last) : 0,
  corrections: counter?.corrections ?? 0,
});

export function transferStore(models: TransferModels): TransferStore {
  const { transfers, utxoTransactions, counters } = models;
  const published = async () => publishedIn(await counters.findById(transferCounter).lean<CounterRecord>());
  return {
    ...transactionStore(models, published),
    published,
    highestSeq: async () => (await published()).seq,
    transfersBetween: (range) => recordsBetween(transfers, range),
    utxoTransactionsBetween: (range) => recordsBetween(utxoTransactions, range),
    utxoByOutputSeqs: (seqs) =>
      utxoTransactions.find({ 'outputs.seq': { $in: [...seqs] } }).lean<UtxoTransactionRecord[]>(),
    newestUtxo: ({ walletIds, side, before, limit }) =>
      utxoTransactions
        .find({ [`${side}.walletId`]: { $in: [...walletIds] }, ...olderThan(before) })
        .sort({ at: -1, seq: -1 })
        .limit(limit)
        .lean<UtxoTransactionRecord[]>(),
    bySeqs: (seqs) => transfers.find({ seq: { $in: [...seqs] } }).lean<TransferRecord[]>(),
    newest: ({ walletIds, end, before, limit }) =>
      transfers
        .find({ [end]: { $in: [...walletIds] }, ...olderThan(before) })
        .sort({ at: -1, seq: -1 })
        .limit(limit)
        .lean<TransferRecord[]>(),
  };
}

/** The bound on the time is where an index begins to be read, however deep the page. */
const olderThan = (place: TransferPlace | null) =>
  place ? { at: { $lte: place.at }, $or: [{ at: { $lt: place.at } }, { seq: { $lt: place.seq } }] } : {};
