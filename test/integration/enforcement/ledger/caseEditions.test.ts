import {
  accountFact,
  draft,
  heldFact,
  measureFact,
  processFact,
  someSource,
} from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp, writeCase } from '../../../support/enforcementUp';
import { openTestStore, type TestStore } from '../../../support/openTestStore';

let up: EnforcementUp;
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  up = await enforcementUp(undefined, { on: store });
});
afterEach(() => up.close());

const freeze = (id: string, account: string, over = '') => `- id: ${id}
  account: '${account}'
  kind: FREEZE
  from: 2022-05-12T00:00:00Z
  processes: [w]
  reason: Why.
  maker: one
  checker: two
  illustrative: true
  source: memo
${over}`;

const first: Readonly<Record<string, string>> = {
  'venues.yaml': '- { id: v, name: V, illustrative: true }\n',
  'accounts.yaml': ['v:1', 'v:2', 'v:3'].map((id) => `- { id: '${id}', illustrative: true }\n`).join(''),
  'processes.yaml': `- id: w
  kind: SEIZURE_WARRANT
  authority: A court
  served: 2022-05-10T00:00:00Z
  scope: ['v:1', 'v:2']
  disclosure: OPEN
  illustrative: true
  source: memo
`,
  'measures.yaml': freeze('a', 'v:1') + freeze('b', 'v:2'),
};

async function load(files: Readonly<Record<string, string>>) {
  const { folder, remove } = writeCase(files);
  try {
    return await up.importCase(folder);
  } finally {
    remove();
  }
}

const events = async () => (await up.database.ledger.head()).sequence;
const statuses = async () => {
  const { accounts } = await up.data('{ accounts(first: 50) { nodes { id status } } }');
  return Object.fromEntries(
    accounts.nodes.map(({ id, status }: { id: string; status: string }) => [id, status]),
  );
};

/** The process of the case, withdrawn by a person. */
const withdrawn = () =>
  draft('PROCESS_WITHDRAWN', {
    reason: 'a test',
    processes: [
      processFact({
        id: 'small:w',
        scope: ['v:1', 'v:2'],
        served: '2022-05-10T00:00:00.000Z',
        expiry: '2023-01-01T00:00:00.000Z',
        withdrawn: true,
        source: { ...someSource, id: 'memo', title: 'A memo' },
      }),
    ],
  });

