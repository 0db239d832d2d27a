import { proposalStore } from '../../../../subgraphs/enforcement/proposal/proposal.store';
import { watchLapses } from '../../../../subgraphs/enforcement/proposal/watchLapses';
import { ann, audienceOf, ben, type CommandsUp, commandsUp, lea, person } from '../../../support/commandsUp';
import type { Identity } from '../../../../shared/identity/identity';
import { callerOf } from '../../../support/identities';

let up: CommandsUp;
/** Named in the audience of the process that must not be disclosed. */
const ada = person('analyst', 'ada');
const kay = person('partner', 'kay', 'kestrel');

beforeAll(async () => {
  up = await commandsUp();
  await up.process({
    id: 'secret',
    scope: ['kestrel:1'],
    disclosure: 'RESTRICTED',
    audience: audienceOf(ada),
  });
  await up.process({ id: 'open', scope: ['kestrel:1', 'kestrel:2'] });
});
afterAll(() => up.close());

const freeze = (process: string) => ({ account: 'kestrel:1', processes: [process], reason: 'a test' });
const listed = async (caller = ann) =>
  (
    await up.data(
      '{ proposals(first: 50) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }',
      {},
      caller,
    )
  ).proposals;

describe('a process that must not be disclosed', () => {
  it('is hidden from an analyst outside its audience: a command on it fails as for a missing one', async () => {
    const say = async (id: string) => {
      const { errors } = await up.act('freezeAccount', freeze(id), ann);
      return [errors[0].extensions.code, errors[0].message.replace(JSON.stringify(id), '…')];
    };
    expect(await say('secret')).toEqual(await say('no-such-process'));
    expect(await up.rejectionOf('freezeAccount', freeze('secret'), ann)).toBe('UNKNOWN_ENTITY');
  });

  it('is not told by what was proposed on it: no row, no count, no cursor, no error', async () => {
    const before = await listed();
    const proposal = await up.done('freezeAccount', freeze('secret'), ada);
    for (const caller of [ann, callerOf('reporting-officer')]) expect(await listed(caller)).toEqual(before);
    for (const caller of [ada, ben, lea, callerOf('auditor')]) {
      expect((await listed(caller)).nodes).toContainEqual({ id: proposal.id });
    }
    expect(await listed(kay)).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { endCursor: null, hasNextPage: false },
    });
    await up.done('approveProposal', up.approval(proposal), ben);
    expect(await listed()).toEqual(before);
  });

  it('leaves the status as it is, and a basis only for those who may know', async () => {
    const query =
      '{ account(id: "kestrel:1") { status frozenSince measures { bases { id } maker checker } } }';
    for (const caller of [ann, kay, callerOf('reporting-officer')]) {
      const { account } = await up.data(query, {}, caller);
      expect(account).toMatchObject({ status: 'FROZEN', measures: [{ bases: [] }] });
      expect(JSON.stringify(account)).not.toContain('secret');
    }
    for (const caller of [ada, ben, lea]) {
      expect((await up.data(query, {}, caller)).account.measures[0].bases).toEqual([{ id: 'secret' }]);
    }
  });

  it('is for those whom its audience names, and for nobody who shares their subject', async () => {
    const scope = ['kestrel:3'];
    const terms = {
      kind: 'SEIZURE_WARRANT',
      authority: 'A court',
      scope,
      mayNotify: false,
      served: '2024-01-01T00:00:00Z',
    };
    const recorded = await up.done(
      'recordLegalProcess',
      {
        ...terms,
        disclosure: 'RESTRICTED',
        audience: ['ada'],
        audienceMembers: [
          { subject: 'kay', venue: 'kestrel' },
          { subject: 'zoe', issuer: 'https://other.example' },
        ],
      },
      lea,
    );
    const proposal = await up.done('freezeAccount', { ...freeze(recorded.id), account: 'kestrel:3' }, ada);
    await up.done('approveProposal', up.approval(proposal), ben);
    const elsewhere = (caller: Identity) => ({ ...caller, issuer: 'https://other.example' });
    const sees = async (caller: Identity) => {
      const { account } = await up.data(
        '{ account(id: "kestrel:3") { measures { bases { id } } } }',
        {},
        caller,
      );
      return account.measures[0].bases.length === 1;
    };
    for (const caller of [ada, kay, elsewhere(person('analyst', 'zoe'))])
      expect(await sees(caller)).toBe(true);
    for (const caller of [
      elsewhere(ada),
      person('partner', 'ada', 'kestrel'),
      person('analyst', 'ada', 'kestrel'),
      person('analyst', 'kay'),
      elsewhere(kay),
      person('analyst', 'zoe'),
      person('analyst', audienceOf(ada)[0]!),
    ])
      expect([caller, await sees(caller)]).toEqual([caller, false]);
  });

  it('takes no audience that no token can name', async () => {
    const amend = { process: 'secret', reason: 'a test' };
    for (const given of [
      { audience: ['ada '] },
      { audience: [''] },
      { audienceMembers: [{ subject: 'k\u200bay', venue: 'kestrel' }] },
      { audienceMembers: [{ subject: 'kay', venue: '' }] },
      { audienceMembers: [{ subject: 'kay', issuer: '' }] },
    ])
      expect(await up.rejectionOf('amendLegalProcess', { ...amend, ...given }, lea)).toBe('BAD_USER_INPUT');
  });

  it('that becomes restricted later takes what was proposed on it out of sight', async () => {
    const { id } = await up.done('freezeAccount', { ...freeze('open'), account: 'kestrel:2' });
    expect((await listed()).nodes).toContainEqual({ id });
    await up.done('amendLegalProcess', { process: 'open', disclosure: 'RESTRICTED', reason: 'sealed' }, lea);
    expect((await listed()).nodes).not.toContainEqual({ id });
    // A retry of the command that made it tells nothing either.
    expect(await up.rejectionOf('freezeAccount', { ...freeze('open'), account: 'kestrel:2' })).toBe(
      'UNKNOWN_ENTITY',
    );
  });
});

it('an emergency freeze that lapsed is said in the log, once', async () => {
  await up.process({ id: 'urgent', scope: ['kestrel:2'] });
  const { id } = await up.done('emergencyFreeze', {
    account: 'kestrel:2',
    processes: ['urgent'],
    reason: 'a test',
  });
  const said: unknown[] = [];
  const logger = {
    warn: (what: object) => said.push(what),
    error: (what: object) => said.push(what),
  } as never;
  const store = proposalStore(up.records.proposals);
  const read: number[] = [];
  const page: typeof store.page = async (query, asked) => {
    const found = await store.page(query, asked);
    read.push(found.rows.length);
    return found;
  };
  const watch = watchLapses({ page }, { logger, now: () => up.clock.now });
  await watch.look();
  expect(said).toEqual([]);
  up.pass(24);
  await watch.look();
  await watch.look();
  expect(said).toEqual([{ proposal: id, lapsed: new Date('2024-06-02T00:00:00Z') }]);
  // Logged lapses are not read again, however much has lapsed over the years.
  expect(read).toEqual([0, 1, 0]);
  await watch.stop();
});
