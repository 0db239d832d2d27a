import { randomBytes } from 'node:crypto';
import type { Model, PipelineStage } from 'mongoose';
import { canonicalAssetId } from '../../../../shared/caip/assets';
import { insertNew } from '../../../../shared/mongo/insertRows';
import {
  type ImportModels,
  type UnfinishedRow,
  unfinishedStages,
} from '../../sequence/unfinishedImports.store';
import type { CounterRecord } from '../../sequence/counter.record';
import { transferCounter } from '../../sequence/transferLease.store';
import type { CrossingStore } from '../../crossing/crossing.store';
import type { CrossingFacts } from '../engine/graph/crossingTable';
import { publishedIn, type TransferStore } from '../../transfer/transfer.store';
import type { TransferFacts, UtxoFacts } from '../engine/graph/transferFacts';
import type { SeqRange } from '../../sequence/recordsBetween.store';

/** The position up to which transfers can be read, and the store that it is of. */
export interface FeedPosition {
  readonly seq: number;
  readonly corrections: number;
  /** Made when the engine first met the database: another one, or an emptied one, has another. */
  readonly store: number;
  /** The cases, and publications of lists, that were not wholly here when it was read. */
  readonly unfinished: readonly string[];
  /** The number of statements of deposit wallets: it changes where one was added. */
  readonly deposits: number;
}

/** The reads of the engine from the store. */
export interface TransferFeed {
  position(): Promise<FeedPosition>;
  /** Transfers, UTXO transactions and crossings, in the order of seq. */
  between(range: SeqRange): AsyncIterable<TransferFacts | UtxoFacts | CrossingFacts>;
}

const identity = 'store-identity';

/** The pause between checks that this is still the same database, in milliseconds: it is rarely emptied. */
const identifyEveryMs = 10_000;

export interface FeedModels extends ImportModels {
  readonly counters: Model<CounterRecord>;
  readonly deposits: { readonly collection: { readonly collectionName: string } };
}

/** A row of the aggregation: an import that is not wholly here, the counter, or a part of the number of deposits. */
type PositionRow = UnfinishedRow | CounterRecord | { readonly deposits: number };

export function transferFeed(
  { counters, deposits, ...imports }: FeedModels,
  transfers: TransferStore,
  crossings: CrossingStore,
): TransferFeed {
  // The counter last: a case stores its transfers, and then is finished. Read before, it could lack those of a finished case.
  const pipeline: PipelineStage[] = [
    ...unfinishedStages(imports),
    {
      $unionWith: {
        coll: counters.collection.collectionName,
        pipeline: [{ $match: { _id: transferCounter } }],
      },
    },
    {
      $unionWith: {
        coll: deposits.collection.collectionName,
        pipeline: [{ $collStats: { count: {} } }, { $project: { _id: 0, deposits: '$count' } }],
      },
    },
  ];
  const published = async (): Promise<Omit<FeedPosition, 'store'>> => {
    const rows = await imports.loadedCases.aggregate<PositionRow>(pipeline);
    const unfinished = rows.flatMap((row) => ('unfinished' in row ? [row.unfinished] : []));
    const counter = rows.find((row) => '_id' in row);
    // A cluster counts by shard.
    const counts = rows.map((row) => ('deposits' in row ? row.deposits : 0));
    return { ...publishedIn(counter), unfinished, deposits: counts.reduce((sum, count) => sum + count, 0) };
  };
  let known: { readonly store: Promise<number>; readonly at: number } | null = null;
  const identified = () => {
    if (!known || Date.now() - known.at > identifyEveryMs) {
      known = { store: storeIdentity(counters), at: Date.now() };
      known.store.catch(() => (known = null));
    }
    return known.store;
  };
  return {
    async position() {
      const [position, store] = await Promise.all([published(), identified()]);
      return { ...position, store };
    },
    between: (range) =>
      bySeq(bySeq(transfersIn(transfers, range), utxoIn(transfers, range)), crossingsIn(crossings, range)),
  };
}

async function storeIdentity(counters: Model<CounterRecord>): Promise<number> {
  const known = await counters.findById(identity, { last: 1 }).lean<Pick<CounterRecord, 'last'>>();
  if (known) return known.last;
  // Where another process makes it at the same time, the one of the two that is stored counts.
  await insertNew(counters, [{ _id: identity, last: randomBytes(6).readUIntBE(0, 6) }]);
  return storeIdentity(counters);
}

/** Few assets name all transfers. */
const assetIds = new Map<string, string>();

/** The one id of an asset that older versions stored in another spelling: funds are followed within one id. */
function assetIdOf(stored: string): string {
  const known = assetIds.get(stored);
  if (known !== undefined) return known;
  const id = canonicalAssetId(stored) ?? stored;
  assetIds.set(stored, id);
  return id;
}

async function* transfersIn(transfers: TransferStore, range: SeqRange): AsyncGenerator<TransferFacts> {
  for await (const { seq, at, fromId, toId, asset, amount } of transfers.transfersBetween(range)) {
    yield { seq, at: at.getTime(), fromId, toId, asset: assetIdOf(asset), amount };
  }
}

async function* utxoIn(transfers: TransferStore, range: SeqRange): AsyncGenerator<UtxoFacts> {
  for await (const { seq, at, asset, inputs, outputs } of transfers.utxoTransactionsBetween(range)) {
    yield { seq, at: at.getTime(), asset: assetIdOf(asset), inputs, outputs };
  }
}

async function* crossingsIn(crossings: CrossingStore, range: SeqRange): AsyncGenerator<CrossingFacts> {
  for await (const { seq, inSeq, outSeq } of crossings.between(range)) yield { seq, inSeq, outSeq };
}

interface Numbered {
  readonly seq: number;
}

/** Two streams in the order of seq, as one. */
async function* bySeq<A extends Numbered, B extends Numbered>(
  some: AsyncIterator<A>,
  others: AsyncIterator<B>,
): AsyncGenerator<A | B> {
  let [one, other] = [await some.next(), await others.next()];
  while (!one.done || !other.done) {
    if (!one.done && (other.done || one.value.seq <= other.value.seq)) {
      yield one.value;
      one = await some.next();
    } else if (!other.done) {
      yield other.value;
      other = await others.next();
    }
  }
}
