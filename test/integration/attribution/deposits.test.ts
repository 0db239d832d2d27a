import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../../../shared/identity/identity';
import { importDeposits, type RegisterAccounts } from '../../../subgraphs/attribution/import/importDeposits';
import { registerAccounts } from '../../../subgraphs/enforcement/import/registerAccounts';
import {
  connectEnforcement,
  type EnforcementDatabase,
} from '../../../subgraphs/enforcement/connectEnforcement';
import { address, type CaseOnDisk, makeCase, says, timeOf, walletId } from '../../support/attributionCase';
import { ask, type Opened, openLoaded, reachOf } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const north = callerOf('partner', 'north');
const south = callerOf('partner', 'south');

const mutation = `mutation($w: [DepositWalletInput!]!) { registerDepositWallets(wallets: $w) {
  account address outcome code problem wallet { id } } }`;

interface Registered {
  readonly account: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly problem: string | null;
  readonly wallet: { readonly id: string } | null;
}

describe('deposit wallets', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let enforcement: EnforcementDatabase;
  let folder: string;
  let databases = 0;
  beforeAll(async () => {
    store = await openTestStore();
    folder = mkdtempSync(join(tmpdir(), 'cordon-deposits-'));
    trial = makeCase();
    // Funds of x go over the wallet 50 to south's deposit wallet.
    trial.write({
      attributions: says(1, 'ofac:1'),
      transfers: [
        { from: 1, to: 50, minute: 10 },
        { from: 50, to: 20, minute: 20 },
      ],
      deposits: [`north,a,${address(10)}`, `south,c,${address(20)}`],
    });
  });
  beforeEach(async () => {
    const prefix = `_${databases++}`;
    opened = await openLoaded(store, trial.folder, prefix);
    enforcement = await connectEnforcement({
      mongoUrl: store.mongoUrl,
      databasePrefix: `${store.databasePrefix}${prefix}`,
    });
  });
  afterEach(async () => {
    await opened.close();
    await enforcement.connection.close();
  });
  afterAll(async () => {
    await store.close();
    trial.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const register: RegisterAccounts = async (rows, source) =>
    (await registerAccounts(enforcement, rows, source)).rejected;
  const importLines = (lines: readonly string[], options: { register?: RegisterAccounts } = {}) => {
    const file = join(folder, 'deposits.csv');
    writeFileSync(file, `${lines.join('\n')}\n`);
    return importDeposits(opened.records, file, { register, ...options });
  };
  const call = (caller: Identity, wallets: readonly object[]) =>
    ask(opened.subgraph, mutation, { w: wallets }, caller);
  const registerAs = async (caller: Identity, wallets: readonly object[]): Promise<Registered[]> => {
    const { data, errors } = await call(caller, wallets);
    expect(errors).toBeUndefined();
    return data?.['registerDepositWallets'] as Registered[];
  };
  const accountsOf = async (wallet: string, caller: Identity) => {
    const query = 'query($a: String!) { wallet(address: $a) { accounts { id } } }';
    const { data } = await ask(opened.subgraph, query, { a: wallet }, caller);
    return (data?.['wallet'] as { accounts: { id: string }[] }).accounts.map(({ id }) => id);
  };

  const endings = `mutation($w: [EndedDepositWalletInput!]!) { endDepositWallets(wallets: $w) {
    account address outcome code problem wallet { id } } }`;
  const endAs = async (caller: Identity, wallets: readonly object[]): Promise<Registered[]> => {
    const { data, errors } = await ask(opened.subgraph, endings, { w: wallets }, caller);
    expect(errors).toBeUndefined();
    return data?.['endDepositWallets'] as Registered[];
  };
  const reached = async (caller: Identity = analyst) => {
    const { traces, completeness } = await reachOf(
      opened.subgraph,
      { id: 'ofac:1', linkedActorIds: ['ofac:1'] },
      caller,
    );
    return { accounts: traces.map(({ accountId }) => accountId), completeness };
  };

  describe('on the way to another venue’s', () => {
    const claimed = { account: 'north:a', address: address(50) };
    const heading = 'venue,account,address,ended';

    it('end no trace by only a venue’s statement, and end it once the operator registers them', async () => {
      await registerAs(north, [claimed]);
      expect(await reached()).toEqual({ accounts: ['north:a', 'south:c'], completeness: 'COMPLETE' });
      expect(await reached(south)).toEqual({ accounts: ['south:c'], completeness: 'COMPLETE' });
      const confirming = await importLines(['venue,account,address', `north,a,${address(50)}`]);
      expect(confirming).toMatchObject({ stored: 1, duplicates: 0 });
      expect(await reached()).toEqual({ accounts: ['north:a'], completeness: 'COMPLETE' });
      expect((await registerAs(north, [claimed]))[0]?.outcome).toBe('ALREADY_REGISTERED');
    });

    it('are the operator’s to end: a venue’s end opens the way behind, and takes no account away', async () => {
      await importLines(['venue,account,address', `north,a,${address(50)}`]);
      const never = { ...claimed, since: null };
      expect((await endAs(north, [never]))[0]?.outcome).toBe('END_NOTED');
      expect((await endAs(north, [never]))[0]?.outcome).toBe('ALREADY_ENDED');
      expect(await reached()).toEqual({ accounts: ['north:a', 'south:c'], completeness: 'COMPLETE' });
      await importLines([heading, `north,a,${address(50)},never`]);
      expect(await reached()).toEqual({ accounts: ['south:c'], completeness: 'COMPLETE' });
      const said = await opened.records.deposits
        .find({ walletId: walletId(50) })
        .sort({ saidAt: 1 })
        .lean();
      expect(said.map(({ word, stance, source }) => [word, stance, source?.id])).toEqual([
        ['HOUSE', undefined, 'file:deposits.csv'],
        ['VENUE', 'ENDS', 'registration:north'],
        ['HOUSE', 'ENDS', 'file:deposits.csv'],
      ]);
    });

    it('count for what arrived before they were ended', async () => {
      await registerAs(north, [claimed]);
      const [ended] = await endAs(north, [{ ...claimed, since: timeOf(11) }]);
      expect(ended?.outcome).toBe('ENDED');
      expect((await reached()).accounts).toEqual(['north:a', 'south:c']);
      expect(await accountsOf(address(50), analyst)).toEqual([]);
      await endAs(north, [{ ...claimed, since: timeOf(10) }]);
      expect((await reached()).accounts).toEqual(['south:c']);
      expect((await registerAs(north, [claimed]))[0]?.outcome).toBe('REGISTERED');
      expect((await reached()).accounts).toEqual(['north:a', 'south:c']);
    });

    it('stay ended where the file that registered them is imported again', async () => {
      const row = `north,a,${address(50)}`;
      await importLines(['venue,account,address', row]);
      await importLines([heading, `${row},${timeOf(0)}`]);
      expect(await importLines(['venue,account,address', row])).toMatchObject({ stored: 0, quarantined: 1 });
      expect((await reached()).accounts).toEqual(['south:c']);
      expect(await importLines([heading, `${row},no`, `${row},no`])).toMatchObject({
        stored: 1,
        duplicates: 1,
      });
      expect((await reached()).accounts).toEqual(['north:a']);
      expect(await importLines([heading, `${row},soon`])).toMatchObject({ stored: 0, quarantined: 1 });

      const rows = await endAs(north, [
        { account: 'north:a', address: address(51) },
        { account: 'south:c', address: address(20) },
        { account: 'south:c', address: address(51) },
      ]);
      expect(rows.map(({ code }) => code)).toEqual(['BAD_USER_INPUT', 'NOT_IN_SCOPE', 'NOT_IN_SCOPE']);
      expect(await accountsOf(address(20), analyst)).toEqual(['south:c']);
    });

    it('are a venue’s word by their source, where they are from before that was kept', async () => {
      await opened.records.deposits.create({
        _id: `north:a ${walletId(50)}`,
        venueId: 'north',
        accountId: 'north:a',
        walletId: walletId(50),
        matchKey: `eip155:${address(50)}`,
        illustrative: false,
        source: { id: 'registration:north', title: 'Deposit wallets registered by the venue north' },
      });
      expect((await reached()).accounts).toEqual(['north:a', 'south:c']);
    });
  });

  describe('imported from a file', () => {
    it('are stored once, after their venue and account are registered', async () => {
      const lines = ['venue,account,address', `east,x,${address(30)}`, `east,x,${address(31)}`];
      expect(await importLines(lines)).toMatchObject({ read: 2, stored: 2, duplicates: 0, quarantined: 0 });
      expect(await importLines(lines)).toMatchObject({ read: 2, stored: 0, duplicates: 2, quarantined: 0 });
      const source = expect.objectContaining({ id: 'file:deposits.csv' });
      expect(await enforcement.records.venues.find().lean()).toMatchObject([
        { _id: 'east', name: 'east', illustrative: false, source },
      ]);
      expect(await enforcement.records.accounts.find().lean()).toMatchObject([
        { _id: 'east:x', venueId: 'east', illustrative: false, source },
      ]);
      expect(await accountsOf(address(31), analyst)).toEqual(['east:x']);
    });

    it('name no missing account, wherever the import is cut off', async () => {
      const lines = ['venue,account,address', `east,x,${address(30)}`];
      const down: RegisterAccounts = () => Promise.reject(new Error('enforcement is away'));
      await expect(importLines(lines, { register: down })).rejects.toThrow('away');
      expect(await opened.records.deposits.countDocuments({ venueId: 'east' })).toBe(0);
      // Cut off between the two: the account is there, the wallet is not; the next time does the rest.
      await registerAccounts(enforcement, [{ venue: 'east', account: 'x', illustrative: false }], {
        id: 's',
        title: 's',
        publisher: null,
        publishedOn: null,
        url: null,
        quote: null,
      });
      expect(await importLines(lines)).toMatchObject({ stored: 1, duplicates: 0 });
      expect(await enforcement.records.accounts.countDocuments()).toBe(1);
    });

    it('change no account that is there', async () => {
      await registerAccounts(enforcement, [{ venue: 'east', account: 'x', illustrative: true }], {
        id: 's',
        title: 's',
      });
      await importLines(['venue,account,address', `east,x,${address(30)}`]);
      expect(await enforcement.records.venues.find().lean()).toMatchObject([
        { _id: 'east', illustrative: true, source: { id: 's' } },
      ]);
      expect(await enforcement.records.accounts.find().lean()).toMatchObject([
        { _id: 'east:x', venueId: 'east', illustrative: true, source: { id: 's' } },
      ]);
    });

    it('are quarantined by line where a row is bad, and the rest goes on', async () => {
      const report = await importLines([
        'venue,account,address,chain',
        `East,x,${address(30)},`,
        'east,x,0x12,',
        `east,a:b,${address(30)},`,
        `east,sløtt,${address(30)},`,
        `east,x,${address(30)},tron:0x2b6653dc`,
        'east,x,literal:ofac-sdn:xyz,',
        `east,,${address(30)},`,
        `east,x,${address(30)},eip155:56`,
      ]);
      expect(report).toMatchObject({ read: 8, stored: 1, quarantined: 7 });
      expect(report.problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
      expect(await enforcement.records.accounts.distinct('_id')).toEqual(['east:x']);
      expect((await opened.records.deposits.findOne({ venueId: 'east' }).lean())?.walletId).toBe(
        `eip155:56:${address(30)}`,
      );
    });

    it('are kept for both venues where two claim one, and the report says so', async () => {
      const report = await importLines(['venue,account,address', `east,x,${address(10)}`]);
      expect(report).toMatchObject({
        stored: 1,
        contested: 1,
        contestedWallets: [{ line: 2, wallet: walletId(10), venues: ['east', 'north'] }],
      });
      expect(await accountsOf(address(10), analyst)).toEqual(['east:x', 'north:a']);
      expect(await accountsOf(address(10), north)).toEqual(['north:a']);
    });
  });

  describe('registered by a partner', () => {
    it('are its own venue’s, for accounts that the registry knows, each row for itself', async () => {
      const rows = await registerAs(north, [
        { account: 'north:a', address: address(11) },
        { account: 'north:a', address: address(10) },
        { account: 'north:a', address: address(11) },
        { account: 'north:nobody', address: address(12) },
        { account: 'north:a', address: '0x12' },
        { account: 'north:a', address: address(13), chain: 'eip155:56' },
      ]);
      expect(rows.map(({ outcome, code }) => code ?? outcome)).toEqual([
        'REGISTERED',
        'ALREADY_REGISTERED',
        'ALREADY_REGISTERED',
        'UNKNOWN_ACCOUNT',
        'BAD_USER_INPUT',
        'REGISTERED',
      ]);
      expect(rows[5]?.wallet?.id).toBe(`eip155:56:${address(13)}`);
      expect(await accountsOf(address(11), analyst)).toEqual(['north:a']);
      expect(await accountsOf(address(12), analyst)).toEqual([]);
      const again = await registerAs(north, [{ account: 'north:a', address: address(11) }]);
      expect(again[0]?.outcome).toBe('ALREADY_REGISTERED');
    });

    it('are rejected for another venue in the same words, whether its account exists or not', async () => {
      const before = await opened.records.deposits.find().sort({ _id: 1 }).lean();
      const [there, notThere, malformed] = await registerAs(north, [
        { account: 'south:c', address: address(11) },
        { account: 'south:nobody', address: address(11) },
        { account: 'southc', address: address(20) },
      ]);
      for (const row of [there, notThere, malformed]) {
        expect(row).toMatchObject({ outcome: 'REFUSED', code: 'NOT_IN_SCOPE', wallet: null });
        expect(row?.problem).toBe(there?.problem);
      }
      expect(await opened.records.deposits.find().sort({ _id: 1 }).lean()).toEqual(before);
    });

    it('tell nothing of another venue’s claim to the same wallet', async () => {
      const [row] = await registerAs(north, [{ account: 'north:a', address: address(20) }]);
      expect(row).toMatchObject({ outcome: 'REGISTERED', code: null, problem: null });
      expect(await accountsOf(address(20), north)).toEqual(['north:a']);
      expect(await accountsOf(address(20), south)).toEqual(['south:c']);
      expect(await accountsOf(address(20), analyst)).toEqual(['north:a', 'south:c']);
    });

    it('keep who said so', async () => {
      await registerAs(north, [{ account: 'north:a', address: address(11) }]);
      const record = await opened.records.deposits.findOne({ walletId: walletId(11) }).lean();
      expect(record?.source).toMatchObject({ id: 'registration:north', publishedOn: '2024-06-01' });
    });

    it('are at most 1,000 a call, and none of more is registered', async () => {
      const many = Array.from({ length: 1_001 }, (_, i) => ({
        account: 'north:a',
        address: address(1_000 + i),
      }));
      const over = await call(north, many);
      expect(over.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(await opened.records.deposits.countDocuments({ accountId: 'north:a' })).toBe(1);
      expect(await registerAs(north, many.slice(0, 1_000))).toHaveLength(1_000);
    });

    it('need the scope to write, whatever the gateway let through', async () => {
      const { errors } = await call(analyst, [{ account: 'north:a', address: address(11) }]);
      expect(errors?.[0]?.extensions?.['code']).toBe('ROLE_MISSING');
      expect(await opened.records.deposits.countDocuments({ walletId: walletId(11) })).toBe(0);
    });
  });
});
