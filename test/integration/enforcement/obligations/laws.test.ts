import { ann, ben, type CommandsUp, commandsUp, eth, lea, person } from '../../../support/commandsUp';
import { accountFact, draft, heldFact, measureFact } from '../../../support/enforcementFacts';

/** A duty follows the law of the basis and the jurisdictions of the venue. */

let up: CommandsUp;
const reason = 'a test';
const ada = person('analyst', 'ada');

beforeAll(async () => {
  up = await commandsUp();
  const venue = (id: string, jurisdictions?: string[]) =>
    up.done('registerVenue', { id, name: id, ...(jurisdictions ? { jurisdictions } : {}) });
  await venue('us', ['US']);
  await venue('eu', ['DE']);
  await venue('both', ['US', 'EU']);
  await venue('older');
});
afterAll(() => up.close());

const fields = 'id kind state dueOn dueAt rule about note ownerRole accounts measure { id }';
interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
}
const obligationsOf = async (account: string, caller = ann): Promise<Shown[]> => {
  const { obligations } = await up.data(`{ obligations(first: 200) { nodes { ${fields} } } }`, {}, caller);
  return obligations.nodes.filter(({ about }: Shown) => about.includes(account));
};

let accounts = 0;
/** Blocks a new account of a venue on designations as legal records them; answers the account and the measure. */
async function blocked(venue: string, ...designations: object[]) {
  const account = `${venue}:a${++accounts}`;
  await up.record(
    draft('ACCOUNT_REGISTERED', {
      accounts: [accountFact(account)],
      holdings: [heldFact(account, eth, '5')],
    }),
  );
  const processes = [];
  for (const given of designations) {
    const { id } = await up.done(
      'recordLegalProcess',
      {
        kind: 'OFAC_DESIGNATION',
        authority: 'OFAC',
        scope: [account],
        disclosure: 'OPEN',
        mayNotify: true,
        audience: ['ada'],
        effective: '2024-01-01T00:00:00Z',
        ...given,
      },
      lea,
    );
    processes.push(id);
  }
  const proposal = await up.done('blockAccount', { account, processes, reason }, ada);
  const { measureId } = await up.done('approveProposal', up.approval(proposal), ben);
  return { account, measureId };
}
const council = { authority: 'Council of the EU' };
const eu = { kind: 'SANCTIONS_DESIGNATION', authority: 'The Council', law: 'EU' };
const japan = { kind: 'SANCTIONS_DESIGNATION', authority: 'Ministry of Finance', law: 'JP' };

it('a block on a designation by OFAC at a venue in the United States is reported by 31 CFR 501.603', async () => {
  const { account, measureId } = await blocked('us', {});
  expect(await obligationsOf(account)).toEqual([
    {
      id: `initial-report:${measureId}`,
      kind: 'INITIAL_BLOCKING_REPORT',
      state: 'OPEN',
      dueOn: '2024-06-14',
      dueAt: '2024-06-15T04:00:00Z',
      rule: '31 CFR 501.603(b)(1)(i)',
      about: expect.any(String),
      note: null,
      ownerRole: 'reporting-officer',
      accounts: 1,
      measure: { id: measureId },
    },
  ]);
});

it.each([
  ['of the Council, as OFAC’s kind was all there was', council, 'EU', 'us'],
  ['under EU law at a venue in the United States', eu, 'EU', 'us'],
  ['under EU law at a venue in Germany', eu, 'EU', 'eu'],
  ['under EU law at a venue of an older registration', eu, 'EU', 'older'],
  ['by OFAC at a venue in Germany', {}, 'US', 'eu'],
  ['under a law that Cordon has no name for', japan, 'JP', 'both'],
])(
  'a block %s creates no duty of 31 CFR 501.603, and says that the duty is undetermined',
  async (_, basis, law, venue) => {
    const { account, measureId } = await blocked(venue, basis);
    const [only, ...more] = await obligationsOf(account);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      id: `undetermined-report:${measureId}:${law}`,
      kind: 'UNDETERMINED',
      state: 'UNDETERMINED',
      // No rule, no date: none is made up.
      rule: 'UNDETERMINED',
      dueOn: null,
      dueAt: null,
      ownerRole: 'legal',
      about: expect.stringContaining(`${law} law`),
    });
    const report = { filedAt: up.clock.now.toISOString(), kind: 'ANY_REPORT', obligations: [only?.id] };
    await up.done('fileReport', report, person('reporting-officer', 'rae'));
    expect(await obligationsOf(account)).toMatchObject([{ id: only?.id, state: 'MET' }]);
  },
);

