import { draft, processFact, accountFact, someSource, venueFact } from '../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';
import { audienceOf, person } from '../../support/commandsUp';

let up: EnforcementUp;

const analyst = person('analyst', 'ann');
const legal = person('legal', 'lea');
const named = person('analyst', 'ned');
const partner = person('partner', 'pat', 'w');
const namedPartner = person('partner', 'nia', 'w');

const hold = (id: string, accountIds: string[], over: object = {}) => ({
  id,
  accountIds,
  from: '2024-01-01T00:00:00.000Z',
  to: null,
  processIds: [],
  reason: 'litigation',
  illustrative: true,
  source: someSource,
  ...over,
});
const report = (id: string, kind: string, filedAt: string, accountIds: string[]) => ({
  id,
  kind,
  filedAt,
  filedBy: 'rita',
  reference: null,
  obligationIds: [],
  accountIds,
  sha256: null,
  illustrative: true,
});

beforeAll(async () => {
  up = await enforcementUp();
  await up.record(
    draft('ACCOUNT_REGISTERED', {
      venues: [venueFact('w'), venueFact('x')],
      accounts: ['w:a', 'w:b', 'x:a'].map(accountFact),
    }),
    draft('PROCESS_RECORDED', {
      processes: [
        processFact({
          id: '1-open',
          scope: ['w:a', 'x:a'],
          docket: 'D-1',
          expiry: '2024-07-01T00:00:00.000Z',
        }),
        processFact({ id: '2-quiet', scope: ['w:a'], mayNotify: false, kind: 'SUBPOENA' }),
        processFact({ id: '3-other', scope: ['x:a'] }),
        processFact({
          id: '4-sealed',
          scope: ['w:a'],
          disclosure: 'RESTRICTED',
          audience: audienceOf(named, namedPartner),
        }),
      ],
    }),
    draft('RETENTION_HOLD_PLACED', {
      retentionHolds: [
        hold('1-hold', ['w:a', 'x:a']),
        hold('2-lifted', ['w:b'], { to: '2024-02-01T00:00:00.000Z' }),
        hold('3-sealed', ['w:a'], { processIds: ['4-sealed'] }),
        hold('4-later', ['x:a'], { from: '2024-07-01T00:00:00.000Z' }),
      ],
    }),
    draft('REPORT_FILED', {
      reports: [
        report('1-r', 'annual', '2024-01-05T00:00:00.000Z', ['w:a']),
        report('2-r', 'initial', '2024-03-05T00:00:00.000Z', ['x:a']),
      ],
    }),
  );
});
afterAll(() => up.close());

const idsOf = async (field: string, args: string, caller = analyst): Promise<string[]> => {
  const data = await up.data(`{ ${field}${args} { totalCount nodes { id } } }`, {}, caller);
  const ids = data[field].nodes.map(({ id }: { id: string }) => id) as string[];
  expect(data[field].totalCount).toBe(ids.length);
  return ids;
};

it.each([
  ['legalProcesses', '(docket: "")'],
  ['legalProcesses', '(account: "")'],
  ['filedReports', '(kind: "")'],
  ['filedReports', '(account: "")'],
  ['retentionHolds', '(account: "")'],
])('an empty text is a filter that nothing fits: %s%s', async (field, args) =>
  expect(await idsOf(field, args, legal)).toEqual([]),
);