describe('a case', () => {
  it('becomes one event a fact, and the same edition again none', async () => {
    await load(first);
    // A venue, three accounts, a process, two measures, and that the edition is in.
    expect(await events()).toBe(8);
    expect(await load(first)).toMatchObject({ loaded: false });
    // Where it is not known that it was loaded, as it was cut off at the very end.
    await up.records.loadedCases.deleteMany({});
    expect(await load(first)).toMatchObject({ loaded: true });
    expect(await events()).toBe(9);
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('in another edition corrects what reads otherwise and takes back what is dropped, and only that', async () => {
    await load(first);
    const before = new Date();
    const second = {
      ...first,
      'accounts.yaml':
        "- { id: 'v:1', illustrative: true }\n- { id: 'v:2', illustrative: true }\n- { id: 'v:4', illustrative: true }\n",
      'measures.yaml': freeze('a', 'v:1', '  to: 2022-06-01T00:00:00Z\n  endReason: WITHDRAWAL\n'),
    };
    const already = await events();
    await load(second);
    // The end of `a`, v:4 new, `b` and v:3 taken back, and that the edition is in.
    expect((await events()) - already).toBe(5);
    expect(await statuses()).toEqual({ 'v:1': 'OPEN', 'v:2': 'OPEN', 'v:4': 'OPEN' });
    const { account } = await up.data(
      `{ account(id: "v:2") { now: status then: status(knownAt: "${before.toISOString()}") } }`,
    );
    expect(account).toEqual({ now: 'OPEN', then: 'FROZEN' });
    const listed = async (status: string, asOf: string) =>
      (await up.data(`{ accounts(status: ${status}, asOf: "${asOf}") { nodes { id } } }`)).accounts.nodes;
    expect(await listed('FROZEN', '2022-05-20T00:00:00Z')).toEqual([{ id: 'v:1' }]);
    expect(await listed('FROZEN', '2022-06-01T00:00:00Z')).toEqual([]);
    expect(await listed('OPEN', '2022-05-20T00:00:00Z')).toEqual([{ id: 'v:2' }, { id: 'v:4' }]);
    // And back again: what the first edition says is said anew.
    await load(first);
    expect(await statuses()).toEqual({ 'v:1': 'FROZEN', 'v:2': 'FROZEN', 'v:3': 'OPEN' });
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('cannot replace the accounts of another, and then writes nothing', async () => {
    await load(first);
    const already = await events();
    const other = {
      ...first,
      'case.yaml': 'name: other\ntitle: Another\nsources:\n  memo: { title: A memo }\n',
    };
    await expect(load(other)).rejects.toThrow(/accounts: v:1 is there already, from the case "small"/);
    await expect(load(other)).rejects.toMatchObject({ name: 'CaseError' });
    expect(await events()).toBe(already);
  });

  it('may have accounts of its own at a venue of another, where both say the same of it', async () => {
    await load(first);
    const memo = 'name: other\ntitle: Another\nsources:\n  memo: { title: A memo }\n';
    const own = { 'accounts.yaml': "- { id: 'v:9', illustrative: true }\n", 'case.yaml': memo };
    await load({ ...own, 'venues.yaml': first['venues.yaml']! });
    expect(await statuses()).toMatchObject({ 'v:1': 'FROZEN', 'v:9': 'OPEN' });
    const renamed = { ...own, 'venues.yaml': '- { id: v, name: Other, illustrative: true }\n' };
    await expect(load(renamed)).rejects.toThrow(/venues: v is there already/);
  });

  it('loaded twice at once is loaded once', async () => {
    const { folder, remove } = writeCase(first);
    await Promise.all([up.importCase(folder), up.importCase(folder), up.importCase(folder)]);
    remove();
    expect(await events()).toBe(8);
    expect(await statuses()).toEqual({ 'v:1': 'FROZEN', 'v:2': 'FROZEN', 'v:3': 'OPEN' });
  });
});

describe('what somebody did to what a case brought in', () => {
  const ended =
    freeze('a', 'v:1', '  to: 2022-06-01T00:00:00Z\n  endReason: WITHDRAWAL\n') + freeze('b', 'v:2');
  const expiryOf = async () => (await up.records.processes.findById('small:w').lean())?.expiry?.toISOString();

  it('stays in the next edition, which speaks of something else', async () => {
    await load(first);
    await up.record(withdrawn());
    await load({
      ...first,
      'accounts.yaml': `${first['accounts.yaml']}- { id: 'v:4', illustrative: true }\n`,
    });
    expect(await statuses()).toMatchObject({ 'v:4': 'OPEN' });
    expect(await expiryOf()).toBe('2023-01-01T00:00:00.000Z');
    expect((await up.database.rebuild()).differences).toBe(0);
  });

  it('is not undone by an edition that changes or drops it: the event is named, and nothing written', async () => {
    await load(first);
    const [result] = await up.record(
      draft('MEASURE_ENDED', {
        reason: 'a test',
        measureChanges: [{ measureId: 'small:a', to: '2022-07-01T00:00:00.000Z', endReason: 'COURT_ORDER' }],
      }),
    );
    const already = await events();
    const named = new RegExp(
      `measures: small:a was changed by event ${result!.event.sequence} of the ledger`,
    );
    for (const measures of [ended, freeze('b', 'v:2')]) {
      await expect(load({ ...first, 'measures.yaml': measures })).rejects.toThrow(named);
      await expect(load({ ...first, 'measures.yaml': measures })).rejects.toMatchObject({
        name: 'CaseError',
      });
    }
    await up.record(withdrawn());
    const served = first['processes.yaml']!.replace('05-10', '05-09');
    await expect(load({ ...first, 'processes.yaml': served })).rejects.toThrow(
      /processes: small:w was changed by/,
    );
    expect(await events()).toBe(already + 1);
  });

  it('keeps what it hangs on: a process that a measure rests on, an account that is under one', async () => {
    await load(first);
    const measure = measureFact({
      id: 'ours',
      accountId: 'v:3',
      kind: 'FREEZE',
      from: '2022-08-01T00:00:00.000Z',
      processIds: ['small:w'],
    });
    await up.record(draft('MEASURE_TAKEN', { measures: [measure] }));
    const longer = first['processes.yaml']!.replace('  scope:', '  expiry: 2022-09-01T00:00:00Z\n  scope:');
    await expect(load({ ...first, 'processes.yaml': longer })).rejects.toThrow(
      /small:w cannot be changed.*measure ours/,
    );
    const fewer = first['accounts.yaml']!.replace("- { id: 'v:3', illustrative: true }\n", '');
    await expect(load({ ...first, 'accounts.yaml': fewer })).rejects.toThrow(/v:3 cannot be.*measure ours/);
    expect(await statuses()).toMatchObject({ 'v:3': 'FROZEN' });
  });

  it('a venue that has accounts of others is not taken back with the case’s own', async () => {
    await load(first);
    await up.record(draft('ACCOUNT_REGISTERED', { accounts: [accountFact('v:ours')] }));
    await load({ 'venues.yaml': '- { id: w, name: W, illustrative: true }\n' });
    const { account } = await up.data('{ account(id: "v:ours") { id venue { name } } }');
    expect(account).toEqual({ id: 'v:ours', venue: { name: 'V' } });
    expect(await statuses()).toEqual({ 'v:ours': 'OPEN' });
    await up.record(
      draft('CORRECTED', { corrects: 1, reason: 'a test', retracted: [{ view: 'accounts', id: 'v:ours' }] }),
    );
    await load({ 'venues.yaml': '- { id: x, name: X, illustrative: true }\n' });
    expect((await up.records.venues.find({ retracted: false }).lean()).map(({ _id }) => _id)).toEqual(['x']);
  });

  it('an amount of a holding that the case took back is the first that is heard of it', async () => {
    const asset = 'eip155:1/slip44:60';
    const all = ['frozen', 'held'].map((name) => `  ${name}: "100"\n`).join('');
    const holding = `- account: 'v:1'\n  asset: ${asset}\n${all}  illustrative: true\n`;
    await load({ ...first, 'holdings.yaml': holding });
    const holdings = async () =>
      (await up.data('{ account(id: "v:1") { holdings { frozen held } } }')).account.holdings;
    expect(await holdings()).toEqual([{ frozen: '100', held: '100' }]);
    await load(first);
    expect(await holdings()).toEqual([]);
    const { amounts: _amounts, ...place } = heldFact('v:1', asset, '0');
    await up.record(draft('AMOUNT_OBSERVED', { observations: [{ ...place, column: 'held', amount: '7' }] }));
    expect(await holdings()).toEqual([{ frozen: null, held: '7' }]);
    await expect(load({ ...first, 'holdings.yaml': holding })).rejects.toThrow(
      /holdings: v:1.* was changed by event/,
    );
    expect((await up.database.rebuild()).differences).toBe(0);
  });
});