it('a block on two laws has the duties of each', async () => {
  const { account } = await blocked('both', {}, eu);
  expect((await obligationsOf(account)).map(({ kind }) => kind)).toEqual([
    'UNDETERMINED',
    'INITIAL_BLOCKING_REPORT',
  ]);
});

it('a venue that was registered without jurisdictions keeps its duties under US law, and they say so', async () => {
  const { account } = await blocked('older', {});
  expect(await obligationsOf(account)).toMatchObject([
    { kind: 'INITIAL_BLOCKING_REPORT', dueOn: '2024-06-14', note: expect.stringContaining('older') },
  ]);
  const { account: found } = await up.data(`{ account(id: "${account}") { venue { jurisdictions } } }`);
  expect(found.venue.jurisdictions).toBeNull();
});

it('a basis that may not be known of adds no duty for those outside, and does for those who may know', async () => {
  const sealed = { disclosure: 'RESTRICTED', mayNotify: false };
  const { account } = await blocked('both', {}, { ...eu, ...sealed });
  const kinds = async (caller = ann) => (await obligationsOf(account, caller)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['INITIAL_BLOCKING_REPORT']);
  expect(await kinds(lea)).toEqual(['UNDETERMINED', 'INITIAL_BLOCKING_REPORT']);
  // The only basis: that there is a duty is the same for everybody.
  const alone = await blocked('us', sealed);
  expect((await obligationsOf(alone.account)).map(({ kind }) => kind)).toEqual(['INITIAL_BLOCKING_REPORT']);
});

it('an emergency freeze is confirmed under every law, and an observed block creates no duty', async () => {
  const account = 'eu:observed';
  await up.record(
    draft('ACCOUNT_REGISTERED', { accounts: [accountFact(account)] }),
    draft('MEASURE_OBSERVED', {
      measures: [
        measureFact({ id: 'seen', accountId: account, kind: 'BLOCK', from: '2024-05-01T00:00:00.000Z' }),
      ],
    }),
  );
  expect(await obligationsOf(account)).toEqual([]);
});

it.each([
  [{ kind: 'SANCTIONS_DESIGNATION' }, 'law'],
  [{ law: 'Europe' }, 'law'],
  [{ law: 'ZZ' }, 'law'],
  [{ kind: 'SEIZURE_WARRANT', law: 'US' }, 'law'],
])('a process of no such law is rejected: %j', async (given, argument) => {
  const input = {
    kind: 'OFAC_DESIGNATION',
    authority: 'A',
    scope: ['kestrel:1'],
    disclosure: 'OPEN',
    mayNotify: true,
  };
  const { errors } = await up.act('recordLegalProcess', { ...input, ...given }, lea);
  expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});

it.each([[[]], [['UN']], [['us']], [['QO']], [['US', 'Narnia']]])(
  'a venue of no such jurisdiction is rejected: %j',
  async (jurisdictions) => {
    const input = { id: `v${jurisdictions.length}`, name: 'v', jurisdictions };
    const { errors } = await up.act('registerVenue', input);
    expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'jurisdictions' });
  },
);

it('what was recorded is shown, in one spelling, and an amendment keeps it', async () => {
  await up.done('registerVenue', { id: 'gb', name: 'gb', jurisdictions: ['GB', 'UK'] });
  const { account } = await blocked('gb', {
    kind: 'SANCTIONS_DESIGNATION',
    authority: 'HM Treasury',
    law: 'GB',
  });
  const query = `{ account(id: "${account}") { venue { jurisdictions } measures { bases { id law } } } }`;
  const { venue, measures } = (await up.data(query)).account;
  expect(venue.jurisdictions).toEqual(['UK']);
  const [basis] = measures[0].bases;
  expect(basis.law).toBe('UK');
  await up.done('amendLegalProcess', { process: basis.id, mayNotify: true, reason }, lea);
  expect((await up.data(query)).account.measures[0].bases).toEqual([basis]);
  expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
});
