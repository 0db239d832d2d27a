import DataLoader from 'dataloader';
import { groupBy } from '../rows/groupBy';
import type { TransferRecord } from './transfer.record';
import type { TransferEnd, TransferStore, UtxoSide } from './transfer.store';
import { placeKey, type TransferPlace } from './transferPage.rules';
import type { UtxoTransactionRecord } from './utxoTransaction.record';

/** The newest of one wallet at one end, before a place where given: `limit` at most. */
export interface PageKey<End extends string> {
  readonly walletId: string;
  readonly end: End;
  readonly before: TransferPlace | null;
  readonly limit: number;
}

export type TransferPageKey = PageKey<TransferEnd>;
export type UtxoPageKey = PageKey<UtxoSide>;

/** So many wallets in one query: with the largest page some 20,000 rows, about 10 MB. */
const maxBatchSize = 100;

const questionOf = ({ end, before, limit }: PageKey<string>) =>
  `${end} ${limit} ${before ? placeKey(before) : ''}`;

/** Pages of many wallets, together: wallets that are asked for the same page share a query. */
export const transferPages = (
  transfers: TransferStore,
): DataLoader<TransferPageKey, readonly TransferRecord[], string> =>
  pagesLoader({
    newest: (query) => transfers.newest(query),
    walletsOf: (row, end) => [row[end]],
  });

/** The same of transactions with inputs and outputs. */
export const utxoPages = (
  transfers: TransferStore,
): DataLoader<UtxoPageKey, readonly UtxoTransactionRecord[], string> =>
  pagesLoader({
    newest: ({ end, ...query }) => transfers.newestUtxo({ ...query, side: end }),
    walletsOf: (row, end) => [...new Set(row[end].flatMap(({ walletId }) => walletId ?? []))],
  });

/**
 * Loads a page that the request does not keep. A search examines thousands of rows, and shows few of them.
 */
export async function loadUnkept<Key, Rows>(pages: DataLoader<Key, Rows, string>, key: Key): Promise<Rows> {
  try {
    return await pages.load(key);
  } finally {
    pages.clear(key);
  }
}

interface Pages<Row, End extends string> {
  newest(query: Omit<PageKey<End>, 'walletId'> & { readonly walletIds: readonly string[] }): Promise<Row[]>;
  /** The wallets that a row has at an end. */
  walletsOf(row: Row, end: End): readonly string[];
}

function pagesLoader<Row, End extends string>(
  pages: Pages<Row, End>,
): DataLoader<PageKey<End>, readonly Row[], string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<PageKey<End>, readonly Row[]>();
      const groups = [...groupBy(keys, questionOf).values()];
      await Promise.all(
        groups.map(async (group) => {
          const [question] = group;
          if (!question) return;
          const wallets = group.map(({ walletId }) => walletId);
          const ofWallet = await newestOfEach(wallets, question, pages);
          for (const key of group) found.set(key, ofWallet.get(key.walletId) ?? []);
        }),
      );
      return keys.map((key) => found.get(key) ?? []);
    },
    { maxBatchSize, cacheKeyFn: (key) => `${questionOf(key)} ${key.walletId}` },
  );
}

/**
 * Returns, wallet by wallet, the newest of each. The newest of all wallets together are read, as many rows as
 * all pages can hold. Where busy wallets took the room of quiet ones, the quiet ones are read again without
 * them. At least one wallet is done each time, and mostly all are.
 */
async function newestOfEach<Row, End extends string>(
  wallets: readonly string[],
  { end, before, limit }: PageKey<End>,
  { newest, walletsOf }: Pages<Row, End>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, readonly Row[]>();
  let open = [...wallets];
  while (open.length > 0) {
    const room = open.length * limit;
    const rows = await newest({ walletIds: open, end, before, limit: room });
    const byWallet = groupBy(
      rows.flatMap((row) => walletsOf(row, end).map((walletId) => ({ walletId, row }))),
      ({ walletId }) => walletId,
    );
    for (const walletId of open) {
      const own = (byWallet.get(walletId) ?? []).map(({ row }) => row);
      found.set(walletId, own.slice(0, limit));
    }
    if (rows.length < room) break;
    open = open.filter((walletId) => (found.get(walletId)?.length ?? 0) < limit);
  }
  return found;
}
