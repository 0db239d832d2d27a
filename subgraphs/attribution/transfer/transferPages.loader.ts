import DataLoader from 'dataloader';
import { groupBy } from '../groupBy';
import type { TransferRecord } from './transfer.record';
import type { TransferEnd, TransferStore } from './transfer.store';
import { placeKey, type TransferPlace } from './transferPage.rules';

/** The newest transfers of one wallet at one end of them, before a place where given: `limit` at most. */
export interface TransferPageKey {
  readonly walletId: string;
  readonly end: TransferEnd;
  readonly before: TransferPlace | null;
  readonly limit: number;
}

/** So many wallets in one query: with the largest page some 20,000 rows, about 10 MB. */
const maxBatchSize = 100;

const questionOf = ({ end, before, limit }: TransferPageKey) =>
  `${end} ${limit} ${before ? placeKey(before) : ''}`;

/** Pages of many wallets, together: wallets that are asked for the same page share a query. */
export function transferPages(
  transfers: TransferStore,
): DataLoader<TransferPageKey, readonly TransferRecord[], string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<TransferPageKey, readonly TransferRecord[]>();
      const groups = [...groupBy(keys, questionOf).values()];
      await Promise.all(
        groups.map(async (group) => {
          const pages = await newestOfEach(group, transfers);
          for (const key of group) found.set(key, pages.get(key.walletId) ?? []);
        }),
      );
      return keys.map((key) => found.get(key) ?? []);
    },
    { maxBatchSize, cacheKeyFn: (key) => `${questionOf(key)} ${key.walletId}` },
  );
}

/**
 * The newest of all wallets together are, wallet by wallet, the newest of each: as many rows are read as all pages can
 * hold. Where busy wallets took the room of quiet ones, the quiet ones are asked for again without them: at least one
 * wallet is done each time, and mostly all are.
 */
async function newestOfEach(
  group: readonly TransferPageKey[],
  transfers: TransferStore,
): Promise<ReadonlyMap<string, readonly TransferRecord[]>> {
  const pages = new Map<string, readonly TransferRecord[]>();
  const [{ end, before, limit } = { end: 'fromId', before: null, limit: 0 } as const] = group;
  let open = group.map(({ walletId }) => walletId);
  while (open.length > 0) {
    const room = open.length * limit;
    const rows = await transfers.newest({ walletIds: open, end, before, limit: room });
    const byWallet = groupBy(rows, (row) => row[end]);
    for (const walletId of open) pages.set(walletId, (byWallet.get(walletId) ?? []).slice(0, limit));
    if (rows.length < room) break;
    open = open.filter((walletId) => (pages.get(walletId)?.length ?? 0) < limit);
  }
  return pages;
}
