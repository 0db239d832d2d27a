import 'reflect-metadata';
import fc from 'fast-check';
import { walletOfId } from '../../../shared/caip/wallet';
import type { TransferRecord } from '../../../subgraphs/attribution/transfer/transfer.record';
import type { NewestQuery, TransferStore } from '../../../subgraphs/attribution/transfer/transfer.store';
import { newestOf } from '../../../subgraphs/attribution/transfer/transferPage.rules';
import { transferPages, utxoPages } from '../../../subgraphs/attribution/transfer/transferPages.loader';
import type { HasTransfers } from '../../../subgraphs/attribution/transfer/transfer.context';
import { WalletTransfersResolver } from '../../../subgraphs/attribution/transfer/transfer.resolver';
import { requestSieve } from '../../../subgraphs/attribution/transfer/sieve';
import { walletId } from '../../support/attributionCase';

const own = walletOfId(walletId(0));

const source = { id: 's', title: 's', publisher: null, publishedOn: null, url: null, quote: null };

const transfer = (seq: number, fromId: string, minute: number): TransferRecord => ({
  _id: `t${seq}`,
  seq,
  chain: 'eip155:1',
  tx: `0x${seq}`,
  index: 0,
  at: new Date(minute * 60_000),
  fromId,
  toId: walletId(9),
  asset: 'eip155:1/slip44:60',
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

  it('are kept for the request, except those whose rows are tested one by one', async () => {
    const { asked, store } = storeOf([transfer(1, own.id, 1)]);
    const context = {
      transferPages: transferPages(store),
      utxoPages: utxoPages(store),
      sieve: requestSieve(),
    } as unknown as HasTransfers;
    const read = async (filter: { readonly asset?: string }) =>
      new WalletTransfersResolver().transfers(own, context, { direction: 'OUT', first: 5, ...filter });
    for (let i = 0; i < 3; i++) expect((await read({})).edges).toHaveLength(1);
    expect(asked).toHaveLength(1);
    for (let i = 0; i < 3; i++) {
      expect((await read({ asset: 'eip155:1/slip44:60' })).edges).toHaveLength(1);
    }
    expect(asked).toHaveLength(1 + 3);
  });
});
