import { audienceOf, person } from '../../support/commandsUp';
import { accountFact, draft, measureFact, processFact, venueFact } from '../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';

let up: EnforcementUp;

const analyst = person('analyst', 'ann');
const legal = person('legal', 'lea');
const officer = person('reporting-officer', 'rita');
const partner = person('partner', 'pat', 'w');

const freeze = (id: string, accountId: string, to: string | null, over: object = {}) =>
  measureFact({
    id,
    accountId,
    kind: 'FREEZE',
    from: '2024-01-01T00:00:00.000Z',
    to,
    endReason: to === null ? null : 'EXPIRY',
    ...over,
  });

// The clock of the subgraph stands at 2024-06-01.
beforeAll(async () => {
  up = await enforcementUp();
  await up.record(
    draft('ACCOUNT_REGISTERED', {
      venues: [venueFact('w'), venueFact('x')],
      accounts: ['w:a', 'w:b', 'x:a'].map(accountFact),
    }),
    draft('PROCESS_RECORDED', {
      processes: [
        processFact({ id: 'sealed', scope: ['w:a'], disclosure: 'RESTRICTED', audience: audienceOf(legal) }),
      ],
    }),
    draft('MEASURE_TAKEN', {
      measures: [
        freeze('late', 'w:a', '2024-06-20T00:00:00.000Z', { processIds: ['sealed'] }),
        freeze('soon', 'x:a', '2024-06-02T00:00:00.000Z'),
        freeze('flag', 'w:b', '2024-06-02T00:00:00.000Z', { kind: 'FLAG' }),
        freeze('over', 'w:b', '2024-05-31T00:00:00.000Z'),
        freeze('endless', 'w:b', null),
        freeze('begins later', 'w:b', '2024-06-10T00:00:00.000Z', { from: '2024-06-05T00:00:00.000Z' }),
      ],
    }),
  );
});
afterAll(() => up.close());

const ending = async (args: string, caller = analyst) => {
  const query = `{ measures(expiresBefore: "2024-07-01T00:00:00Z"${args}) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id account { id } bases { id } } } }`;
  return (await up.data(query, {}, caller)).measures;
};
const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

it('lists what is in force and ends before an instant, the first to end first', async () => {
  const found = await ending('');
  expect(idsOf(found)).toEqual(['flag', 'soon', 'late']);
  expect(found.totalCount).toBe(3);
  expect(idsOf(await ending(', kind: FREEZE'))).toEqual(['soon', 'late']);
});

it('gives pages that miss none and repeat none, also where two end at once', async () => {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const page = await ending(`, first: 1${after}`);
    ids.push(...idsOf(page));
    if (!page.pageInfo.hasNextPage) break;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
  expect(ids).toEqual(['flag', 'soon', 'late']);
  const wrong = await up.ask(
    '{ measures(expiresBefore: "2024-07-01T00:00:00Z", after: "eA") { totalCount } }',
  );
  expect(wrong.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

it('shows a partner its own venue, and a sealed basis to nobody who may not know of it', async () => {
  expect(idsOf(await ending('', partner))).toEqual(['flag', 'late']);
  expect((await ending('', partner)).totalCount).toBe(2);
  const basesOfLate = async (caller: typeof analyst) =>
    (await ending('', caller)).nodes.find(({ id }: { id: string }) => id === 'late').bases;
  expect(await basesOfLate(analyst)).toEqual([]);
  expect(await basesOfLate(legal)).toEqual([{ id: 'sealed' }]);
});

describe('blockedPropertyReport', () => {
  const ask = (args: string, caller = officer) =>
    up.ask(`{ blockedPropertyReport(${args}) { csv rows illustrativeOmitted } }`, {}, caller);

  it('is for who files reports, of all venues', async () => {
    const { data } = await ask('asOf: "2023-06-30"');
    expect(data.blockedPropertyReport).toMatchObject({ rows: 0, illustrativeOmitted: 0 });
    expect(data.blockedPropertyReport.csv).toMatch(/^"holder_id",.*"illustrative"\r\n$/);
    for (const caller of [analyst, partner]) {
      const rejected = await ask('asOf: "2023-06-30"', caller);
      expect(rejected.data.blockedPropertyReport).toBeNull();
      expect(rejected.errors).toHaveLength(1);
    }
  });

  it.each([
    'asOf: "2023-06-29"',
    'asOf: "2024-06-30"',
    'asOf: "2023-06-30", since: "2023-01-01"',
    'account: ""',
    'since: "2999-01-01"',
  ])('rejects %s', async (args) =>
    expect((await ask(args)).errors[0].extensions.code).toBe('BAD_USER_INPUT'),
  );

  it('is an error for an account that does not exist, never an empty report', async () => {
    const { data, errors } = await ask('account: "kestrel:mistyped"');
    expect(data.blockedPropertyReport).toBeNull();
    expect(errors[0].extensions.code).toBe('UNKNOWN_ENTITY');
  });
});
