import { type EnforcementUp, enforcementUp, writeCase } from '../../../support/enforcementUp';

let up: EnforcementUp;
beforeEach(async () => {
  up = await enforcementUp();
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
