import type { Identity } from '../../../../shared/identity/identity';
import { digestOf } from '../../../../subgraphs/enforcement/command/plainInput';
import { ann, ben, type CommandsUp, commandsUp, lea, newKey, person } from '../../../support/commandsUp';
import { accountFact, draft } from '../../../support/enforcementFacts';

let up: CommandsUp;

let test = 0;
let target = '';
let warrant = '';
let freeze: { account: string; processes: string[]; reason: string };

beforeAll(async () => {
  up = await commandsUp();
});
afterAll(() => up.close());
beforeEach(async () => {
  target = `kestrel:t${++test}`;
  warrant = `warrant-${test}`;
  freeze = { account: target, processes: [warrant], reason: 'a test' };
  await up.record(draft('ACCOUNT_REGISTERED', { accounts: [accountFact(target)] }));
  await up.process({ id: warrant, scope: [target, 'kestrel:2'] });
});

const amy = person('analyst', 'amy');

describe('a proposal', () => {
  it('is not approved by who proposed it, under another token or role', async () => {
    const proposal = up.approval(await up.done('freezeAccount', freeze));
    expect(await up.rejectionOf('approveProposal', proposal, person('approver', 'ann'))).toBe(
      'CHECKER_IS_MAKER',
    );
    const both = {
      ...person('approver', 'ann'),
      roles: ['analyst', 'approver'] as ('analyst' | 'approver')[],
    };
    expect(await up.rejectionOf('approveProposal', proposal, both)).toBe('CHECKER_IS_MAKER');
    expect(await up.rejectionOf('rejectProposal', proposal, both)).toBe('CHECKER_IS_MAKER');
  });

  it('is decided by who holds the role now, whatever scopes the token brings', async () => {
    const proposal = up.approval(await up.done('freezeAccount', freeze));
    expect(await up.rejectionOf('approveProposal', proposal, amy)).toBe('ROLE_MISSING');
    // A role that was lost since: the scope is left over in the token, or the role without the scope.
    expect(await up.rejectionOf('approveProposal', proposal, { ...ben, roles: ['analyst'] })).toBe(
      'ROLE_MISSING',
    );
    expect(await up.rejectionOf('approveProposal', proposal, { ...ben, scopes: ['enforcement:read'] })).toBe(
      'ROLE_MISSING',
    );
    expect(
      await up.rejectionOf('approveProposal', proposal, { ...ben, roles: ['approver', 'auditor'] }),
    ).toBe('ROLE_MISSING');
    expect(await up.rejectionOf('approveProposal', proposal, { ...ben, venue: 'kestrel' })).toBe(
      'ROLE_MISSING',
    );
    expect(await up.rejectionOf('freezeAccount', freeze, ben)).toBe('ROLE_MISSING');
    expect(await up.statusOf(target)).toBe('OPEN');
  });

  it('is approved by the digest of what was seen, and of no other proposal', async () => {
    const one = await up.done('freezeAccount', freeze);
    const other = await up.done('freezeAccount', freeze);
    expect(one.digest).not.toBe(other.digest);
    expect(await up.rejectionOf('approveProposal', up.approval(one, { digest: other.digest }), ben)).toBe(
      'PROPOSAL_CHANGED',
    );
    expect(
      await up.rejectionOf('approveProposal', up.approval(one, { proposal: 'proposal:none' }), ben),
    ).toBe('UNKNOWN_ENTITY');
  });

  it('does not outlive a change of what is stored', async () => {
    const proposal = await up.done('freezeAccount', freeze);
    await up.records.proposals.collection.updateOne(
      { _id: proposal.id },
      { $set: { draft: proposal.draft.replace(target, 'kestrel:2') } },
    );
    expect(await up.rejectionOf('approveProposal', up.approval(proposal), ben)).toBe('PROPOSAL_CHANGED');
  });

  it('is decided once: a replay, a second approver and a rejection come too late', async () => {
    const proposal = up.approval(await up.done('freezeAccount', freeze));
    await up.done('approveProposal', proposal, ben);
    for (const caller of [ben, person('approver', 'bob')]) {
      expect(await up.rejectionOf('approveProposal', proposal, caller)).toBe('ALREADY_DECIDED');
      expect(await up.rejectionOf('rejectProposal', proposal, caller)).toBe('ALREADY_DECIDED');
    }
    const rejected = up.approval(await up.done('freezeAccount', freeze));
    expect(await up.done('rejectProposal', { ...rejected, reason: 'no' }, ben)).toMatchObject({
      state: 'REJECTED',
    });
    expect(await up.rejectionOf('approveProposal', rejected, ben)).toBe('ALREADY_DECIDED');
    const { account } = await up.data(`{ account(id: "${target}") { measures { id } } }`);
    expect(account.measures).toHaveLength(1);
  });

  it('is done once by two approvers at once, and by one request that names it twice', async () => {
    const proposal = up.approval(await up.done('freezeAccount', freeze));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => up.act('approveProposal', proposal, person('approver', `b${i}`))),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code);
    expect(codes).toEqual(Array(5).fill('ALREADY_DECIDED'));

    const next = up.approval(await up.done('freezeAccount', freeze));
    const twice = await up.ask(
      `mutation($a: DecisionInput!, $b: DecisionInput!) {
        a: approveProposal(input: $a) { state accounts { measures { id } } } b: approveProposal(input: $b) { state } }`,
      { a: { ...next, key: newKey() }, b: { ...next, key: newKey() } },
      ben,
    );
    expect(twice.data).toEqual({
      a: {
        state: 'APPROVED',
        accounts: [{ measures: [{ id: expect.any(String) }, { id: expect.any(String) }] }],
      },
      b: null,
    });
    expect(twice.errors[0].extensions.code).toBe('ALREADY_DECIDED');
  });

  it('is not proposed and approved in one request of one person', async () => {
    const known = await up.done('freezeAccount', freeze);
    const both = {
      ...ann,
      roles: ['analyst', 'approver'] as ('analyst' | 'approver')[],
      scopes: [...ann.scopes, ...ben.scopes],
    };
    const answer = await up.ask(
      `mutation($f: FreezeInput!, $a: DecisionInput!) {
        freezeAccount(input: $f) { id } approveProposal(input: $a) { state } }`,
      { f: { ...freeze, key: newKey() }, a: { ...up.approval(known), key: newKey() } },
      both,
    );
    expect(answer.data.approveProposal).toBeNull();
    expect(answer.errors[0].extensions.code).toBe('CHECKER_IS_MAKER');
  });

  it('expires, and is decided again on what holds when it is approved', async () => {
    const late = up.approval(await up.done('freezeAccount', freeze));
    up.pass(72);
    expect(await up.rejectionOf('approveProposal', late, ben)).toBe('PROPOSAL_EXPIRED');

    await up.process({
      id: 'short',
      scope: [target],
      expiry: new Date(up.clock.now.getTime() + 3_600_000).toISOString(),
    });
    const overtaken = up.approval(await up.done('freezeAccount', { ...freeze, processes: ['short'] }));
    up.pass(1);
    expect(await up.rejectionOf('approveProposal', overtaken, ben)).toBe('BASIS_EXPIRED');

    const withdrawn = up.approval(await up.done('freezeAccount', freeze));
    await up.done('withdrawLegalProcess', { process: warrant, reason: 'a test' }, lea);
    expect(await up.rejectionOf('approveProposal', withdrawn, ben)).toBe('BASIS_WITHDRAWN');
    expect(await up.statusOf(target)).toBe('OPEN');
  });

  it('approved while its process is withdrawn is rejected, or ends with it: never a freeze without a basis', async () => {
    const proposal = up.approval(await up.done('freezeAccount', freeze));
    const [approved, withdrawn] = await Promise.all([
      up.act('approveProposal', proposal, ben),
      up.act('withdrawLegalProcess', { process: warrant, reason: 'a test' }, lea),
    ]);
    const codes = [approved, withdrawn]
      .flatMap(({ errors }) => errors ?? [])
      .map(({ extensions }) => extensions.code);
    // At the very instant of its own withdrawal a freeze would be one without a time: whoever is second gives way.
    expect([[], ['BASIS_WITHDRAWN'], ['PROCESS_IN_USE']]).toContainEqual(codes);
    up.pass(1);
    if (withdrawn.errors) await up.done('withdrawLegalProcess', { process: warrant, reason: 'a test' }, lea);
    up.pass(1);
    expect(await up.statusOf(target)).toBe('OPEN');
  });
});

