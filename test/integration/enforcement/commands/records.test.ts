import {
  ann,
  ben,
  btc,
  type CommandsUp,
  commandsUp,
  eth,
  lea,
  newKey,
  person,
} from '../../../support/commandsUp';

let up: CommandsUp;
const ora = person('reporting-officer', 'ora');
const kay = person('partner', 'kay', 'kestrel');
const source = { id: 'memo', title: 'A memo' };

beforeAll(async () => {
  up = await commandsUp();
});
afterAll(() => up.close());

const warrant = (over: object = {}) => ({
  kind: 'SEIZURE_WARRANT',
  authority: 'A court',
  served: '2024-05-01T00:00:00Z',
  scope: ['kestrel:1'],
  disclosure: 'OPEN',
  mayNotify: true,
  ...over,
});

const freezeOf = (process: string, over: object = {}) => ({
  account: 'kestrel:1',
  processes: [process],
  reason: 'a test',
  ...over,
});

const endsOf = async (measureId: string) => {
  const { account } = await up.data('{ account(id: "kestrel:1") { measures { id to endReason } } }');
  const { to, endReason } = account.measures.find(({ id }: { id: string }) => id === measureId);
  return { to, endReason };
};

describe('a legal process', () => {
  it('is recorded only by legal, on accounts and assets that are known, with times that are possible', async () => {
    const { id } = await up.done('recordLegalProcess', warrant(), lea);
    expect(id).toMatch(/^process:/);
    expect(await up.rejectionOf('recordLegalProcess', warrant(), ann)).toBe('ROLE_MISSING');
    for (const [over, code] of [
      [{ scope: ['kestrel:9'] }, 'UNKNOWN_ENTITY'],
      [{ scope: [] }, 'BAD_USER_INPUT'],
      [{ assets: ['gold'] }, 'BAD_USER_INPUT'],
      [{ expiry: '2024-04-01T00:00:00Z' }, 'BAD_USER_INPUT'],
      [{ authority: '' }, 'BAD_USER_INPUT'],
      [{ served: '2999-01-01T00:00:00Z' }, 'BAD_USER_INPUT'],
      [{ issued: '2999-01-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    ] as const) {
      expect(await up.rejectionOf('recordLegalProcess', warrant(over), lea)).toBe(code);
    }
    const later = { process: id, served: '2999-01-01T00:00:00Z', reason: 'a test' };
    expect(await up.rejectionOf('amendLegalProcess', later, lea)).toBe('BAD_USER_INPUT');
  });

  it('extended, extends the freezes that end with it, and not one with an end of its own', async () => {
    const process = (await up.done('recordLegalProcess', warrant({ expiry: '2024-07-01T00:00:00Z' }), lea))
      .id;
    const whole = await up.agreed('freezeAccount', freezeOf(process));
    const short = await up.agreed('freezeAccount', freezeOf(process, { until: '2024-06-15T00:00:00Z' }));
    await up.done('amendLegalProcess', { process, expiry: '2024-08-01T00:00:00Z', reason: 'extended' }, lea);
    expect(await endsOf(whole.measureId)).toEqual({ to: '2024-08-01T00:00:00Z', endReason: 'EXPIRY' });
    expect(await endsOf(short.measureId)).toEqual({ to: '2024-06-15T00:00:00Z', endReason: 'EXPIRY' });
    const gone = { process, reason: 'a test', scope: ['kestrel:2'] };
    expect(await up.rejectionOf('amendLegalProcess', gone, lea)).toBe('PROCESS_IN_USE');
    expect(await up.rejectionOf('amendLegalProcess', { ...gone, process: 'none' }, lea)).toBe(
      'UNKNOWN_ENTITY',
    );
  });

  it('typed wrong, is corrected by naming the event that recorded it, and never from under a measure', async () => {
    const { id, event } = await up.done('recordLegalProcess', warrant({ authority: 'A cuort' }), lea);
    const { measureId } = await up.agreed('freezeAccount', freezeOf(id));
    const right = { ...warrant({ docket: '24-1' }), id, event, reason: 'a slip' };
    expect(await up.rejectionOf('correctLegalProcess', right, ann)).toBe('ROLE_MISSING');
    expect(await up.rejectionOf('correctLegalProcess', { ...right, event: 1 }, lea)).toBe('CANNOT_CORRECT');
    for (const wrong of [{ kind: 'SUBPOENA' }, { scope: ['kestrel:2'] }, { served: null }]) {
      expect(await up.rejectionOf('correctLegalProcess', { ...right, ...wrong }, lea)).toBe('PROCESS_IN_USE');
    }
    await up.done('correctLegalProcess', { ...right, expiry: '2024-07-01T00:00:00Z' }, lea);
    expect(await endsOf(measureId)).toMatchObject({ to: '2024-07-01T00:00:00Z' });
    const { account } = await up.data(
      '{ account(id: "kestrel:1") { measures { id bases { authority docket } } } }',
    );
    expect(account.measures).toContainEqual({
      id: measureId,
      bases: [{ authority: 'A court', docket: '24-1' }],
    });
    expect(await up.rejectionOf('correctLegalProcess', right, lea)).toBe('CANNOT_CORRECT');
  });

  it('is corrected without loss of the assets, the word and the condition that a correction omits', async () => {
    const facts = warrant({
      kind: 'LICENCE',
      assets: ['eip155:1/slip44:60'],
      reportRequired: true,
      source: { id: 'court', title: 'The order as published' },
    });
    const { id, event } = await up.done('recordLegalProcess', facts, lea);
    const right = { ...warrant({ kind: 'LICENCE', docket: '24-2' }), id, event, reason: 'a slip' };
    const corrected = await up.done('correctLegalProcess', right, lea);
    const read = async () => (await up.records.processes.findById(id).lean()) as object;
    expect(await read()).toMatchObject({
      docket: '24-2',
      assets: ['eip155:1/slip44:60'],
      reportRequired: true,
      source: { id: 'court', title: 'The order as published' },
    });
    const wider = { ...right, event: corrected.event, assets: null, reportRequired: false };
    await up.done('correctLegalProcess', wider, lea);
    expect(await read()).toMatchObject({ assets: null, reportRequired: false, source: { id: 'court' } });
  });

  it('withdrawn, ends only what rests only on it, and nothing else on the account', async () => {
    const one = (await up.done('recordLegalProcess', warrant(), lea)).id;
    const other = (await up.done('recordLegalProcess', warrant(), lea)).id;
    const alone = await up.agreed('freezeAccount', freezeOf(one));
    const both = await up.agreed('freezeAccount', freezeOf(one, { processes: [one, other] }));
    up.pass(1);
    await up.done('withdrawLegalProcess', { process: one, reason: 'a test' }, lea);
    expect(await endsOf(alone.measureId)).toEqual({ to: '2024-06-01T01:00:00Z', endReason: 'WITHDRAWAL' });
    expect(await endsOf(both.measureId)).toEqual({ to: null, endReason: null });
    expect(await up.statusOf('kestrel:1')).toBe('FROZEN');
    expect(await up.rejectionOf('withdrawLegalProcess', { process: one, reason: 'again' }, lea)).toBe(
      'ALREADY_ENDED',
    );
    const amend = { process: one, reason: 'again', expiry: '2025-01-01T00:00:00Z' };
    expect(await up.rejectionOf('amendLegalProcess', amend, lea)).toBe('ALREADY_ENDED');
  });
});

describe('flags and restrictions', () => {
  it('are one person’s, on grounds, with an expiry, and cleared by a reason', async () => {
    const flag = { account: 'kestrel:3', reason: 'looks odd', rule: 'velocity' };
    expect(
      await up.rejectionOf('restrictAccount', {
        account: 'kestrel:3',
        reason: 'x',
        until: '2024-07-01T00:00:00Z',
      }),
    ).toBe('FLAG_MISSING');
    expect(await up.rejectionOf('flagAccount', { account: 'kestrel:3', reason: 'x' })).toBe(
      'GROUNDS_MISSING',
    );
    expect(await up.rejectionOf('flagAccount', { ...flag, claims: ['none'] })).toBe('UNKNOWN_ENTITY');
    const flagged = await up.done('flagAccount', flag);
    expect(await up.statusOf('kestrel:3')).toBe('FLAGGED');
    expect(await up.rejectionOf('restrictAccount', { account: 'kestrel:3', reason: 'x' })).toBe(
      'EXPIRY_MISSING',
    );
    await up.done('restrictAccount', { account: 'kestrel:3', reason: 'x', until: '2024-06-01T02:00:00Z' });
    expect(await up.statusOf('kestrel:3')).toBe('RESTRICTED');
    up.pass(1);
    expect(await up.statusOf('kestrel:3')).toBe('FLAGGED');
    await up.done('clearMeasure', { measure: flagged.id, reason: 'nothing' });
    expect(await up.statusOf('kestrel:3')).toBe('OPEN');
    expect(await up.rejectionOf('clearMeasure', { measure: flagged.id, reason: 'nothing' })).toBe(
      'ALREADY_ENDED',
    );
    const frozen = await up.data(
      '{ account(id: "kestrel:1") { measures(asOf: "2024-06-01T01:30:00Z") { id kind } } }',
    );
    const [{ id }] = frozen.account.measures;
    expect(await up.rejectionOf('clearMeasure', { measure: id, reason: 'nothing' })).toBe('CANNOT_END_SO');
  });

  it('a block has no expiry to be asked for', async () => {
    const blocks = await up.ask(
      'mutation { blockAccount(input: { account: "kestrel:1", processes: [], reason: "x", key: "k", until: "2024-07-01T00:00:00Z" }) { id } }',
    );
    expect(blocks.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('venues, accounts and holdings', () => {
  it('are registered once; a partner registers at its own venue, and learns nothing of others', async () => {
    await up.done('registerVenue', { id: 'lagoon', name: 'Lagoon' });
    expect(await up.rejectionOf('registerVenue', { id: 'lagoon', name: 'Lagoon' })).toBe(
      'ALREADY_REGISTERED',
    );
    expect(await up.rejectionOf('registerVenue', { id: 'no venue', name: 'x' })).toBe('BAD_USER_INPUT');
    expect(await up.rejectionOf('registerVenue', { id: 'kestrel-2', name: 'x' }, kay)).toBe('ROLE_MISSING');
    expect(await up.done('registerAccount', { venue: 'kestrel', pseudonym: 'new' }, kay)).toMatchObject({
      id: 'kestrel:new',
    });
    expect(await up.rejectionOf('registerAccount', { venue: 'kestrel', pseudonym: 'new' }, kay)).toBe(
      'ALREADY_REGISTERED',
    );
    expect(await up.rejectionOf('registerAccount', { venue: 'kestrel', pseudonym: 'a b' }, kay)).toBe(
      'BAD_USER_INPUT',
    );
    const answers = [
      await up.act('registerAccount', { venue: 'meridian', pseudonym: '1' }, kay),
      await up.act('registerAccount', { venue: 'nowhere', pseudonym: '1' }, kay),
      await up.act('registerHolding', { account: 'meridian:1', asset: eth }, kay),
      await up.act('registerHolding', { account: 'nowhere:1', asset: eth }, kay),
    ];
    const said = answers.map(({ errors }) => [
      errors[0].extensions.code,
      errors[0].message.replace(/"[^"]*"/, '…'),
    ]);
    expect(said[0]).toEqual(said[1]);
    expect(said[2]).toEqual(said[3]);
  });

  it('amounts add up, and are unknown until somebody says them', async () => {
    const holding = { account: 'kestrel:new', asset: btc };
    await up.done('registerHolding', { ...holding, held: '10' }, kay);
    expect(await up.rejectionOf('registerHolding', holding, kay)).toBe('ALREADY_REGISTERED');
    expect(await up.rejectionOf('observeAmount', { ...holding, column: 'HELD', amount: '-1' })).toBe(
      'BAD_USER_INPUT',
    );
    await up.done('observeAmount', { ...holding, column: 'FROZEN', amount: '10' });
    await up.done('recordInflow', { ...holding, amount: '5' });
    const { account } = await up.data(
      '{ account(id: "kestrel:new") { holdings { frozen inflow held seized } } }',
    );
    expect(account.holdings).toEqual([{ frozen: '10', inflow: '5', held: '15', seized: null }]);
    const more = { ...holding, column: 'HELD', amount: '16' };
    expect(await up.rejectionOf('observeAmount', more)).toBe('AMOUNTS_DO_NOT_ADD_UP');
    expect(await up.rejectionOf('observeAmount', more, kay)).toBe('ROLE_MISSING');
  });
});

describe('incidents, recoveries and valuations', () => {
  const valuation = {
    usdCents: '580000000',
    time: { text: 'April 2022', from: '2022-04-01', to: '2022-04-30' },
    source,
  };

  it('are recorded with their sources, and corrected by naming the event that recorded them last', async () => {
    const incident = {
      title: 'A theft',
      happenedOn: '2022-03-23',
      losses: [{ asset: eth, amount: '7' }],
      source,
    };
    const { id, event } = await up.done('recordIncident', incident);
    const recovery = {
      title: 'Some of it',
      announcedOn: '2022-04-22',
      valuation,
      accounts: 86,
      incident: id,
      source,
    };
    const recovered = await up.done('recordRecovery', recovery);
    expect(await up.rejectionOf('recordRecovery', { ...recovery, incident: 'none' })).toBe('UNKNOWN_ENTITY');
    const ofIncident = await up.done('recordValuation', { incident: id, valuation });
    const worth = await up.done('recordValuation', {
      account: 'kestrel:1',
      amount: { asset: eth, amount: '1' },
      valuation,
    });
    const less = {
      id: worth.id,
      event: worth.event,
      valuation: { ...valuation, usdCents: '7' },
      reason: 'a slip',
    };
    expect(await up.rejectionOf('correctValuation', { ...less, event: 1 })).toBe('CANNOT_CORRECT');
    expect(await up.rejectionOf('correctValuation', { ...less, id: 'valuation:none' })).toBe(
      'CANNOT_CORRECT',
    );
    await up.done('correctValuation', less);
    expect(await up.rejectionOf('correctValuation', less)).toBe('CANNOT_CORRECT');
    const valued = await up.data(
      '{ account(id: "kestrel:1") { holdings { valuations { valuation { usdCents } } } } }',
    );
    expect(valued.account.holdings).toEqual([{ valuations: [{ valuation: { usdCents: '7' } }] }]);
    expect(await up.rejectionOf('recordValuation', { valuation })).toBe('BAD_USER_INPUT');
    const beside = { ...valuation, usdCents: '600000000' };
    await up.done('recordValuation', { incident: id, valuation: beside });
    const worthLess = { ...less, id: ofIncident.id, event: ofIncident.event };
    expect(await up.rejectionOf('correctValuation', { ...worthLess, event: worth.event })).toBe(
      'CANNOT_CORRECT',
    );
    const { event: again } = await up.done('correctValuation', worthLess);
    expect(await up.rejectionOf('correctValuation', worthLess)).toBe('CANNOT_CORRECT');
    await up.done('correctValuation', {
      ...worthLess,
      event: again,
      valuation: { ...valuation, usdCents: '8' },
    });
    const worths = await up.data('{ incidents { nodes { valuations { usdCents } } } }');
    expect(worths.incidents.nodes).toEqual([
      { valuations: [{ usdCents: '8' }, { usdCents: beside.usdCents }] },
    ]);
    const correction = { ...incident, id, event, title: 'A larger theft', reason: 'a slip' };
    expect(await up.rejectionOf('correctIncident', { ...correction, event: event - 1 })).toBe(
      'CANNOT_CORRECT',
    );
    const corrected = await up.done('correctIncident', correction);
    expect(await up.rejectionOf('correctIncident', correction)).toBe('CANNOT_CORRECT');
    await up.done('correctIncident', { ...correction, event: corrected.event });
    await up.done('correctRecovery', {
      ...recovery,
      id: recovered.id,
      event: recovered.event,
      accounts: 87,
      reason: 'a slip',
    });
    const data = await up.data(
      '{ incidents { nodes { title } } recoveries { nodes { accounts incident { id } } } }',
    );
    expect(data.incidents.nodes).toEqual([{ title: 'A larger theft' }]);
    expect(data.recoveries.nodes).toEqual([{ accounts: 87, incident: { id } }]);
  });
});

describe('reports and retention holds', () => {
  it('are filed by the reporting officer and placed by legal; a hold is lifted once', async () => {
    const report = {
      kind: 'BLOCKED_PROPERTY_INITIAL',
      filedAt: '2024-05-30T00:00:00Z',
      accounts: ['kestrel:1'],
    };
    const filed = await up.done('fileReport', report, ora);
    expect(filed).toMatchObject({ repeated: false });
    const corrected = { ...report, id: filed.id, event: filed.event, reference: 'R-7', reason: 'a slip' };
    expect(await up.rejectionOf('correctReport', corrected, lea)).toBe('ROLE_MISSING');
    expect(await up.rejectionOf('correctReport', { ...corrected, event: 1 }, ora)).toBe('CANNOT_CORRECT');
    const { event: later } = await up.done('correctReport', corrected, ora);
    expect(await up.rejectionOf('correctReport', corrected, ora)).toBe('CANNOT_CORRECT');
    const { accounts: _accounts, ...omitting } = corrected;
    await up.done('correctReport', { ...omitting, event: later, obligations: [] }, ora);
    expect(await up.records.reports.findById(filed.id).lean()).toMatchObject({ accountIds: ['kestrel:1'] });
    expect(await up.rejectionOf('fileReport', report, lea)).toBe('ROLE_MISSING');
    expect(await up.rejectionOf('fileReport', { ...report, filedAt: '2030-01-01T00:00:00Z' }, ora)).toBe(
      'BAD_USER_INPUT',
    );
    expect(await up.rejectionOf('fileReport', { ...report, sha256: 'x' }, ora)).toBe('BAD_USER_INPUT');
    const placed = await up.done(
      'placeRetentionHold',
      { accounts: ['kestrel:2'], reason: 'litigation' },
      lea,
    );
    const { id } = placed;
    const states = async () => {
      const data = await up.data(
        '{ one: account(id: "kestrel:1") { retainUntil { state } } two: account(id: "kestrel:2") { retainUntil { state } } }',
      );
      return [data.one.retainUntil.state === 'HELD', data.two.retainUntil.state === 'HELD'];
    };
    expect(await states()).toEqual([false, true]);
    const meant = { id, event: placed.event, accounts: ['kestrel:1'], reason: 'the wrong account' };
    expect(await up.rejectionOf('correctRetentionHold', meant, ora)).toBe('ROLE_MISSING');
    expect(await up.rejectionOf('correctRetentionHold', { ...meant, event: 1 }, lea)).toBe('CANNOT_CORRECT');
    expect(await up.rejectionOf('correctRetentionHold', { ...meant, accounts: ['none:1'] }, lea)).toBe(
      'UNKNOWN_ENTITY',
    );
    await up.done('correctRetentionHold', meant, lea);
    expect(await up.rejectionOf('correctRetentionHold', meant, lea)).toBe('CANNOT_CORRECT');
    expect(await states()).toEqual([true, false]);
    expect(await up.rejectionOf('placeRetentionHold', { accounts: [], reason: 'x' }, lea)).toBe(
      'BAD_USER_INPUT',
    );
    expect(await up.rejectionOf('liftRetentionHold', { hold: 'none', reason: 'x' }, lea)).toBe(
      'UNKNOWN_ENTITY',
    );
    up.pass(1);
    await up.done('liftRetentionHold', { hold: id, reason: 'over' }, lea);
    expect(await up.rejectionOf('liftRetentionHold', { hold: id, reason: 'over' }, lea)).toBe(
      'ALREADY_ENDED',
    );
  });

  it('a retried command answers with what it made at first', async () => {
    const key = newKey();
    const hold = { accounts: ['kestrel:2'], reason: 'litigation', key };
    const first = await up.done('placeRetentionHold', hold, lea);
    expect(await up.done('placeRetentionHold', hold, lea)).toEqual({ ...first, repeated: true });
  });
});

it('views that commands wrote equal a rebuild', async () => {
  const { differences } = await up.database.rebuild();
  expect(differences).toBe(0);
  expect(await up.rejectionOf('approveProposal', { proposal: 'none', digest: 'x' }, ben)).toBe(
    'UNKNOWN_ENTITY',
  );
});
