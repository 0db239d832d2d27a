import { createLogger } from '../../../../shared/logger/logger';
import type { Subgraph } from '../../../../shared/subgraph/runSubgraph';
import {
  connectEnforcement,
  type EnforcementDatabase,
} from '../../../../subgraphs/enforcement/connectEnforcement';
import { eventOf } from '../../../../subgraphs/enforcement/ledger/events';
import { openEnforcement } from '../../../../subgraphs/enforcement/openEnforcement';
import { ann, ben, lea, mutationText, newKey } from '../../../support/commandsUp';
import { accountFact, draft, measureFact, processFact, venueFact } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { eventually } from '../../../support/eventually';
import { callerOf } from '../../../support/identities';
import { databasesOn, openOwnStore, type TestStore } from '../../../support/openTestStore';

/** A ledger that has lost events, in every way that a store can lose them: nothing is read, and no command carried out. */
let store: TestStore;
let up: EnforcementUp;
beforeAll(async () => {
  // Reads are held over it.
  store = await openOwnStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  up = await enforcementUp(undefined, { on: store });
  await up.record(
    draft('VENUE_REGISTERED', { venues: [venueFact('kestrel')] }),
    draft('ACCOUNT_REGISTERED', { accounts: [accountFact('kestrel:1')] }),
    draft('PROCESS_RECORDED', { processes: [processFact({ id: 'p', scope: ['kestrel:1'] })] }),
  );
  await up.data('{ accounts { totalCount } }');
});
afterEach(() => up.close());

const read = '{ account(id: "kestrel:1") { status } }';
const damaged = [{ extensions: { code: 'LEDGER_DAMAGED' } }];
const command = (caller = lea, on: Pick<EnforcementUp, 'ask'> = up) =>
  on.ask(mutationText('registerVenue'), { input: { key: newKey(), id: newKey(), name: 'V' } }, caller);

const lastSequence = async () => (await up.records.ledger.findOne().sort({ _id: -1 }).lean())?._id;

async function expectDamaged(on: Pick<EnforcementUp, 'ask'> = up) {
  const end = await lastSequence();
  for (const answer of [await on.ask(read), await command(lea, on)])
    expect([answer.data ?? null, answer.errors]).toMatchObject([null, damaged]);
  expect(await lastSequence()).toBe(end);
}

/** A server that starts on the same database. */
async function another(more: object = {}): Promise<Subgraph & Pick<EnforcementUp, 'ask'>> {
  const { name } = up.database.connection;
  const subgraph = await openEnforcement({
    mongoUrl: store.mongoUrl,
    databasePrefix: name.replace(/_enforcement$/, ''),
    logger: createLogger('enforcement', 'silent'),
    ...more,
  });
  const ask: EnforcementUp['ask'] = async (query, variables = {}, caller = callerOf('analyst')) =>
    JSON.parse(JSON.stringify(await subgraph.execute({ query, variables }, caller)));
  return { ...subgraph, ask };
}

/** Does work as a command does: with a database of its own. */
async function connected<Result>(work: (database: EnforcementDatabase) => Promise<Result>): Promise<Result> {
  const { name } = up.database.connection;
  const database = await connectEnforcement({
    mongoUrl: store.mongoUrl,
    databasePrefix: name.replace(/_enforcement$/, ''),
  });
  return work(database).finally(() => database.connection.close());
}

const cut = (after: number, upTo = Infinity) =>
  up.records.ledger.collection.deleteMany({ _id: { $gt: after, $lte: upTo } as never });

it('of a running server: a proposal is not approved, and new events take no place of a lost one', async () => {
  const freeze = { key: newKey(), account: 'kestrel:1', processes: ['p'], reason: 'a test' };
  const proposed = await up.ask(mutationText('freezeAccount'), { input: freeze }, ann);
  const { id, digest } = proposed.data.freezeAccount;
  for (let n = 0; n < 10; n++) expect((await command()).errors).toBeUndefined();
  const { sequence } = await up.database.ledger.head();
  await cut(sequence - 10);
  const approval = { key: newKey(), proposal: id, digest };
  const approved = await up.ask(mutationText('approveProposal'), { input: approval }, ben);
  expect(approved.errors).toMatchObject(damaged);
  await expectDamaged();
  expect(await lastSequence()).toBe(sequence - 10);
});

it('of a server that starts: by the cursors of the views, until the events are there again', async () => {
  await up.database.catchUp.settle();
  const lost = await up.records.ledger.find({ _id: { $gt: 2 } }).lean();
  await cut(2);
  const server = await another();
  await expectDamaged(server);
  await expect(server.health()).rejects.toMatchObject({ extensions: { code: 'LEDGER_DAMAGED' } });
  await up.records.ledger.collection.insertMany(lost as never);
  expect(await server.ask(read)).toMatchObject({ data: { account: { status: 'OPEN' } } });
  expect(await server.health()).toMatchObject({ name: 'enforcement' });
  await server.close();
});

it('of a server that starts: by rows that are further on than their cursors', async () => {
  await up.database.catchUp.settle();
  await cut(2);
  await up.records.projectionCursors.updateMany({}, { $set: { sequence: 2 }, $unset: { hash: 1 } });
  const server = await another();
  await expectDamaged(server);
  await server.close();
});

