import { createHash } from 'node:crypto';
import { ben, btc, type CommandsUp, commandsUp, eth, lea, newKey, person } from '../../../support/commandsUp';
import { draft, heldFact } from '../../../support/enforcementFacts';

let up: CommandsUp;

beforeAll(async () => {
  up = await commandsUp();
  const scope = ['kestrel:1', 'kestrel:2'];
  await up.process({ id: 'warrant', scope });
  await up.process({ id: 'subpoena', scope, kind: 'SUBPOENA' });
  await up.process({ id: 'unserved', scope, served: null });
  await up.process({ id: 'later', scope, effective: '2024-07-01T00:00:00.000Z' });
  await up.process({ id: 'expired', scope, expiry: '2024-05-01T00:00:00.000Z' });
  await up.process({ id: 'withdrawn', scope, expiry: '2024-05-01T00:00:00.000Z', withdrawn: true });
  await up.process({ id: 'ether', scope, assets: [eth] });
  await up.process({ id: 'short', scope, kind: 'FREEZE_REQUEST', expiry: '2024-06-08T00:00:00.000Z' });
  await up.process({
    id: 'ofac',
    scope,
    kind: 'OFAC_DESIGNATION',
    served: null,
    effective: '2024-01-01T00:00:00.000Z',
  });
  await up.process({ id: 'licence', scope, kind: 'LICENCE' });
  await up.process({ id: 'release', scope, kind: 'COURT_RELEASE' });
  await up.process({ id: 'order', scope, kind: 'FORFEITURE_ORDER' });
});
afterAll(() => up.close());

const freeze = (over: object = {}) => ({
  account: 'kestrel:1',
  processes: ['warrant'],
  reason: 'a test',
  ...over,
});

