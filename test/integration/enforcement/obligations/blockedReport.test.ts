import type { EventDraft } from '../../../../subgraphs/enforcement/ledger/events';
import { blockedReport } from '../../../../subgraphs/enforcement/report/blockedReport';
import {
  accountFact,
  designationFact,
  draft,
  measureFact,
  processFact,
  someSource,
  venueFact,
} from '../../../support/enforcementFacts';
import { person } from '../../../support/commandsUp';
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
    draft('PROCESS_RECORDED', {
      processes: [designationFact(['w:a', 'w:b'], { id: 'sealed', disclosure: 'RESTRICTED' })],
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
          processIds: ['sealed'],
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

async function rowsAt(asOf: string, since?: string) {
  const report = await blockedReport(up.database, {
    asOf: new Date(asOf),
    ...(since === undefined ? {} : { begunSince: new Date(since) }),
    includeIllustrative: false,
  });
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

  it('of what became blocked has it also where it is gone by now, with what was held that day', async () => {
    const place = { accountId: 'w:c', venueId: 'w', asset: ether, ...real, source: someSource };
    const block = (id: string, assets: string[] | null) =>
      measureFact({
        id,
        accountId: 'w:c',
        assets,
        kind: 'BLOCK',
        from: '2023-05-01T12:00:00.000Z',
        to: '2023-05-03T12:00:00.000Z',
        endReason: 'LICENCE',
        processIds: ['secret'],
        observed: false,
        ...real,
      });
    const restricted = {
      kind: 'OFAC_DESIGNATION' as const,
      id: 'secret',
      scope: ['w:c'],
      disclosure: 'RESTRICTED' as const,
      authority: 'Nobody',
    };
    await up.record(
      draft('PROCESS_RECORDED', { processes: [processFact(restricted)] }),
      onDay(
        '2023-04-30',
        draft('AMOUNT_OBSERVED', { observations: [{ ...place, column: 'held', amount: two }] }),
      ),
      draft('MEASURE_TAKEN', { measures: [block('c', null), block('c-usdc', [usdc])] }),
      onDay(
        '2023-05-03',
        draft('AMOUNT_TRANSFERRED', { movements: [{ ...place, column: 'released', amount: two }] }),
      ),
      onDay(
        '2023-05-03',
        draft('AMOUNT_OBSERVED', { observations: [{ ...place, asset: usdc, column: 'held', amount: '5' }] }),
      ),
    );
    const rows = (await rowsAt('2023-05-04T12:00:00Z', '2023-05-01T00:00:00Z')).map(
      ({ asset, amount_base_units, amount_note, unblocked_on, legal_authority }) => ({
        asset,
        amount_base_units,
        amount_note,
        unblocked_on,
        legal_authority,
      }),
    );
    const common = { unblocked_on: '2023-05-03', legal_authority: 'not shown' };
    const note = 'as of 2023-05-04T12:00:00.000Z: nobody had observed it on the day of the blocking';
    expect(rows).toEqual([
      { ...common, asset: usdc, amount_base_units: '5', amount_note: note },
      { ...common, asset: ether, amount_base_units: two, amount_note: '' },
    ]);
    // Gone by the evening of the same day: what was held at the instant.
    const [, again] = await rowsAt('2023-05-01T12:00:00Z', '2023-05-01T00:00:00Z');
    expect(again).toMatchObject({ asset: ether, amount_base_units: two });
    const early = onDay(
      '2023-05-01',
      draft('AMOUNT_OBSERVED', { observations: [{ ...place, column: 'held', amount: '0' }] }),
    );
    await up.record({ ...early, happenedAt: '2023-05-01T20:00:00.000Z' });
    const [, gone] = await rowsAt('2023-05-04T12:00:00Z', '2023-05-01T00:00:00Z');
    expect(gone).toMatchObject({
      amount_base_units: two,
      amount_note: 'when it was blocked: gone on the same day',
    });
  });

  it('names the records that it shows, and no basis that must not be disclosed', async () => {
    await up.record(
      draft('ACCOUNT_REGISTERED', {
        venues: [venueFact('w')],
        accounts: ['w:d', 'w:e'].map((id) => ({ ...accountFact(id), ...real })),
      }),
      draft('PROCESS_RECORDED', {
        processes: [
          designationFact(['w:d'], { id: 'open', ...real }),
          designationFact(['w:d', 'w:e'], { id: 'hidden', disclosure: 'RESTRICTED', ...real }),
        ],
      }),
      draft('MEASURE_TAKEN', {
        measures: (
          [
            ['d; one', 'w:d', ['open', 'hidden']],
            ['e', 'w:e', ['hidden']],
          ] as const
        ).map(([id, accountId, processIds]) =>
          measureFact({
            id,
            accountId,
            kind: 'BLOCK',
            processIds: [...processIds],
            from: '2024-02-01T12:00:00.000Z',
            observed: false,
            ...real,
          }),
        ),
      }),
    );
    const officer = person('reporting-officer', 'rita');
    const reported = async (query: string) =>
      (await up.data(`{ blockedPropertyReport(${query}) { id csv csvRecords } }`, {}, officer))
        .blockedPropertyReport as { id: string; csv: string; csvRecords: string[] };
    const { csv, csvRecords } = await reported('since: "2024-02-01"');
    expect(csvRecords).toEqual([
      'Account:w:d',
      'Measure:d; one',
      'LegalProcess:open',
      'Account:w:e',
      'Measure:e',
    ]);
    expect(csv).not.toContain('hidden');
    const annual = await reported('asOf: "2022-06-30"');
    expect(annual).toMatchObject({ id: '2022-07-01T03:59:59.999Z', csvRecords: [] });
  });
});
