import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerStore } from '@cordon/ledger';
import { importFreezes } from '../../../../subgraphs/enforcement/import/freezes/importFreezes';
import { describeWithData } from '../../../support/describeWithData';
import { draft, someSource } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { sharedData } from '../../../support/sharedData';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

let up: EnforcementUp;
let folder: string;

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  up = await enforcementUp(undefined, { on: store });
  folder = mkdtempSync(join(tmpdir(), 'cordon-freezes-'));
});
afterEach(async () => {
  await up.close();
  rmSync(folder, { recursive: true, force: true });
});

const header =
  'event_name,block_number,txhash,log_index,timestamp,_balance,_blackListedUser,maxFee,newAddress,amount,_user,feeBasisPoints,contract_address,msg.sender';
const usdt = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
const address = (n: number) => `0x${n.toString(16).padStart(40, '0')}`;

interface Line {
  readonly name?: string;
  readonly block: number;
  readonly who?: string;
  readonly balance?: string;
  readonly contract?: string;
  readonly tx?: number;
  /** By default a second a block. */
  readonly at?: string;
}

function line({
  name = 'AddedBlackList',
  block,
  who = address(1),
  balance = '',
  contract = usdt,
  tx = block,
  at,
}: Line) {
  const destroys = name === 'DestroyedBlackFunds';
  const time = at ?? new Date(Date.UTC(2020, 0, 1) + block * 1_000).toISOString().slice(0, 19);
  const hash = `0x${tx.toString(16).padStart(64, '0')}`;
  return [
    name,
    block,
    hash,
    0,
    time,
    balance,
    destroys ? who : '',
    '',
    '',
    '',
    destroys ? '' : who,
    '',
    contract,
    address(9),
  ].join(',');
}

let written = 0;
function write(lines: readonly string[], first = header): string {
  const file = join(folder, `${++written}.csv`);
  writeFileSync(file, `${[first, ...lines].join('\n')}\n`);
  return file;
}

const load = (lines: readonly string[]) => importFreezes(up.database, write(lines));

async function accounts(of = up) {
  const answer = await of.data(
    `{ accounts(first: 200) { nodes { id illustrative status frozenSince venue { id name }
       measures { kind from to endReason observed illustrative source { title } }
       holdings { asset { symbol } frozen inflow held seized released destroyed } } } }`,
  );
  return answer.accounts.nodes;
}

const ahead = () => new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 19);

const freezeTwiceAndLift = [
  line({ block: 1 }),
  line({ block: 2 }),
  line({ name: 'DestroyedBlackFunds', block: 3, balance: '30000000.0' }),
  line({ name: 'RemovedBlackList', block: 4 }),
  line({ block: 5 }),
];

