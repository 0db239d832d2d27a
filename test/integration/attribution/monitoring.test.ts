import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { storeListings } from '../../../subgraphs/attribution/listing/storeListings.store';
import {
  address,
  makeCase,
  says,
  transfersCsv,
  walletId,
  type CaseOnDisk,
} from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { type AlertSeen, alertPage, fieldOf, newestAlerts, watched } from '../../support/monitoringAsked';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const meridian = callerOf('partner', 'meridian');
const atlas = callerOf('partner', 'atlas');

describe('watching subjects', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let files = 0;

  const transfers = async (...rows: Parameters<typeof transfersCsv>[0]) => {
    const file = join(trial.folder, `more${files++}.csv`);
    // Each file's transactions have hashes of their own.
    writeFileSync(
      file,
      transfersCsv(rows).replace(/,0x000(?=[0-9a-f]{61},)/g, `,0x${String(files).padStart(3, '0')}`),
    );
    const report = await importTransfers(opened.records, file);
    expect(report).toMatchObject({ stored: rows.length, quarantined: 0 });
  };
  const alertsOf = async (watch: string, caller = analyst): Promise<AlertSeen[]> =>
    (await alertPage(opened.subgraph, caller, null)).nodes.filter(({ id }) => id.startsWith(`${watch}:`));
  const alertWith = (
    watch: string,
    fits: (change: AlertSeen['changes'][number]) => boolean,
    caller = analyst,
  ) =>
    eventually(async () => (await alertsOf(watch, caller)).flatMap(({ changes }) => changes.filter(fits))[0]);
  const state = (input: Record<string, unknown>) =>
    fieldOf<{ id: string }>(
      opened.subgraph,
      {
        query: 'mutation($input: StateAttributionInput!) { stateAttribution(input: $input) { id } }',
        variables: {
          input: { stance: 'ASSERTS', confidenceId: 'forensic_investigation', method: 'by hand', ...input },
        },
        field: 'stateAttribution',
      },
      analyst,
    );
  const listed = (editions: string, wallets: readonly number[], designationIds: readonly string[]) =>
    storeListings(
      opened.records,
      {
        editions,
        versions: [`ofac-sdn@${editions}`],
        stays: wallets.map((n) => ({
          list: 'ofac-sdn',
          actorId: 'ofac:77',
          walletId: walletId(n),
          matchKey: `eip155:${address(n)}`,
          from: {
            day: '2024-01-01',
            source: {
              id: 'ofac-sdn',
              title: 'SDN',
              publisher: null,
              publishedOn: null,
              url: null,
              quote: null,
            },
          },
          gone: null,
        })),
        actors: [{ actorId: 'ofac:77', designationIds, linkedActorIds: ['ofac:77', 'ofac:78'] }],
      },
      new Date('2024-05-01T00:00:00Z'),
    );

  beforeAll(async () => {
    trial = makeCase();
    trial.write({
      attributions: says(1, 'ofac:1'),
      transfers: [{ from: 1, to: 2, minute: 1, amount: '100' }],
      deposits: [`meridian,c1,${address(9)}`, `atlas,d1,${address(8)}`],
    });
    store = await openTestStore();
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('raises an alert when transfers arrive, with the path and with what says whose it is', async () => {
    const watch = await watched(opened.subgraph, { key: 'w5', wallet: address(5) }, analyst);
    expect(await alertsOf(watch)).toEqual([]);
    await transfers({ from: 2, to: 5, minute: 2, amount: '40' });
    const change = await alertWith(watch, ({ kind }) => kind === 'EXPOSURE_IN');
    expect(change).toMatchObject({
      change: 'ADDED',
      before: null,
      after: { actor: { id: 'ofac:1' }, direct: '0', indirect: '40', wallet: { id: walletId(5) } },
    });
    expect(change.cause.transfers).toHaveLength(2);
    expect(change.cause.statementIds).toHaveLength(1);
    await transfers({ from: 1, to: 5, minute: 3, amount: '7' });
    const more = await alertWith(watch, (one) => one.change === 'CHANGED' && one.kind === 'EXPOSURE_IN');
    expect(more).toMatchObject({ before: { direct: '0' }, after: { direct: '7', indirect: '40' } });
    expect((await alertsOf(watch)).map(({ id }) => id)).toEqual([`${watch}:1`, `${watch}:2`]);
  });

  it('shows the newest alerts first where that is asked, page by page back to the first', async () => {
    const all = (await alertPage(opened.subgraph, analyst, null)).nodes.map(({ number }) => number);
    const newest = await newestAlerts(opened.subgraph, analyst, null, 1);
    expect(newest.nodes.map(({ number }) => number)).toEqual(all.slice(-1));
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await newestAlerts(opened.subgraph, analyst, newest.pageInfo.endCursor, 200);
    expect(rest.nodes.map(({ number }) => number)).toEqual(all.slice(0, -1).reverse());
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('raises an alert when a statement is made, and when it is taken back, and names it', async () => {
    const watch = await watched(opened.subgraph, { key: 'w20', wallet: address(20) }, analyst);
    const said = await state({ key: 's20', wallet: address(20), actorId: 'ofac:5' });
    const added = await alertWith(watch, ({ kind, change }) => kind === 'STATEMENT' && change === 'ADDED');
    expect(added.cause.statementIds).toEqual([said.id]);
    const taken = await fieldOf<{ id: string }>(
      opened.subgraph,
      {
        query: 'mutation($input: RetractAttributionInput!) { retractAttribution(input: $input) { id } }',
        variables: { input: { key: 'r20', id: said.id, reason: 'a mistake' } },
        field: 'retractAttribution',
      },
      analyst,
    );
    const removed = await alertWith(
      watch,
      ({ kind, change }) => kind === 'STATEMENT' && change === 'REMOVED',
    );
    expect(removed).toMatchObject({ after: null, before: { statementIds: [said.id] } });
    expect(removed.cause.statementIds).toEqual([taken.id]);
  });

  it('raises alerts when lists arrive: for the wallet, its owner, and the account that the funds reached', async () => {
    const wallet = await watched(opened.subgraph, { key: 'w30', wallet: address(30) }, analyst);
    const actor = await watched(opened.subgraph, { key: 'a77', actor: 'ofac:77' }, analyst);
    const account = await watched(opened.subgraph, { key: 'c1', account: 'meridian:c1' }, analyst);
    await transfers({ from: 30, to: 31, minute: 5 }, { from: 31, to: 9, minute: 6 });
    await listed('one', [30], ['ofac:77/SDGT']);
    const statement = await alertWith(wallet, ({ kind }) => kind === 'STATEMENT');
    expect(statement.after).toMatchObject({ actor: { id: 'ofac:77' }, stance: 'ASSERTS' });
    const designation = await alertWith(wallet, ({ kind }) => kind === 'DESIGNATION');
    expect(designation.cause).toMatchObject({
      designationId: 'ofac:77/SDGT',
      versions: ['ofac-sdn@one'],
    });
    expect((await alertWith(actor, ({ kind }) => kind === 'WALLET')).after).toMatchObject({
      wallet: { id: walletId(30) },
    });
    expect((await alertWith(actor, ({ kind }) => kind === 'LINK')).after).toMatchObject({
      actor: { id: 'ofac:78' },
    });
    for (const watch of [actor, account]) {
      const reach = await alertWith(watch, ({ kind }) => kind === 'REACH');
      expect(reach.after).toMatchObject({ account: { id: 'meridian:c1' }, actor: { id: 'ofac:77' } });
      expect(reach.cause.trace?.hops).toHaveLength(2);
      expect(reach.cause.statementIds).toHaveLength(1);
    }
    await listed('two', [], []);
    const gone = await alertWith(wallet, ({ kind, change }) => kind === 'STATEMENT' && change === 'REMOVED');
    expect(gone.cause.statementIds).toHaveLength(1);
    const delisted = await alertWith(
      actor,
      ({ kind, change }) => kind === 'DESIGNATION' && change === 'REMOVED',
    );
    expect(delisted.before).toMatchObject({ designationId: 'ofac:77/SDGT' });
  });

  it('keeps partners apart: each its own accounts, watches and alerts, and no word of what the operator says', async () => {
    const own = await watched(opened.subgraph, { key: 'same', account: 'atlas:d1' }, atlas);
    const theirs = await watched(opened.subgraph, { key: 'same', wallet: address(8) }, meridian);
    const rejectionOf = async (input: Record<string, unknown>, caller = meridian) =>
      (
        await ask(
          opened.subgraph,
          'mutation($input: WatchInput!) { watch(input: $input) { id } }',
          { input: { key: 'k', label: 'l', ...input } },
          caller,
        )
      ).errors?.[0]?.extensions?.['code'];
    expect(await rejectionOf({ account: 'atlas:d1' })).toBe('UNKNOWN_ENTITY');
    expect(await rejectionOf({ account: 'meridian:a:b' })).toBe('UNKNOWN_ENTITY');
    expect(await rejectionOf({ actor: 'ofac:1' })).toBe('WATCH_NOT_ALLOWED');
    expect(await rejectionOf({ wallet: address(1) }, callerOf('auditor'))).toBe('ROLE_MISSING');
    await state({ key: 'house', wallet: address(8), actorId: 'ofac:6' });
    await transfers({ from: 1, to: 8, minute: 9, amount: '3' });
    await alertWith(own, ({ kind }) => kind === 'EXPOSURE_IN', atlas);
    const seen = await alertWith(theirs, ({ kind }) => kind === 'EXPOSURE_IN', meridian);
    expect(seen.after).toMatchObject({ direct: '3' });
    expect(
      (await alertsOf(theirs, meridian)).flatMap(({ changes }) => changes.map(({ kind }) => kind)),
    ).toEqual(['EXPOSURE_IN']);
    expect((await alertPage(opened.subgraph, atlas, null)).nodes.map(({ number }) => number)).toEqual([1]);
    const listed = await fieldOf<{ nodes: { id: string }[] }>(
      opened.subgraph,
      { query: '{ watches { nodes { id } } }', field: 'watches' },
      meridian,
    );
    expect(listed.nodes).toEqual([{ id: theirs }]);
    // A key is one of the issuer too.
    const namesake = { ...meridian, issuer: 'https://other.example' };
    expect(await watched(opened.subgraph, { key: 'same', wallet: address(9) }, namesake)).not.toBe(theirs);
    const ended = await ask(opened.subgraph, `mutation { unwatch(id: "${own}") { id } }`, {}, meridian);
    expect(ended.errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_ENTITY' });
  });

  it('says how much is known of what is watched: nothing, where nobody has heard of it', async () => {
    const found = (key: string, wallet: string) =>
      fieldOf(
        opened.subgraph,
        {
          query: 'mutation($input: WatchInput!) { watch(input: $input) { foundAtFirst } }',
          variables: { input: { key, label: 'l', wallet } },
          field: 'watch',
        },
        analyst,
      );
    await state({ key: 'heard-of', wallet: address(70), actorId: 'ofac:6' });
    expect(await found('heard', address(70))).toEqual({ foundAtFirst: 1 });
    expect(await found('unheard', address(71))).toEqual({ foundAtFirst: 0 });
  });

  it('is not stored, and not said to be, under an id that another feed has', async () => {
    const first = await watched(opened.subgraph, { key: 'moved', wallet: address(52) }, analyst);
    await opened.records.watches.updateOne({ _id: first }, { $set: { feed: 'venue.meridian' } });
    for (const wallet of [52, 53].map(address))
      await expect(watched(opened.subgraph, { key: 'moved', wallet }, analyst)).rejects.toThrow(
        'WATCH_KEY_TAKEN',
      );
    expect(await opened.records.watches.findById(first).lean()).toMatchObject({
      feed: 'venue.meridian',
      subjectId: walletId(52),
    });
  });

  it('is the same watch under the same key, and none that has ended', async () => {
    const watch = await watched(opened.subgraph, { key: 'again', wallet: address(50) }, analyst);
    expect(await watched(opened.subgraph, { key: 'again', wallet: address(50) }, analyst)).toBe(watch);
    await expect(watched(opened.subgraph, { key: 'again', wallet: address(51) }, analyst)).rejects.toThrow(
      'WATCH_KEY_TAKEN',
    );
    await fieldOf(
      opened.subgraph,
      { query: `mutation { unwatch(id: "${watch}") { endedAt } }`, field: 'unwatch' },
      analyst,
    );
    await expect(watched(opened.subgraph, { key: 'again', wallet: address(50) }, analyst)).rejects.toThrow(
      'WATCH_KEY_TAKEN',
    );
  });

  it.each([
    [{ wallet: '0x12' }, 'input.wallet'],
    [{}, 'input.wallet'],
    [{ wallet: address(1), actor: 'ofac:1' }, 'input.wallet'],
    [{ account: 'nobody' }, 'input.account'],
    [{ actor: 'Lazarus' }, 'input.actor'],
    [{ wallet: address(1), label: ' ' }, 'input.label'],
    [{ wallet: address(1), key: 'a b' }, 'input.key'],
  ])('rejects %j, and names the value', async (input, argument) => {
    const { errors } = await ask(
      opened.subgraph,
      'mutation($input: WatchInput!) { watch(input: $input) { id } }',
      { input: { key: 'bad', label: 'l', ...input } },
      analyst,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