it('of a server that starts: all events, by the cursors of the views', async () => {
  await up.database.catchUp.settle();
  await cut(0);
  const server = await another();
  await expectDamaged(server);
  await server.close();
  const rows = await up.records.accounts.countDocuments();
  await expect(connected((database) => database.rebuild())).rejects.toMatchObject({ name: 'LedgerDamaged' });
  expect(await up.records.accounts.countDocuments()).toBe(rows);
});

it('of a server that starts: all events, by the rows of the views', async () => {
  await up.database.catchUp.settle();
  await cut(0);
  await up.records.projectionCursors.deleteMany({});
  const server = await another();
  await expectDamaged(server);
  await server.close();
});

it('of a server that starts: where others were written in the place of the lost ones', async () => {
  await up.database.catchUp.settle();
  const { rows } = up.database;
  await cut(2);
  const { databasePrefix } = databasesOn(store);
  const other = await connectEnforcement({ mongoUrl: store.mongoUrl, databasePrefix });
  const events = ['a', 'b', 'c', 'd'].map((id) =>
    eventOf(draft('VENUE_REGISTERED', { venues: [venueFact(id)] })),
  );
  await other.ledger.append(events);
  const copied = await other.records.ledger.find().lean();
  await up.records.ledger.collection.deleteMany({});
  await up.records.ledger.collection.insertMany(copied as never);
  expect([...(await rows.cursors()).values()].every(({ hash }) => hash)).toBe(true);
  const server = await another();
  await expectDamaged(server);
  await expectDamaged();
  await server.close();
  await other.connection.close();
});

it('of a running process: an event before the head, within seconds, though nothing is written after that', async () => {
  const database = await connectEnforcement(databasesOn(store));
  const events = ['a', 'b', 'c'].map((id) => eventOf(draft('VENUE_REGISTERED', { venues: [venueFact(id)] })));
  await database.ledger.append(events);
  expect(await database.ledger.head()).toMatchObject({ sequence: 3 });
  await database.records.ledger.collection.deleteOne({ _id: 2 as never });
  const problem = () =>
    database.ledger.head().then(
      () => undefined,
      (error: unknown) => error,
    );
  const found = await eventually(problem);
  await database.connection.close();
  expect(found).toMatchObject({ name: 'LedgerDamaged' });
});

describe('under a stored checkpoint', () => {
  const ledgerKey = '7'.repeat(64);

  it('the tail, with what the views knew of it', async () => {
    const signing = await another({ ledgerKey });
    await signing.close();
    expect(await up.records.checkpoints.countDocuments()).toBe(1);
    await cut(2);
    await Promise.all(
      [...Object.values(up.records)]
        .filter(({ collection }) => !/^(ledger|ledger_checkpoints)$/.test(collection.collectionName))
        .map((model) => model.collection.deleteMany({})),
    );
    const server = await another({ ledgerKey });
    await expectDamaged(server);
    await server.close();
    // Nothing new was signed over what is left.
    expect(await up.records.checkpoints.countDocuments()).toBe(1);
  });

  it('one before the head', async () => {
    const signing = await another({ ledgerKey });
    await signing.close();
    await cut(1, 2);
    const server = await another({ ledgerKey });
    await expectDamaged(server);
    await server.close();
  });

  it('a rewrite of the signed event', async () => {
    const signing = await another({ ledgerKey });
    await signing.close();
    const last = await up.records.ledger.findOne().sort({ _id: -1 }).lean();
    await up.records.checkpoints.collection.updateMany({}, [
      { $set: { text: { $replaceOne: { input: '$text', find: last!.hash, replacement: 'a'.repeat(64) } } } },
    ]);
    await expectDamaged();
  });

  it('an edited event: once a running server has found it, it signs nothing over it', async () => {
    const signing = await another({ ledgerKey });
    await signing.close();
    expect((await command()).errors).toBeUndefined();
    const server = await another({ ledgerKey, minViewCheckRestMs: 20 });
    const text = { $replaceOne: { input: '$text', find: 'kestrel', replacement: 'Kestrel' } };
    await up.records.ledger.collection.updateOne({ _id: 1 as never }, [{ $set: { text } }]);
    const errors = await eventually(async () => (await server.ask(read)).errors);
    expect(errors).toMatchObject(damaged);
    await server.close();
    expect(await up.records.checkpoints.countDocuments()).toBe(1);
  });

  it('a checkpoint that cannot be read', async () => {
    await up.records.checkpoints.collection.insertOne({ _id: 'x', text: '{}', peaks: [] } as never);
    await expectDamaged();
  });
});

it('is forgotten by a rebuild that is told to, and by no other', async () => {
  await up.record(
    draft('MEASURE_TAKEN', {
      measures: [
        measureFact({ id: 'm', accountId: 'kestrel:1', kind: 'FREEZE', from: '2022-01-01T00:00:00.000Z' }),
      ],
    }),
  );
  await up.database.catchUp.settle();
  await cut(3);
  await expect(up.database.rebuild()).rejects.toMatchObject({ name: 'LedgerDamaged' });
  expect(await up.records.measures.countDocuments({ _id: 'm' })).toBe(1);
  const { differences } = await up.database.rebuild({ acceptLoss: true });
  expect(differences).toBeGreaterThan(0);
  expect(await up.records.measures.countDocuments({})).toBe(0);
  const server = await another();
  expect(await server.ask(read)).toMatchObject({ data: { account: { status: 'OPEN' } } });
  expect((await command(lea, server)).errors).toBeUndefined();
  await server.close();
});