describe('a person is a subject within its issuer', () => {
  const elsewhere = 'https://another-issuer.example';
  const at = (caller: Identity): Identity => ({ ...caller, issuer: elsewhere });
  const read = (id: string) =>
    `{ account(id: "${id}") { measures { reason maker makerIssuer checker checkerIssuer } }
       proposals(first: 200) { nodes { id proposer proposerIssuer checker checkerIssuer } } }`;
  const secret = () =>
    up.process({ id: `secret-${test}`, scope: [target], disclosure: 'OPEN', mayNotify: false });

  it('so that another of the same name may check, and reads no reason or proposal of theirs', async () => {
    await secret();
    const asked = { ...freeze, processes: [`secret-${test}`], reason: 'says too much' };
    const { id, digest } = await up.done('freezeAccount', asked);
    const [own, other] = await Promise.all([ann, at(ann)].map((who) => up.data(read(target), {}, who)));
    expect(own.proposals.nodes).toContainEqual(
      expect.objectContaining({ id, proposer: 'ann', proposerIssuer: ann.issuer }),
    );
    expect(other.proposals.nodes).not.toContainEqual(expect.objectContaining({ id }));

    const checker = at(person('approver', 'ann'));
    expect(await up.done('approveProposal', up.approval({ id, digest }), checker)).toMatchObject({
      state: 'APPROVED',
      proposer: 'ann',
      checker: 'ann',
    });
    const people = { maker: 'ann', makerIssuer: ann.issuer, checker: 'ann', checkerIssuer: elsewhere };
    const third = { ...ann, issuer: 'https://third.example' };
    for (const [who, reason] of [
      [ann, 'says too much'],
      [at(ann), 'says too much'],
      [third, null],
    ] as const) {
      const { account } = await up.data(read(target), {}, who);
      expect(account.measures).toEqual([{ reason, ...people }]);
    }
  });

  it('and where the issuer was not recorded, nobody of that name checks it, others do, and approvers read it', async () => {
    await secret();
    const asked = { ...freeze, processes: [`secret-${test}`] };
    const current = await up.done('freezeAccount', asked);
    const { proposerIssuer: _, ...older } = JSON.parse(current.draft);
    const id = `proposal:older-${test}`;
    const digest = digestOf({ ...older, proposalId: id });
    await up.record(
      draft('MEASURE_PROPOSED', {
        proposal: {
          id,
          command: 'FREEZE',
          digest,
          draft: { ...older, proposalId: id },
          proposer: 'ann',
          proposerRoles: ['analyst'],
          proposedAt: up.clock.now.toISOString(),
          expires: new Date(up.clock.now.getTime() + 3_600_000).toISOString(),
          accountIds: [target],
          processIds: [`secret-${test}`],
          measureId: `measure:older-${test}`,
        },
      }),
    );
    for (const who of [person('approver', 'ann'), at(person('approver', 'ann'))])
      expect(await up.rejectionOf('approveProposal', up.approval({ id, digest }), who)).toBe(
        'CHECKER_IS_MAKER',
      );
    expect((await up.data(read(target), {}, ben)).proposals.nodes).toContainEqual(
      expect.objectContaining({ id, proposer: 'ann', proposerIssuer: null }),
    );
    expect(await up.done('approveProposal', up.approval({ id, digest }), ben)).toMatchObject({
      state: 'APPROVED',
    });
    const reasonFor = async (who: Identity) =>
      (await up.data(read(target), {}, who)).account.measures[0].reason;
    expect([await reasonFor(ben), await reasonFor(at(ann)), await reasonFor(ann)]).toEqual([
      'a test',
      null,
      null,
    ]);
  });
});

