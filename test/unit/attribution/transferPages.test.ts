import fc from 'fast-check';
import type { TransferRecord } from '../../../subgraphs/attribution/transfer/transfer.record';
import type { NewestQuery, TransferStore } from '../../../subgraphs/attribution/transfer/transfer.store';
import { newestOf } from '../../../subgraphs/attribution/transfer/transferPage.rules';
import { transferPages } from '../../../subgraphs/attribution/transfer/transferPages.loader';

const source = { id: 's', title: 's', publisher: null, publishedOn: null, url: null, quote: null };

const transfer = (seq: number, fromId: string, minute: number): TransferRecord => ({
  _id: `t${seq}`,
  seq,
  chain: 'eip155:1',
  tx: `0x${seq}`,
  index: 0,
  at: new Date(minute * 60_000),
  fromId,
  toId: 'z',
  asset: 'eth',
  amount: '1',
  illustrative: false,
  source,
});

/** The store's promise, over rows in memory; counts how often it is asked. */
function storeOf(rows: readonly TransferRecord[]) {
  const asked: NewestQuery[] = [];
  const store: Pick<TransferStore, 'newest'> = {
    newest(query) {
      asked.push(query);
      const { walletIds, end, before, limit } = query;
      const fitting = rows.filter(
        (row) =>
          walletIds.includes(row[end]) &&
          (!before || row.at < before.at || (+row.at === +before.at && row.seq < before.seq)),
      );
      return Promise.resolve(newestOf([fitting], limit));
    },
  };
  return { asked, store: store as TransferStore };
}

describe('pages of many wallets', () => {
  it("are each wallet's own newest, however busy the others are", async () => {
    const wallets = ['a', 'b', 'c', 'd'];
    const draft = fc.record({ fromId: fc.constantFrom('a', 'a', 'a', 'b', 'c'), minute: fc.nat(5) });
    const cut = fc.option(fc.record({ at: fc.nat(5).map((n) => new Date(n * 60_000)), seq: fc.nat(40) }), {
      nil: null,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        cut,
        async (drafts, limit, before) => {
          const rows = drafts.map(({ fromId, minute }, i) => transfer(i + 1, fromId, minute));
          const { store } = storeOf(rows);
          const pages = transferPages(store);
          const key = (walletId: string) => ({ walletId, end: 'fromId' as const, before, limit });
          const together = await Promise.all(wallets.map((walletId) => pages.load(key(walletId))));
          const alone = await Promise.all(
            wallets.map((walletId) =>
              storeOf(rows).store.newest({ ...key(walletId), walletIds: [walletId] }),
            ),
          );
          expect(together).toEqual(alone);
        },
      ),
    );
  });

  it('are one question, where no wallet takes the room of another', async () => {
    const wallets = Array.from({ length: 80 }, (_, i) => `w${i}`);
    const { asked, store } = storeOf(wallets.map((walletId, i) => transfer(i + 1, walletId, i)));
    const pages = transferPages(store);
    await Promise.all(
      wallets.map((walletId) => pages.load({ walletId, end: 'fromId', before: null, limit: 3 })),
    );
    expect(asked).toHaveLength(1);
  });
});
