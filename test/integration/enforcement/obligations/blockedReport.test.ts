import type { EventDraft } from '../../../../subgraphs/enforcement/ledger/events';
import { blockedReport } from '../../../../subgraphs/enforcement/report/blockedReport';
import { accountFact, draft, measureFact, someSource, venueFact } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';

const ether = 'eip155:1/slip44:60';
const usdc = 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const real = { illustrative: false };
const onDay = (day: string, one: EventDraft): EventDraft => ({ ...one, happenedAt: `${day}T12:00:00.000Z` });
const observed = (asset: string, amount: string) =>
  draft('AMOUNT_OBSERVED', {
    observations: [
      { accountId: 'w:a', venueId: 'w', asset, ...real, column: 'held', amount, source: someSource },
    ],
  });
const worth = (id: string, amount: string, given: { day: string | null; usdCents: string }) => ({
  id,
  about: { kind: 'HOLDING' as const, accountId: 'w:a', venueId: 'w', asset: ether, amount },
  valuation: {
    usdCents: given.usdCents,
    time: { text: given.day ?? 'some time', from: given.day, to: given.day },
    source: { ...someSource, title: `Prices of ${given.day}` },
  },
  ...real,
});

let up: EnforcementUp;
const two = '2000000000000000000';

beforeAll(async () => {
  up = await enforcementUp();
  await up.record(
    draft('ACCOUNT_REGISTERED', {
      venues: [venueFact('w')],
      accounts: ['w:a', 'w:b', 'w:c'].map((id) => ({ ...accountFact(id), ...real })),
    }),
    draft('MEASURE_TAKEN', {
      measures: [
        ['a', 'w:a', null],
        ['b', 'w:b', [usdc]],
      ].map(([id, accountId, assets]) =>
        measureFact({
          id: id as string,
          accountId: accountId as string,
          assets: assets as string[] | null,
          kind: 'BLOCK',
          from: '2023-03-01T12:00:00.000Z',
          observed: false,
          ...real,
        }),
      ),
    }),
    onDay('2023-04-01', observed(ether, two)),
    onDay('2023-04-01', observed(usdc, '0')),
    onDay('2023-09-01', observed(ether, '7')),
    draft('VALUATION_RECORDED', {
      valuations: [
        worth('v1', two, { day: '2023-05-01', usdCents: '350000' }),
        worth('v2', two, { day: '2023-06-30', usdCents: '380005' }),
        worth('v3', two, { day: '2023-07-01', usdCents: '999999' }),
        worth('v4', '1', { day: '2023-06-30', usdCents: '888888' }),
        worth('v5', two, { day: null, usdCents: '777777' }),
      ],
    }),
  );
});
afterAll(() => up.close());

async function rowsAt(asOf: string) {
  const report = await blockedReport(up.database, { asOf: new Date(asOf), includeIllustrative: false });
  const rows = [];
  for await (const row of report.rows) rows.push(row);
  return rows;
}

describe('the report on blocked property', () => {
  it('has the amounts as they were then, a row for an asset, and the worth by the latest prices until then', async () => {
    const [a, b, ...more] = await rowsAt('2023-07-01T03:59:59.999Z');
    expect(more).toEqual([]);
    expect(a).toMatchObject({
      account: 'w:a',
      asset: ether,
      amount: '2',
      amount_base_units: two,
      amount_note: '',
      value_usd: '3800.05',
      value_time: '2023-06-30',
      value_source: 'Prices of 2023-06-30',
      value_note: 'of 2 valuations that with the latest prices',
    });
    expect(b).toMatchObject({
      account: 'w:b',
      asset: usdc,
      asset_symbol: 'USDC',
      amount: '',
      amount_note: 'nobody had observed it by then',
      value_usd: '',
    });
  });

  it('gives no worth of another amount, and no amount that was observed later', async () => {
    const [later] = await rowsAt('2023-10-01T00:00:00Z');
    expect(later).toMatchObject({ amount: '0.000000000000000007', value_usd: '', value_source: '' });
    const [before] = await rowsAt('2023-03-15T00:00:00Z');
    expect(before).toMatchObject({ asset: '', amount: '', amount_note: 'no holding was recorded by then' });
  });

  it('reads what was corrected later as the correction says', async () => {
    const { sequence } = (await up.record(onDay('2023-05-02', observed(ether, '5'))))[0]!.event;
    expect((await rowsAt('2023-07-01T00:00:00Z'))[0]).toMatchObject({ amount_base_units: '5' });
    const { observations } = observed(ether, two).payload;
    await up.record(
      onDay(
        '2024-01-01',
        draft('CORRECTED', { corrects: sequence, reason: 'misread', observations: observations! }),
      ),
    );
    expect((await rowsAt('2023-07-01T00:00:00Z'))[0]).toMatchObject({ amount_base_units: two });
  });
});
