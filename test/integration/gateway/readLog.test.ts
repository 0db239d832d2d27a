import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventRecords, ledgerEventModel, verifyStore } from '@cordon/ledger';
import { connectGateway, type GatewayStore } from '../../../gateway/store/gatewayStore.store';
import { readGatewaySdls } from '../../../gateway/supergraph/committed';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { openStore } from '../../../gateway/store/openStore';
import type { Identity } from '../../../shared/identity/identity';
import { createLogger } from '../../../shared/logger/logger';
import { noObservers } from '../../../shared/metrics/observers';
import { callerOf } from '../../support/identities';
import { projectRoot } from '../../../shared/config/projectRoot';
import { ask as askAt, type AskOptions, type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { sdls } from '../../support/gatewaySubgraphs';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { temporaryFolder } from '../../support/temporaryFolder';

const restricted = mustCompose({
  ...sdls,
  ...readGatewaySdls(projectRoot()),
  enforcement: sdls.enforcement.replace('type Account @key', 'type Account @tag(name: "restricted") @key'),
}).supergraphSdl;

/** Its interface has a restricted type and one that is not. */
const restrictedActor = mustCompose({
  ...sdls,
  sanctions: sdls.sanctions.replace(
    'type Sealed implements Record',
    'type Sealed implements Record @tag(name: "restricted")',
  ),
}).supergraphSdl;

let store: TestStore;
let database: GatewayStore;
let up: GatewayUp;
let abstract: GatewayUp;
beforeAll(async () => {
  store = await openTestStore();
  database = await connectGateway(store);
  const folder = temporaryFolder();
  const start = async (name: string, sdl: string, more = {}) => {
    const supergraph = join(folder, name);
    writeFileSync(supergraph, sdl);
    return gatewayUp({ supergraph, purposeRoles: ['legal'], ...more }, undefined, store);
  };
  up = await start('accounts.graphql', restricted);
  abstract = await start('records.graphql', restrictedActor);
});
afterAll(async () => {
  await Promise.all([up.close(), abstract.close()]);
  await database.close();
  await store.close();
});

interface Read {
  readonly records: readonly string[];
  readonly [name: string]: unknown;
}

/** Returns the reads logged during some work. */
async function logged(work: () => Promise<unknown>): Promise<readonly Read[]> {
  const { sequence: after } = await database.reads.head();
  await work();
  const found: Read[] = [];
  for await (const { payload } of database.reads.read({ after })) found.push(payload as unknown as Read);
  return found;
}

const ask = (query: string, options?: AskOptions) => up.ask(query, options);

it('logs who read which records, by which operation, under the ids that the client did not ask for', async () => {
  const query = 'query Mine { all: accounts { status } }';
  const token = await up.issuer.sign({ jti: 'token-1', sub: 'somebody', client_id: 'desk' });
  const reads = await logged(async () => {
    const answer = await ask(query, { token, headers: { 'x-cordon-purpose': 'warrant 23-mj-17' } });
    expect(answer.text).toBe('{"data":{"all":[{"status":"FROZEN"},{"status":"FROZEN"}]}}');
  });
  expect(reads).toEqual([
    {
      issuer: 'cordon-development',
      subject: 'somebody',
      client: 'desk',
      venue: null,
      tokenId: 'token-1',
      operationName: 'Mine',
      operationHash: createHash('sha256').update(query).digest('hex'),
      purpose: expect.stringContaining('warrant 23-mj-17') as string,
      records: ['Account:acc-a', 'Account:acc-b'],
    },
  ]);
});

it.each([
  [
    'through fragments',
    'query { ...F } fragment F on Query { account(id: "acc-a") { ...G } } fragment G on Account { status }',
    ['Account:acc-a'],
  ],
  [
    'through another type',
    '{ actor(id: "a") { frozenAccounts { status } name } }',
    ['Account:acc-a', 'Account:acc-b'],
  ],
  [
    'with their ids asked for, under other names',
    '{ account(id: "acc-a") { x: id id status } }',
    ['Account:acc-a'],
  ],
])('finds records %s, and answers as it was asked', async (_what, query, records) => {
  let text = '';
  const reads = await logged(async () => {
    text = (await ask(query)).text;
  });
  expect(reads.map((read) => read.records)).toEqual([records]);
  expect(text).not.toContain('cordon_record');
  expect(text).not.toMatch(/,,|\{,|,\}/);
});

it('logs nothing where no restricted record is read', async () => {
  expect(
    await logged(async () => {
      expect((await ask('{ actor(id: "a") { name } __typename }')).status).toBe(200);
      expect((await ask('{ account(id: "acc-a") { status } ')).status).toBe(400);
    }),
  ).toEqual([]);
});

it('logs of an interface the records of its restricted types only', async () => {
  const query = '{ sealed: record(id: "sealed") { note } open: record(id: "a") { note } }';
  const reads = await logged(async () => {
    expect((await abstract.ask(query)).data).toEqual({
      sealed: { note: 'sealed note' },
      open: { note: 'note on a' },
    });
  });
  expect(reads.map(({ records }) => records)).toEqual([['Sealed:sealed']]);
});

it('a client cannot use the name of an id', async () => {
  const answer = await ask('{ account(id: "acc-a") { cordon_record__Account: status } }');
  expect(answer.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

it('a role that must say why says it before anything is read', async () => {
  const token = await up.issuer.sign({ roles: ['legal'] });
  up.calls.length = 0;
  const rejected = await ask('{ accounts { id } }', { token });
  expect({ status: rejected.status, codes: rejected.codes }).toEqual({
    status: 403,
    codes: ['PURPOSE_REQUIRED'],
  });
  expect(up.calls).toEqual([]);
  expect((await ask('{ actor(id: "a") { name } }', { token })).status).toBe(200);
  const headers = { 'x-cordon-purpose': 'a case' };
  expect((await ask('{ accounts { id } }', { token, headers })).status).toBe(200);
  const long = { 'x-cordon-purpose': 'x'.repeat(501) };
  expect((await ask('{ accounts { id } }', { token, headers: long })).codes).toEqual(['BAD_REQUEST']);
});

it('keeps every read of many at once, in a chain that holds', async () => {
  const reads = await logged(() =>
    Promise.all(Array.from({ length: 60 }, () => ask('{ account(id: "acc-a") { status } }'))),
  );
  expect(reads).toHaveLength(60);
  expect(await verifyStore(eventRecords(ledgerEventModel(database.connection)), [])).toMatchObject({
    ok: true,
  });
});

it('does not send an answer that cannot be logged', async () => {
  const folder = temporaryFolder();
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, restricted);
  const own = await openTestStore();
  const gateway = await gatewayUp({ supergraph }, undefined, own);
  const inspected = await connectGateway(own);
  try {
    // An index that no event fits: the store rejects what is appended.
    await inspected.connection.collection('ledger').insertOne({ _id: 1 as never, text: '', hash: '' });
    const answer = await gateway.ask('{ account(id: "acc-a") { status } }');
    expect({ status: answer.status, codes: answer.codes }).toEqual({
      status: 503,
      codes: ['READ_LOG_UNAVAILABLE'],
    });
    expect(answer.text).not.toContain('FROZEN');
    expect((await gateway.ask('{ actor(id: "a") { name } }')).status).toBe(200);
  } finally {
    await gateway.close();
    await inspected.close();
    await own.close();
  }
});

describe('a log that has lost its last events', () => {
  const ledgerKey = '5'.repeat(64);
  const events = 'ledger';
  let own: TestStore;
  let inspected: GatewayStore;
  const started: GatewayUp[] = [];
  beforeEach(async () => {
    own = await openTestStore();
    inspected = await connectGateway(own);
  });
  afterEach(async () => {
    for (const gateway of started.splice(0)) await gateway.close();
    await inspected.close();
    await own.close();
  });
  const start = async (more = {}) => {
    const supergraph = join(temporaryFolder(), 'supergraph.graphql');
    writeFileSync(supergraph, restricted);
    const gateway = await gatewayUp({ supergraph, ...more }, undefined, own);
    started.push(gateway);
    return gateway;
  };
  const read = async (gateway: GatewayUp) => {
    const { status, codes, text } = await gateway.ask('{ account(id: "acc-a") { status } }');
    if (status !== 200) expect(text).not.toContain('FROZEN');
    return [status, ...codes];
  };
  const reads = async (gateway: GatewayUp) => {
    const token = await gateway.issuer.sign({ sub: 'auditor@house', roles: ['auditor'] });
    const { data, codes } = await askAt(gateway.url, '{ reads { totalCount } }', { token });
    return [data, ...codes];
  };
  const lose = (sequence: number) =>
    inspected.connection.collection(events).deleteMany({ _id: { $gte: sequence as never } });
  const stored = () => inspected.connection.collection(events).countDocuments();

  it('below its checkpoint takes no more, and shows nothing', async () => {
    const gateway = await start({ ledgerKey });
    for (let i = 0; i < 3; i++) expect(await read(gateway)).toEqual([200]);
    // It signs a last checkpoint when it ends.
    await started.pop()?.close();
    expect(await inspected.connection.collection('ledger_checkpoints').countDocuments()).toBe(1);
    await lose(3);
    const restarted = await start({ ledgerKey });
    expect(await read(restarted)).toEqual([503, 'READ_LOG_UNAVAILABLE']);
    expect(await reads(restarted)).toEqual([{ reads: null }, 'LEDGER_DAMAGED']);
    expect(await stored()).toBe(2);
  });

  it('takes no more in the process that wrote them, which signs nothing over it', async () => {
    const gateway = await start({ ledgerKey });
    for (let i = 0; i < 3; i++) expect(await read(gateway)).toEqual([200]);
    const removed = await inspected.connection.collection(events).find().sort({ _id: -1 }).limit(1).toArray();
    await lose(3);
    // Longer than the head is remembered after a write.
    await pause(100);
    expect(await read(gateway)).toEqual([503, 'READ_LOG_UNAVAILABLE']);
    expect(await stored()).toBe(2);
    await inspected.connection.collection(events).insertMany(removed);
    expect(await read(gateway)).toEqual([200]);
    await lose(4);
    await started.pop()?.close();
    expect(await inspected.connection.collection('ledger_checkpoints').countDocuments()).toBe(0);
  });

  it('takes no more in the process that wrote them, where another has written in their place', async () => {
    const [one, other] = [await start(), await start()];
    expect(await read(one)).toEqual([200]);
    await pause(100);
    expect(await read(other)).toEqual([200]);
    await lose(2);
    await pause(100);
    // It wrote event 1 itself, and that is there.
    expect(await read(one)).toEqual([200]);
    await pause(100);
    expect(await read(other)).toEqual([503, 'READ_LOG_UNAVAILABLE']);
    expect(await read(one)).toEqual([200]);
    await pause(100);
    expect(await read(other)).toEqual([503, 'READ_LOG_UNAVAILABLE']);
  });

  it('takes no more where there are rows of them', async () => {
    const gateway = await start();
    for (let i = 0; i < 3; i++) expect(await read(gateway)).toEqual([200]);
    expect(await reads(gateway)).toEqual([{ reads: { totalCount: 3 } }]);
    await lose(3);
    const restarted = await start();
    expect(await read(restarted)).toEqual([503, 'READ_LOG_UNAVAILABLE']);
    expect(await stored()).toBe(2);
  });
});

it('a gateway without a store does not start over restricted types', async () => {
  const supergraph = join(temporaryFolder(), 'supergraph.graphql');
  writeFileSync(supergraph, restricted);
  await expect(gatewayUp({ supergraph })).rejects.toThrow('MONGODB_URL: is needed');
});

it('a tag on a field is rejected by name: whole records are logged', async () => {
  const supergraph = join(temporaryFolder(), 'supergraph.graphql');
  const tagged = mustCompose({
    ...sdls,
    sanctions: sdls.sanctions.replace(
      'note: String\n      secret',
      'note: String @tag(name: "restricted")\n      secret',
    ),
  }).supergraphSdl;
  writeFileSync(supergraph, tagged);
  await expect(gatewayUp({ supergraph }, undefined, store)).rejects.toThrow(
    'Actor.note is tagged restricted',
  );
});

describe('reads', () => {
  const fields =
    '{ totalCount nodes { sequence at subject client venue operationName operationHash purpose records } pageInfo { endCursor hasNextPage } }';
  const auditor = () => up.issuer.sign({ sub: 'auditor@house', roles: ['auditor'] });
  const reads = async (args: string) =>
    (await ask(`{ reads(${args}) ${fields} }`, { token: await auditor() })).data?.['reads'] as {
      totalCount: number;
      nodes: { sequence: number; records: string[]; subject: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };

  it('shows an auditor the log, the newest first, in pages, by record and by whom', async () => {
    const token = await up.issuer.sign({ sub: 'reader', client_id: 'desk-7' });
    for (let i = 0; i < 3; i++) await ask('query Mine { accounts { status } }', { token });
    const mine = await reads('first: 2, by: "reader"');
    expect(mine).toMatchObject({
      totalCount: 3,
      nodes: [{ client: 'desk-7', operationName: 'Mine', records: ['Account:acc-a', 'Account:acc-b'] }, {}],
      pageInfo: { hasNextPage: true },
    });
    const rest = await reads(`first: 2, by: "desk-7", after: "${mine.pageInfo.endCursor}"`);
    expect(rest.nodes).toHaveLength(1);
    const sequences = [...mine.nodes, ...rest.nodes].map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
    const of = await reads('first: 50, of: "Account:acc-b"');
    expect(of.nodes.every(({ records }) => records.includes('Account:acc-b'))).toBe(true);
    expect((await reads('from: "2999-01-01T00:00:00Z"')).totalCount).toBe(0);
    expect((await reads('until: "2000-01-01T00:00:00Z"')).totalCount).toBe(0);
  });

  it('shows nothing of a log that has lost its last events', async () => {
    const own = await openTestStore();
    const supergraph = join(temporaryFolder(), 'supergraph.graphql');
    writeFileSync(supergraph, restricted);
    const gateway = await gatewayUp({ supergraph }, undefined, own);
    const inspected = await connectGateway(own);
    const total = async ({ url }: GatewayUp) => {
      const token = await gateway.issuer.sign({ sub: 'auditor@house', roles: ['auditor'] });
      return askAt(url, '{ reads { totalCount } }', { token });
    };
    // It has written nothing itself, so that it remembers nothing.
    const restarted = await gatewayUp(
      { supergraph, jwks: join(gateway.folder, 'jwks.json') },
      undefined,
      own,
    );
    try {
      for (let i = 0; i < 2; i++) await gateway.ask('{ account(id: "acc-a") { status } }');
      expect((await total(restarted)).data).toEqual({ reads: { totalCount: 2 } });
      await inspected.connection.collection('ledger').deleteOne({ _id: 2 as never });
      await expect(inspected.readRows.rejectLostTail()).rejects.toMatchObject({
        name: 'LedgerDamaged',
        sequence: 2,
      });
      expect(await total(restarted)).toMatchObject({
        data: { reads: null },
        codes: ['LEDGER_DAMAGED'],
      });
    } finally {
      await Promise.all([gateway.close(), restarted.close()]);
      await inspected.close();
      await own.close();
    }
  });

  it('is itself logged', async () => {
    const found = await logged(() => reads('first: 1'));
    expect(found).toMatchObject([
      { subject: 'auditor@house', records: [expect.stringMatching(/^Read:\d+$/)] },
    ]);
  });

  it.each([
    ['an analyst', { roles: ['analyst'] }],
    ['an auditor of a venue', { roles: ['auditor', 'partner'], venue: 'meridian', client_id: 'x' }],
  ])('shows %s nothing', async (_what, claims) => {
    const answer = await ask('{ reads { totalCount nodes { sequence } } }', {
      token: await up.issuer.sign(claims),
    });
    expect(answer.data).toBeUndefined();
    expect([answer.status, answer.codes]).toEqual([403, ['FORBIDDEN']]);
    expect(answer.text).toContain('the policy auditor');
  });

  it('is kept by its subgraph from whoever is no auditor, whatever the gateway decides', async () => {
    const { readsSubgraph, close } = await openStore(store, noObservers, createLogger('test', 'silent'));
    try {
      const query = '{ reads { totalCount nodes { sequence } } }';
      const codesOf = async (caller: Identity) =>
        (await readsSubgraph.execute({ query }, caller)).errors?.map(
          ({ extensions }) => extensions?.['code'],
        );
      expect(await codesOf(callerOf('analyst'))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
      expect(await codesOf({ ...callerOf('auditor'), venue: 'meridian' })).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ]);
      expect(await codesOf(callerOf('auditor'))).toBeUndefined();
    } finally {
      await close();
    }
  });
});