it('rejects a list that names an id twice, and says which', async () => {
  const twice = await up.act('freezeAccount', {
    key: newKey(),
    ...freeze({ processes: ['warrant', 'warrant'] }),
  });
  expect(twice.errors).toMatchObject([
    { message: 'processes names warrant twice: name each once', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  const hold = { accounts: ['kestrel:1', 'kestrel:2', 'kestrel:1'], reason: 'a test' };
  expect(await up.rejectionOf('placeRetentionHold', hold, lea)).toBe('BAD_USER_INPUT');
});

describe('a freeze', () => {
  it('is proposed by one and done when another approves the digest of what is shown', async () => {
    const proposal = await up.done('freezeAccount', freeze());
    expect(proposal).toMatchObject({
      state: 'PENDING',
      command: 'FREEZE',
      proposer: 'ann',
      accounts: [{ id: 'kestrel:1' }],
    });
    expect(createHash('sha256').update(proposal.draft).digest('hex')).toBe(proposal.digest);
    expect(await up.statusOf('kestrel:1')).toBe('OPEN');
    const approved = await up.act('approveProposal', up.approval(proposal), ben);
    expect(approved.data.approveProposal).toMatchObject({ state: 'APPROVED', checker: 'ben' });
    expect(await up.statusOf('kestrel:1')).toBe('FROZEN');
    const { account } = await up.data(
      '{ account(id: "kestrel:1") { frozenSince measures { id maker checker bases { id } to } } }',
    );
    expect(account).toEqual({
      frozenSince: '2024-06-01T00:00:00Z',
      measures: [
        { id: proposal.measureId, maker: 'ann', checker: 'ben', bases: [{ id: 'warrant' }], to: null },
      ],
    });
  });

  it.each([
    ['BASIS_MISSING', { processes: [] }],
    ['BASIS_CANNOT_CARRY', { processes: ['subpoena'] }],
    ['BASIS_NOT_SERVED', { processes: ['unserved'] }],
    ['BASIS_NOT_IN_FORCE', { processes: ['later'] }],
    ['BASIS_EXPIRED', { processes: ['expired'] }],
    ['BASIS_WITHDRAWN', { processes: ['withdrawn'] }],
    ['BASIS_EXPIRED', { processes: ['warrant', 'expired'] }],
    ['NOT_IN_SCOPE', { account: 'kestrel:3' }],
    ['NOT_IN_SCOPE', { processes: ['ether'] }],
    ['UNKNOWN_ENTITY', { account: 'kestrel:9' }],
    ['UNKNOWN_ENTITY', { processes: ['no such'] }],
    ['BAD_USER_INPUT', { reason: '' }],
    ['BAD_USER_INPUT', { assets: ['gold'] }],
    ['BAD_USER_INPUT', { assets: [eth, eth] }],
    ['BAD_USER_INPUT', { until: '2024-05-01T00:00:00Z' }],
    ['BAD_USER_INPUT', { key: '' }],
  ])('is rejected with %s for %j, and nothing is written', async (code, over) => {
    expect(await up.rejectionOf('freezeAccount', freeze(over))).toBe(code);
  });

  it('ends by itself with the last of its bases, or before where that was agreed', async () => {
    await up.agreed('freezeAccount', freeze({ account: 'kestrel:2', processes: ['short'] }));
    await up.agreed(
      'freezeAccount',
      freeze({ account: 'kestrel:2', processes: ['short'], until: '2024-06-03T00:00:00Z' }),
    );
    const { account } = await up.data('{ account(id: "kestrel:2") { measures { to endReason } } }');
    expect(account.measures.map(({ to }: { to: string }) => to).sort()).toEqual([
      '2024-06-03T00:00:00Z',
      '2024-06-08T00:00:00Z',
    ]);
    expect(await up.statusOf('kestrel:2', new Date('2024-06-07T23:59:59Z'))).toBe('FROZEN');
    expect(await up.statusOf('kestrel:2', new Date('2024-06-08T00:00:00Z'))).toBe('OPEN');
  });
});

describe('a block', () => {
  it('rests on a designation, has no expiry, and ends only by the means that law provides', async () => {
    const block = freeze({ account: 'kestrel:2', processes: ['ofac'] });
    expect(await up.rejectionOf('blockAccount', freeze({ account: 'kestrel:2' }))).toBe('BASIS_CANNOT_CARRY');
    const { measureId } = await up.agreed('blockAccount', block);
    expect(await up.statusOf('kestrel:2')).toBe('BLOCKED');
    const release = { measure: measureId, reason: 'a test' };
    expect(await up.rejectionOf('releaseMeasure', { ...release, endReason: 'WITHDRAWAL' })).toBe(
      'CANNOT_END_SO',
    );
    expect(await up.rejectionOf('releaseMeasure', { ...release, endReason: 'EXPIRY' })).toBe('CANNOT_END_SO');
    expect(await up.rejectionOf('releaseMeasure', { ...release, endReason: 'MISTAKEN_IDENTITY' })).toBe(
      'BASIS_MISSING',
    );
    expect(await up.rejectionOf('releaseMeasure', { ...release, endReason: 'DELISTING' })).toBe(
      'BASIS_STILL_IN_FORCE',
    );
    const licensed = { ...release, endReason: 'LICENCE', processes: ['licence'] };
    expect(await up.rejectionOf('releaseMeasure', { ...licensed, processes: ['release'] })).toBe(
      'BASIS_CANNOT_CARRY',
    );
    // The freezes that were there before still stand: what lets go of the block is no licence for what they hold.
    const amounts = [{ asset: eth, amount: '100' }];
    expect(await up.rejectionOf('releaseMeasure', { ...licensed, amounts })).toBe('ACCOUNT_HELD');
    await up.agreed('releaseMeasure', licensed);
    expect(await up.statusOf('kestrel:2')).toBe('FROZEN');
    expect(await up.rejectionOf('releaseMeasure', licensed)).toBe('ALREADY_ENDED');
  });
});

describe('a seizure', () => {
  const seize = (over: object = {}) => freeze({ amounts: [{ asset: eth, amount: '600' }], ...over });

  it('needs what is held, and the amounts, and moves them', async () => {
    await up.process({ id: 'elsewhere', scope: ['kestrel:3'] });
    const open = seize({ account: 'kestrel:3', processes: ['elsewhere'] });
    expect(await up.rejectionOf('seizeAccount', open)).toBe('HOLD_MISSING');
    expect(await up.rejectionOf('seizeAccount', seize({ amounts: [] }))).toBe('TRANSFER_MISSING');
    expect(await up.rejectionOf('seizeAccount', seize({ amounts: [{ asset: eth, amount: '1001' }] }))).toBe(
      'NEGATIVE_HELD',
    );
    expect(await up.rejectionOf('seizeAccount', seize({ amounts: [{ asset: eth, amount: '0' }] }))).toBe(
      'BAD_USER_INPUT',
    );
    await up.agreed('seizeAccount', seize());
    expect(await up.statusOf('kestrel:1')).toBe('SEIZED');
    const { account } = await up.data('{ account(id: "kestrel:1") { holdings { frozen held seized } } }');
    expect(account.holdings).toEqual([{ frozen: '1000', held: '400', seized: '600' }]);
  });

  it('is followed by a forfeiture on a final order', async () => {
    expect(await up.rejectionOf('forfeitAccount', freeze())).toBe('BASIS_CANNOT_CARRY');
    await up.agreed('forfeitAccount', freeze({ processes: ['order'] }));
    expect(await up.statusOf('kestrel:1')).toBe('FORFEITED');
  });
});

describe('what a measure is on', () => {
  const account = 'meridian:1';
  const scope = [account];
  const measured = (over: object) => freeze({ account, ...over });

  beforeAll(async () => {
    await up.process({ id: 'm-warrant', scope });
    await up.process({ id: 'm-order', scope, kind: 'FORFEITURE_ORDER' });
    await up.process({ id: 'm-release', scope, kind: 'COURT_RELEASE' });
    await up.process({ id: 'm-short', scope, expiry: '2024-06-08T00:00:00.000Z' });
    await up.process({ id: 'm-wide', scope });
    await up.record(
      draft('HOLDING_REGISTERED', {
        holdings: [heldFact(account, eth, '1000'), heldFact(account, btc, '1000')],
      }),
    );
  });

  it('is all that is seized, and was held before', async () => {
    await up.agreed('freezeAccount', measured({ processes: ['m-wide'], assets: [eth] }));
    const seize = (assets: string[] | null, asset: string) =>
      measured({ processes: ['m-warrant'], assets, amounts: [{ asset, amount: '1' }] });
    expect(await up.rejectionOf('seizeAccount', seize([eth], btc))).toBe('NOT_IN_SCOPE');
    expect(await up.rejectionOf('seizeAccount', seize([btc], btc))).toBe('HOLD_MISSING');
    expect(await up.rejectionOf('seizeAccount', seize([eth, btc], eth))).toBe('HOLD_MISSING');
    expect(await up.rejectionOf('seizeAccount', seize(null, eth))).toBe('HOLD_MISSING');
    await up.agreed('seizeAccount', seize([eth], eth));
  });

  it('is all that its release gives back, where nothing else holds it', async () => {
    const { measureId } = await up.agreed(
      'freezeAccount',
      measured({ processes: ['m-warrant'], assets: [btc] }),
    );
    const release = {
      measure: measureId,
      endReason: 'COURT_ORDER',
      processes: ['m-release'],
      reason: 'a test',
    };
    const back = (asset: string) => ({ ...release, amounts: [{ asset, amount: '10' }] });
    expect(await up.rejectionOf('releaseMeasure', back(eth))).toBe('NOT_IN_SCOPE');
    await up.agreed('releaseMeasure', back(btc));
    const { account: found } = await up.data(
      `{ account(id: "${account}") { holdings { asset { id } released } } }`,
    );
    expect(found.holdings).toContainEqual({ asset: { id: btc }, released: '10' });
  });

  it('stays within the reach of its process, whatever becomes of that', async () => {
    const amend = (change: object) => ({ process: 'm-wide', reason: 'a test', ...change });
    expect(await up.rejectionOf('amendLegalProcess', amend({ assets: [btc] }), lea)).toBe('PROCESS_IN_USE');
    await up.done('amendLegalProcess', amend({ assets: [btc, eth] }), lea);
  });

  it('ends when two people agreed that it does, also where that is when its process expired', async () => {
    const until = '2024-06-08T00:00:00Z';
    const agreed = await up.agreed(
      'freezeAccount',
      measured({ processes: ['m-short'], until, assets: [btc] }),
    );
    const open = await up.agreed('freezeAccount', measured({ processes: ['m-short'], assets: [btc] }));
    const amend = (change: object) =>
      up.done('amendLegalProcess', { process: 'm-short', reason: 'a test', ...change }, lea);
    const ends = async () => {
      const { account: found } = await up.data(`{ account(id: "${account}") { measures { id to } } }`);
      const to = new Map(found.measures.map((one: { id: string; to: string }) => [one.id, one.to]));
      return [to.get(agreed.measureId), to.get(open.measureId)];
    };
    await amend({ expiry: '2024-08-01T00:00:00Z' });
    expect(await ends()).toEqual([until, '2024-08-01T00:00:00Z']);
    // Left out it stays; null takes it away.
    await amend({ mayNotify: true });
    expect(await ends()).toEqual([until, '2024-08-01T00:00:00Z']);
    await amend({ expiry: null });
    expect(await ends()).toEqual([until, null]);
  });

  it('does not leave a forfeited account but by law, also when nothing else holds it any more', async () => {
    await up.agreed('forfeitAccount', measured({ processes: ['m-order'] }));
    const later = await up.data(`{ account(id: "${account}") { measures { id kind endReason } } }`);
    for (const { id, kind, endReason } of later.account.measures) {
      if (kind === 'FORFEIT' || endReason === 'COURT_ORDER') continue;
      await up.agreed('releaseMeasure', {
        measure: id,
        endReason: 'COURT_ORDER',
        processes: ['m-release'],
        reason: 'a test',
      });
    }
    expect(await up.statusOf(account)).toBe('FORFEITED');
    const transfer = { from: account, asset: eth, amount: '1', reason: 'a test' };
    expect(await up.rejectionOf('transferAmount', transfer)).toBe('ACCOUNT_HELD');
  });
});

describe('a transfer', () => {
  it('needs a licence out of an account that is held, and comes in where it goes', async () => {
    const transfer = { from: 'kestrel:1', to: 'kestrel:3', asset: eth, amount: '50', reason: 'a test' };
    expect(await up.rejectionOf('transferAmount', transfer)).toBe('ACCOUNT_HELD');
    expect(await up.rejectionOf('transferAmount', { ...transfer, processes: ['warrant'] })).toBe(
      'BASIS_CANNOT_CARRY',
    );
    expect(await up.rejectionOf('transferAmount', { ...transfer, to: 'kestrel:1' })).toBe('BAD_USER_INPUT');
    await up.agreed('transferAmount', { ...transfer, processes: ['licence'] });
    const { from, to } = await up.data(
      '{ from: account(id: "kestrel:1") { holdings { held released } } to: account(id: "kestrel:3") { holdings { inflow held } } }',
    );
    expect(from.holdings).toEqual([{ held: '350', released: '50' }]);
    expect(to.holdings).toEqual([{ inflow: '50', held: null }]);
  });
});

describe('an idempotency key', () => {
  it('makes a retry one command, and another payload a rejection; each caller has keys of its own', async () => {
    const key = newKey();
    const first = await up.done('freezeAccount', freeze({ key }));
    const before = await up.database.ledger.head();
    expect(await up.done('freezeAccount', freeze({ key }))).toEqual(first);
    expect((await up.database.ledger.head()).sequence).toBe(before.sequence);
    expect(await up.rejectionOf('freezeAccount', freeze({ key, reason: 'another' }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await up.rejectionOf('emergencyFreeze', freeze({ key }))).toBe('IDEMPOTENCY_KEY_REUSED');
    const other = await up.done(
      'freezeAccount',
      freeze({ key, reason: 'another' }),
      person('analyst', 'amy'),
    );
    expect(other.id).not.toBe(first.id);
  });

  it('makes many retries at once one command', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => up.done('freezeAccount', freeze({ key }))),
    );
    expect(new Set(answers.map(({ id }: { id: string }) => id)).size).toBe(1);
  });
});
