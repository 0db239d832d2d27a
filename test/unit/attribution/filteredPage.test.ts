import fc from 'fast-check';
import { walletOfId } from '../../../shared/caip/wallet';
import { filteredPage, type PlacedTransfer } from '../../../subgraphs/attribution/transfer/filteredPage';
import { readFilter } from '../../../subgraphs/attribution/transfer/transferFilter.rules';
import {
  newestOf,
  readPlace,
  type TransferPlace,
} from '../../../subgraphs/attribution/transfer/transferPage.rules';
import { transferView } from '../../../subgraphs/attribution/transfer/transfer.view';
import { address, walletId } from '../../support/attributionCase';

const own = walletOfId(walletId(0));
const assets = ['eip155:1/slip44:60', `eip155:1/erc20:${address(9)}`] as const;

interface Row {
  readonly isPayer: boolean;
  readonly other: number;
  readonly at: number;
  readonly asset: 0 | 1;
  readonly amount: number;
}

const row = fc.record<Row>({
  isPayer: fc.boolean(),
  other: fc.integer({ min: 0, max: 3 }),
  at: fc.integer({ min: 0, max: 6 }),
  asset: fc.constantFrom(0, 1),
  amount: fc.integer({ min: 0, max: 3 }),
});
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const asked = fc.record({
  direction: fc.constantFrom('IN' as const, 'OUT' as const, 'ANY' as const),
  from: maybe(fc.integer({ min: 0, max: 3 })),
  until: maybe(fc.integer({ min: 4, max: 6 })),
  asset: maybe(fc.constantFrom(0 as const, 1 as const)),
  minAmount: maybe(fc.integer({ min: 0, max: 3 })),
  counterparty: maybe(fc.integer({ min: 0, max: 3 })),
});

const placed = ({ isPayer, other, at, asset, amount }: Row, seq: number): PlacedTransfer => ({
  at: new Date(at),
  seq,
  view: transferView({
    _id: `eip155:1:0x${seq}:0`,
    seq,
    chain: 'eip155:1',
    tx: `0x${seq}`,
    index: 0,
    at: new Date(at),
    fromId: walletId(isPayer ? 0 : other),
    toId: walletId(isPayer ? other : 0),
    asset: assets[asset],
    amount: String(amount),
    illustrative: false,
    source: { id: 's', title: 's' },
  }),
});

/** As a store reads them: what comes after a place in the order of the newest first. */
const reader = (rows: readonly PlacedTransfer[]) => async (before: TransferPlace | null, limit: number) =>
  newestOf(
    [rows.filter(({ at, seq }) => !before || at < before.at || (+at === +before.at && seq < before.seq))],
    limit,
  );

describe('filtered pages of transfers', () => {
  it('are together what a look at every transfer finds, in order and without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        asked,
        fc.integer({ min: 1, max: 5 }),
        async (rows, wanted, first) => {
          const { direction, from, until, asset, minAmount, counterparty } = wanted;
          const isOwn = ({ isPayer, other }: Row) =>
            direction === 'ANY' || other === 0 || (direction === 'OUT') === isPayer;
          const ofDirection = rows
            .map((one, i) => ({ one, placed: placed(one, i + 1) }))
            .filter(({ one }) => isOwn(one));
          const amounts = asset === null ? null : minAmount;
          const expected = ofDirection
            .filter(
              ({ one }) =>
                (from === null || one.at >= from) &&
                (until === null || one.at < until) &&
                (asset === null || one.asset === asset) &&
                (amounts === null || one.amount >= amounts) &&
                (counterparty === null || one.other === counterparty),
            )
            .map(({ placed: { at, seq } }) => ({ at: +at, seq }))
            .sort((a, b) => b.at - a.at || b.seq - a.seq)
            .map(({ seq }) => seq);
          const filter = readFilter(
            {
              direction,
              from: from === null ? null : new Date(from),
              until: until === null ? null : new Date(until),
              asset: asset === null ? null : assets[asset],
              minAmount: amounts === null ? null : BigInt(amounts),
              counterparty: counterparty === null ? null : address(counterparty),
            },
            own,
          );
          const found: number[] = [];
          for (let after: TransferPlace | null = null, pages = 0; pages < 40; pages++) {
            const page = await filteredPage(
              filter,
              { first, after },
              reader(ofDirection.map((one) => one.placed)),
            );
            found.push(...page.rows.map(({ seq }) => seq));
            if (!page.hasNextPage) break;
            after = page.readTo ? readPlace(page.readTo) : page.rows.at(-1)!;
          }
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('examine so many rows and report how far they came, rather than an empty page', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) =>
      placed({ isPayer: true, other: i === 0 ? 2 : 1, at: i, asset: 0, amount: 1 }, i + 1),
    );
    const filter = readFilter({ direction: 'OUT', counterparty: address(2) }, own);
    const read = reader(rows);
    const page = await filteredPage(filter, { first: 10, after: null }, read);
    expect(page).toMatchObject({ rows: [], hasNextPage: true });
    const next = await filteredPage(filter, { first: 10, after: readPlace(page.readTo ?? '') }, read);
    expect(next).toMatchObject({ rows: [{ seq: 1 }], hasNextPage: false });
  });
});
