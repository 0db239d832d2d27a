import { registerAccounts } from '../../../../subgraphs/enforcement/import/registerAccounts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { draft } from '../../../support/enforcementFacts';
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

const source = { id: 'deposits', title: 'A list of deposit wallets' };
const rows = [
  { venue: 'v', account: '1' },
  { venue: 'v', account: '2' },
  { venue: 'v', account: '1' },
  { venue: 'w', account: '1', illustrative: true },
];
const register = (given = rows) => registerAccounts(up.database, given, source);

describe('accounts to be registered', () => {
  it('are there afterwards, with their venues, once', async () => {
    expect(await register()).toMatchObject({ registered: 3 });
    expect(await register()).toMatchObject({ registered: 0 });
    const { accounts } = await up.data('{ accounts { nodes { id status illustrative venue { id name } } } }');
    expect(accounts.nodes).toEqual([
      { id: 'v:1', status: 'OPEN', illustrative: false, venue: { id: 'v', name: 'v' } },
      { id: 'v:2', status: 'OPEN', illustrative: false, venue: { id: 'v', name: 'v' } },
      { id: 'w:1', status: 'OPEN', illustrative: true, venue: { id: 'w', name: 'w' } },
    ]);
    expect((await up.database.ledger.head()).sequence).toBe(5);
  });

  it('are registered once by several at once', async () => {
    const all = await Promise.all([register(), register(), register()]);
    expect(all.reduce((sum, { registered }) => sum + registered, 0)).toBe(3);
    expect((await up.database.ledger.head()).sequence).toBe(5);
  });

  it('are registered again where they were taken back', async () => {
    await register();
    const retracted = [{ view: 'accounts' as const, id: 'v:1' }];
    await up.record(draft('CORRECTED', { corrects: 3, reason: 'a mistake', retracted }));
    expect((await up.data('{ account(id: "v:1") { id } }')).account).toBeNull();
    expect(await register()).toMatchObject({ registered: 1 });
    expect((await up.data('{ account(id: "v:1") { id } }')).account).toEqual({ id: 'v:1' });
  });

  it('are rejected each by itself where an id is invalid, and the rest are registered', async () => {
    const bad = [
      { venue: 'v', account: 'two words' },
      { venue: 'V', account: '1' },
      { venue: 'a:b', account: '1' },
      { venue: '', account: '1' },
    ];
    const { registered, rejected } = await register([...bad, ...rows]);
    expect(registered).toBe(3);
    expect([...rejected.keys()]).toEqual(bad.map(({ venue, account }) => `${venue}:${account}`));
    for (const problem of rejected.values()) expect(problem).toMatch(/is no account/);
  });
});