describe('an emergency freeze', () => {
  it('is done by one, and lapses after 24 hours, loudly', async () => {
    const emergency = await up.done('emergencyFreeze', freeze);
    expect(emergency).toMatchObject({ state: 'PENDING', emergency: true, command: 'EMERGENCY_FREEZE' });
    expect(await up.statusOf(target)).toBe('FROZEN');
    expect(await up.rejectionOf('approveProposal', up.approval(emergency), ben)).toBe('UNKNOWN_ENTITY');
    expect(await up.rejectionOf('emergencyFreeze', freeze)).toBe('EMERGENCY_USED');
    up.pass(24);
    expect(await up.statusOf(target)).toBe('OPEN');
    expect(await up.rejectionOf('confirmEmergencyFreeze', up.approval(emergency), ben)).toBe('CHECK_LAPSED');
    const { lapsed, pending, account } = await up.data(
      `{ lapsed: proposals(state: LAPSED) { totalCount nodes { id state } } pending: proposals(state: PENDING, first: 200) { nodes { id } }
         account(id: "${target}") { measures { endReason to } } }`,
    );
    expect(lapsed).toEqual({ totalCount: 1, nodes: [{ id: emergency.id, state: 'LAPSED' }] });
    expect(pending.nodes).not.toContainEqual({ id: emergency.id });
    expect(account.measures).toEqual([
      { endReason: 'CHECK_LAPSED', to: up.clock.now.toISOString().replace('.000Z', 'Z') },
    ]);
    // No single person can prolong it day by day, on this process or another.
    const other = 'another-request';
    await up.process({ id: other, kind: 'FREEZE_REQUEST', scope: [target] });
    for (const processes of [freeze.processes, [other]])
      expect(
        await up.rejectionOf('emergencyFreeze', { ...freeze, processes }, person('analyst', 'eve')),
      ).toBe('EMERGENCY_USED');
    // Two people can, and with what they did the account has its emergency again.
    await up.agreed('freezeAccount', { ...freeze, processes: [other] });
    up.pass(1);
    expect(await up.done('emergencyFreeze', freeze)).toMatchObject({ state: 'PENDING', emergency: true });
  });

  it('stays when another person confirms it in time, on a basis that still stands', async () => {
    const emergency = up.approval(await up.done('emergencyFreeze', freeze));
    expect(await up.rejectionOf('confirmEmergencyFreeze', emergency, person('approver', 'ann'))).toBe(
      'CHECKER_IS_MAKER',
    );
    expect(await up.rejectionOf('confirmEmergencyFreeze', emergency, ann)).toBe('ROLE_MISSING');
    up.pass(23);
    expect(await up.done('confirmEmergencyFreeze', emergency, ben)).toMatchObject({ state: 'APPROVED' });
    up.pass(48);
    expect(await up.statusOf(target)).toBe('FROZEN');
    expect(await up.rejectionOf('confirmEmergencyFreeze', emergency, ben)).toBe('ALREADY_DECIDED');
  });

  it('is not kept past its 24 hours by an extension of the process that it rests on', async () => {
    const hours = (n: number) => new Date(up.clock.now.getTime() + n * 3_600_000).toISOString();
    await up.process({ id: 'brief', scope: [target], expiry: hours(10) });
    const lapse = hours(24);
    const emergency = await up.done('emergencyFreeze', { ...freeze, processes: ['brief'] });
    await up.done('amendLegalProcess', { process: 'brief', expiry: hours(720), reason: 'a test' }, lea);
    expect(await up.statusOf(target, new Date(lapse))).toBe('OPEN');
    const { account } = await up.data(`{ account(id: "${target}") { measures { to endReason } } }`);
    expect(account.measures).toEqual([{ to: lapse.replace('.000Z', 'Z'), endReason: 'CHECK_LAPSED' }]);
    up.pass(24);
    expect(await up.statusOf(target)).toBe('OPEN');
    expect(await up.rejectionOf('confirmEmergencyFreeze', up.approval(emergency), ben)).toBe('CHECK_LAPSED');
  });

  it('that ended otherwise is not brought back by a confirmation', async () => {
    const short = new Date(up.clock.now.getTime() + 3_600_000).toISOString();
    const emergency = up.approval(await up.done('emergencyFreeze', { ...freeze, until: short }));
    up.pass(2);
    expect(await up.statusOf(target)).toBe('OPEN');
    expect(await up.rejectionOf('confirmEmergencyFreeze', emergency, ben)).toBe('ALREADY_ENDED');
  });
});

it('every mutation says what it needs of a caller that may do nothing', async () => {
  for (const mutation of ['freezeAccount', 'emergencyFreeze']) {
    for (const role of ['auditor', 'spokesperson', 'legal', 'reporting-officer', 'partner'] as const) {
      const venue = role === 'partner' ? 'kestrel' : null;
      expect(await up.rejectionOf(mutation, freeze, person(role, role, venue))).toBe('ROLE_MISSING');
    }
  }
});