describe('control events', () => {
  it('that no block can have yet, or that would end a freeze before it began, are quarantined', async () => {
    const late = line({ name: 'RemovedBlackList', block: 8, at: '2020-01-01T00:00:01' });
    const report = await load([
      line({ block: 5, who: address(2), at: ahead() }),
      line({ block: 7, who: address(1) }),
      late,
      line({ name: 'RemovedBlackList', block: 9, who: address(3) }),
    ]);
    expect(report).toMatchObject({
      stored: 2,
      quarantined: [
        { line: 2, problem: expect.stringContaining('in the future') },
        { line: 4, problem: expect.stringContaining('before it began') },
      ],
    });
    // Frozen, until an event says otherwise that can be so.
    expect(await accounts()).toMatchObject([
      { id: `tether:${address(1)}`, status: 'FROZEN' },
      { id: `tether:${address(3)}`, status: 'OPEN' },
    ]);
    // An earlier block that becomes known later, too.
    const again = await load([late, line({ block: 3, who: address(3), at: '2020-01-02T00:00:00' })]);
    expect(again).toMatchObject({ stored: 0, quarantined: [{ line: 2 }, { line: 3 }] });
    expect(await load([line({ name: 'RemovedBlackList', block: 10 })])).toMatchObject({ stored: 1 });
    expect((await accounts())[0]).toMatchObject({ status: 'OPEN' });
  });

  it('are observed measures on the accounts of the issuer: a second freeze leaves nothing in force', async () => {
    expect(await load(freezeTwiceAndLift)).toMatchObject({
      read: 5,
      stored: 5,
      doubleFreezes: 1,
      destroyed: '30000000',
    });
    const [account] = await accounts();
    expect(account).toMatchObject({
      id: `tether:${address(1)}`,
      illustrative: false,
      status: 'FROZEN',
      frozenSince: '2020-01-01T00:00:05Z',
      venue: { id: 'tether', name: 'Tether' },
      measures: [
        { from: '2020-01-01T00:00:01Z', to: '2020-01-01T00:00:04Z', endReason: 'WITHDRAWAL', observed: true },
        { from: '2020-01-01T00:00:05Z', to: null, kind: 'FREEZE', illustrative: false },
      ],
    });
    const unknown = { frozen: null, inflow: null, held: null, seized: null, released: null };
    expect(account.holdings).toEqual([{ asset: { symbol: 'USDT' }, ...unknown, destroyed: '30000000' }]);
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('come to the same in whatever order lines and files bring them', async () => {
    await load(freezeTwiceAndLift);
    const [inOrder] = await accounts();
    const other = await enforcementUp();
    for (const at of [3, 0, 4, 2, 1]) await importFreezes(other.database, write([freezeTwiceAndLift[at]!]));
    const [found] = await accounts(other);
    expect(found.measures).toEqual(inOrder.measures);
    expect(found.holdings[0].destroyed).toBe('30000000');
    expect((await other.database.rebuild()).differences).toBe(0);
    await other.close();
  });

  it('are stored once, however often, and by however many at once', async () => {
    const file = write([...freezeTwiceAndLift, freezeTwiceAndLift[0]!]);
    const reports = await Promise.all([1, 2, 3].map(() => importFreezes(up.database, file)));
    expect(reports.reduce((sum, { stored }) => sum + stored, 0)).toBe(5);
    for (const report of reports) expect(report.stored + report.duplicates).toBe(6);
    expect(await importFreezes(up.database, file)).toMatchObject({
      stored: 0,
      duplicates: 6,
      doubleFreezes: 1,
    });
    expect((await accounts())[0].measures).toHaveLength(2);
  });

  it('of two files at once come to the same, whichever is first', async () => {
    // Another process brings the end of a freeze when that freeze is decided on, and not yet written.
    const { ledger } = up.database;
    const other = { ...up.database, ledger: ledgerStore(up.records.ledger) };
    let decided = 0;
    const slow = {
      ...up.database,
      ledger: {
        ...ledger,
        commitAll: ({ decide }: Parameters<typeof ledger.commitAll>[0]) =>
          ledger.commitAll({
            async decide(head) {
              const events = await decide(head);
              if (++decided === 1)
                await importFreezes(other, write([line({ name: 'RemovedBlackList', block: 4 })]));
              return events;
            },
          }),
      },
    };
    expect(await importFreezes(slow, write([line({ block: 1 })]))).toMatchObject({
      stored: 1,
      duplicates: 0,
    });
    expect(decided).toBe(2);
    const [account] = await accounts();
    expect(account).toMatchObject({
      status: 'OPEN',
      measures: [{ from: '2020-01-01T00:00:01Z', to: '2020-01-01T00:00:04Z' }],
    });
  });

  it('that are cut off are finished by another run, and counted whole', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => line({ block: i + 1, who: address(1 + (i % 90)) }));
    let appends = 0;
    const { ledger } = up.database;
    const dying = {
      ...up.database,
      ledger: {
        ...ledger,
        commitAll: async ({ decide }: Parameters<typeof ledger.commitAll>[0]) => {
          const dies = ++appends === 2;
          const results = await ledger.commitAll({
            decide: async (head) => (await decide(head)).slice(0, dies ? 100 : undefined),
          });
          if (dies) throw new Error('killed');
          return results;
        },
      },
    };
    const file = write(lines);
    await expect(importFreezes(dying, file)).rejects.toThrow('killed');
    const again = await importFreezes(up.database, file);
    expect(again.stored + again.duplicates).toBe(700);
    expect(again.duplicates).toBe(350);
    expect(
      (await accounts()).every((account: { measures: unknown[] }) => account.measures.length === 1),
    ).toBe(true);
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('that are wrong are quarantined by line, with what is wrong, and the rest is stored', async () => {
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      ['an unknown event', line({ block: 1, name: 'Frozen' }), /"Frozen" is no control event/],
      ['no address', line({ block: 1, who: '' }), /_user is empty/],
      ['half an address', line({ block: 1, who: '0x12' }), /_user "0x12" is no address/],
      ['another checksum', line({ block: 1, who: usdt.replace('dAC', 'DAC') }), /checksum/],
      [
        'an address of another chain',
        line({ block: 1, who: '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ' }),
        /no address of Ethereum/,
      ],
      ['another contract', line({ block: 1, contract: address(3) }), /not the contract of USDT/],
      ['a fraction', line({ block: 1, name: 'DestroyedBlackFunds', balance: '1.5' }), /_balance "1.5"/],
      ['a negative amount', line({ block: 1, name: 'DestroyedBlackFunds', balance: '-1' }), /_balance "-1"/],
      ['no amount', line({ block: 1, name: 'DestroyedBlackFunds' }), /_balance is empty/],
      ['a wrong time', line({ block: 1 }).replace('2020-01-01T', '2020-02-30T'), /timestamp/],
      ['a wrong block', line({ block: 1 }).replace(',1,0x', ',one,0x'), /block_number/],
      ['too few fields', 'AddedBlackList,1', /it has 2 fields/],
    ];
    const report = await load([
      line({ block: 1_000 }),
      ...wrong.map(([, bad]) => bad),
      line({ name: 'Issue', block: 1_001 }),
    ]);
    expect(report).toMatchObject({ read: wrong.length + 2, stored: 1, ignored: 1, duplicates: 0 });
    expect(report.quarantined).toEqual(
      wrong.map(([, , problem], i) => ({ line: i + 3, problem: expect.stringMatching(problem) })),
    );
    expect(await accounts()).toHaveLength(1);
  });

  it('never leave less than nothing: where more is destroyed than was observed, what is held is unknown', async () => {
    await load([line({ block: 1 })]);
    const asset = `eip155:1/erc20:${usdt}`;
    const place = { accountId: `tether:${address(1)}`, venueId: 'tether', asset, illustrative: false };
    await up.record(
      draft('AMOUNT_OBSERVED', {
        observations: (['frozen', 'inflow', 'held'] as const).map((column) => ({
          ...place,
          column,
          amount: column === 'inflow' ? '0' : '100',
          source: someSource,
        })),
      }),
    );
    await load([line({ name: 'DestroyedBlackFunds', block: 3, balance: '150.0' })]);
    const [account] = await accounts();
    expect(account.holdings).toMatchObject([{ frozen: '100', inflow: null, held: null, destroyed: '150' }]);
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('that contradict one that is known are quarantined, in the file and against the ledger', async () => {
    const other = line({ block: 1, who: address(2) });
    expect(await load([line({ block: 1 }), other])).toMatchObject({
      stored: 1,
      quarantined: [{ line: 3, problem: 'an earlier line says something else of the same log entry' }],
    });
    expect(await load([other])).toMatchObject({
      stored: 0,
      duplicates: 0,
      quarantined: [{ line: 2, problem: 'the ledger says something else of the same log entry' }],
    });
  });

  it('are rejected where the file is invalid, and nothing is written', async () => {
    for (const [file, message] of [
      [join(folder, 'nowhere.csv'), /there is no such file/],
      [folder, /it is a folder/],
      [write([], 'venue,account,address'), /no file of control events.*event_name/],
      [write([], ''), /it is empty|no file of control events/],
    ] as const) {
      const failed = importFreezes(up.database, file);
      await expect(failed).rejects.toMatchObject({
        name: 'ControlFileError',
        message: expect.stringMatching(message),
      });
    }
    expect((await up.database.ledger.head()).sequence).toBe(0);
  });
});

describeWithData('the control events of USDT', () => {
  const file = join(sharedData, 'enforcement', 'usdt_ethereum_control_events_2017-2023.csv');
  const sums = {
    doubleFreezes: 4,
    unfreezesOfUnfrozen: 0,
    destructionsOfUnfrozen: 0,
    destroyed: '176213018853435',
  };

  it('replay to the known sums, backwards too', async () => {
    const [first = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const report = await importFreezes(up.database, write(lines.reverse(), first));
    expect(report).toEqual({
      read: 1636,
      stored: 1480,
      duplicates: 0,
      ignored: 156,
      quarantined: [],
      ...sums,
    });
    const again = await importFreezes(up.database, file);
    expect(again).toEqual({ ...report, stored: 0, duplicates: 1480 });

    // The projections of it: as many measures as freezes without the double ones, as many ended as unfreezes.
    expect(await up.records.measures.countDocuments({})).toBe(830);
    expect(await up.records.measures.countDocuments({ to: { $ne: null } })).toBe(50);
    const destroyed = await up.records.holdings.find({ destroyed: { $ne: null } }).lean();
    expect(destroyed.reduce((sum, row) => sum + BigInt(row.destroyed ?? 0), 0n).toString()).toBe(
      sums.destroyed,
    );
    const { frozen } = await up.data('{ frozen: accounts(status: FROZEN, first: 1) { totalCount } }');
    expect(frozen.totalCount).toBe(780);
  });
});
