import type { Model } from 'mongoose';
import type { TransferRecord } from './transfer.record';
import type { TransferPlace } from './transferPage.rules';

/** The end of a transfer that a wallet is at. */
export type TransferEnd = 'fromId' | 'toId';

export interface OutgoingQuery {
  readonly walletIds: readonly string[];
  /** Only what left at or after this time, where given. */
  readonly since: Date | null;
  /** Only transfers up to this seq: one answer looks at one state of the collection. */
  readonly upTo: number;
  readonly limit: number;
}

export interface NewestQuery {
  readonly walletIds: readonly string[];
  readonly end: TransferEnd;
  /** Only what comes after this place in the order, where given. */
  readonly before: TransferPlace | null;
  readonly limit: number;
}

/** The only place that reads transfers. */
export interface TransferStore {
  /** By wallet, then time, then seq. */
  outgoing(query: OutgoingQuery): Promise<TransferRecord[]>;
  bySeqs(seqs: readonly number[]): Promise<TransferRecord[]>;
  /** The newest transfers of wallets at one end, of all of them together. */
  newest(query: NewestQuery): Promise<TransferRecord[]>;
  /** The highest seq; 0 where there is no transfer. */
  highestSeq(): Promise<number>;
}

export function transferStore(transfers: Model<TransferRecord>): TransferStore {
  return {
    outgoing: ({ walletIds, since, upTo, limit }) =>
      transfers
        .find({
          fromId: { $in: [...walletIds] },
          seq: { $lte: upTo },
          ...(since ? { at: { $gte: since } } : {}),
        })
        .sort({ fromId: 1, at: 1, seq: 1 })
        .limit(limit)
        .lean<TransferRecord[]>(),
    bySeqs: (seqs) => transfers.find({ seq: { $in: [...seqs] } }).lean<TransferRecord[]>(),
    newest: ({ walletIds, end, before, limit }) =>
      transfers
        .find({
          [end]: { $in: [...walletIds] },
          ...(before
            ? { $or: [{ at: { $lt: before.at } }, { at: before.at, seq: { $lt: before.seq } }] }
            : {}),
        })
        .sort({ at: -1, seq: -1 })
        .limit(limit)
        .lean<TransferRecord[]>(),
    async highestSeq() {
      const [highest] = await transfers
        .find({}, { seq: 1 })
        .sort({ seq: -1 })
        .limit(1)
        .lean<Pick<TransferRecord, 'seq'>[]>();
      return highest?.seq ?? 0;
    },
  };
}