describe('legalProcesses', () => {
  it('shows all to those who need to know, and to others those that are shown as a basis', async () => {
    expect(await idsOf('legalProcesses', '', legal)).toEqual(['1-open', '2-quiet', '3-other', '4-sealed']);
    expect(await idsOf('legalProcesses', '', analyst)).toEqual(['1-open', '3-other']);
    expect(await idsOf('legalProcesses', '', named)).toEqual(['1-open', '3-other', '4-sealed']);
  });

  it('shows a partner those that name its accounts and of which the subject may be told', async () => {
    expect(await idsOf('legalProcesses', '', partner)).toEqual(['1-open']);
    expect(await idsOf('legalProcesses', '', namedPartner)).toEqual(['1-open', '4-sealed']);
    const { legalProcesses } = await up.data('{ legalProcesses { nodes { scope } } }', {}, partner);
    expect(legalProcesses.nodes).toEqual([{ scope: ['w:a'] }]);
  });

  it('filters by kind, account, docket and expiry', async () => {
    expect(await idsOf('legalProcesses', '(kind: SUBPOENA)', legal)).toEqual(['2-quiet']);
    expect(await idsOf('legalProcesses', '(account: "x:a")')).toEqual(['1-open', '3-other']);
    expect(await idsOf('legalProcesses', '(docket: "D-1")')).toEqual(['1-open']);
    expect(await idsOf('legalProcesses', '(expiresBefore: "2024-07-02T00:00:00Z")')).toEqual(['1-open']);
    expect(await idsOf('legalProcesses', '(expiresBefore: "2024-07-01T00:00:00Z")')).toEqual([]);
  });

  it('tells a partner nothing of the accounts of others that a process names', async () => {
    expect(await idsOf('legalProcesses', '(account: "w:a")', partner)).toEqual(['1-open']);
    expect(await idsOf('legalProcesses', '(account: "x:a")', partner)).toEqual([]);
  });

  it('pages', async () => {
    const { legalProcesses: page } = await up.data(
      '{ legalProcesses(first: 1) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(page).toMatchObject({ totalCount: 2, nodes: [{ id: '1-open' }], pageInfo: { hasNextPage: true } });
    const next = await up.data(
      'query($after: String) { legalProcesses(first: 1, after: $after) { nodes { id } } }',
      {
        after: page.pageInfo.endCursor,
      },
    );
    expect(next.legalProcesses.nodes).toEqual([{ id: '3-other' }]);
  });

  it('answers one by its id as the list does', async () => {
    const one = async (id: string, caller: typeof analyst) =>
      (await up.data('query($id: ID!) { legalProcess(id: $id) { id } }', { id }, caller)).legalProcess;
    expect(await one('4-sealed', analyst)).toBeNull();
    expect(await one('2-quiet', analyst)).toBeNull();
    expect(await one('4-sealed', legal)).toEqual({ id: '4-sealed' });
    expect(await one('3-other', partner)).toBeNull();
    expect(await one('2-quiet', partner)).toBeNull();
  });
});

describe('retentionHolds', () => {
  it('is for those only who may know of every process that one rests on', async () => {
    for (const caller of [analyst, partner])
      expect(await up.data('{ retentionHolds { totalCount } }', {}, caller)).toEqual({
        retentionHolds: null,
      });
    expect(await idsOf('retentionHolds', '', legal)).toEqual(['1-hold', '2-lifted', '3-sealed', '4-later']);
  });

  it('filters by account and by whether they are in place', async () => {
    expect(await idsOf('retentionHolds', '(account: "w:b")', legal)).toEqual(['2-lifted']);
    expect(await idsOf('retentionHolds', '(inPlace: true)', legal)).toEqual(['1-hold', '3-sealed']);
    expect(await idsOf('retentionHolds', '(inPlace: false)', legal)).toEqual(['2-lifted']);
  });
});

describe('filedReports', () => {
  it("shows the operator's people all, filtered, and a partner no list that reads as none filed", async () => {
    expect(await idsOf('filedReports', '')).toEqual(['1-r', '2-r']);
    expect(await up.data('{ filedReports { totalCount } }', {}, partner)).toEqual({ filedReports: null });
    expect(await idsOf('filedReports', '(kind: "annual")')).toEqual(['1-r']);
    expect(await idsOf('filedReports', '(account: "x:a")')).toEqual(['2-r']);
    expect(await idsOf('filedReports', '(filedFrom: "2024-03-05T00:00:00Z")')).toEqual(['2-r']);
    expect(await idsOf('filedReports', '(filedUntil: "2024-03-05T00:00:00Z")')).toEqual(['1-r']);
  });
});

describe('ledgerHead', () => {
  it("shows the operator's people how many events there are, and a partner nothing", async () => {
    const head = await up.database.ledger.head();
    const ask = (caller: typeof analyst) => up.data('{ ledgerHead { events hash checkpoint } }', {}, caller);
    expect(await ask(analyst)).toEqual({
      ledgerHead: { events: head.sequence, hash: head.hash, checkpoint: null },
    });
    expect(await ask(partner)).toEqual({ ledgerHead: null });
  });
});
