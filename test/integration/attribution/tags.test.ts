import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWallet } from '../../../shared/caip/wallet';
import { importDeposits } from '../../../subgraphs/attribution/import/importDeposits';
import { importTransfers } from '../../../subgraphs/attribution/import/importTransfers';
import { callerOf } from '../../support/identities';
import { makeCase, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
/** Known accounts of the XRP Ledger; the X-address is Bitstamp's in XLS-5's examples, with its tag. */
const [thief, middle, venue] = [
  'rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
  'rMwjYedjc7qqtKYVLiAccJSmCwih4LnE2q',
  'rN7n7otQDd6FczFgLdSqtcsAUxDkw6fzRH',
];

describe('destination tags', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let folder: string;
  let files = 0;
  const file = (lines: readonly string[]) => {
    const path = join(folder, `${++files}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const sent = (n: number, from: string, to: string, tag: string | number) =>
    `xrpl:0,${String(n).repeat(64)},0,2024-01-0${n}T00:00:00Z,${from},${to},XRP,5,${tag}`;
  const transfers = (rows: readonly string[]) =>
    importTransfers(opened.records, file(['chain,tx,index,time,from,to,asset,amount,tag', ...rows]));
  const deposits = (rows: readonly string[]) =>
    importDeposits(opened.records, file(['venue,account,address,tag', ...rows]), {
      register: () => Promise.resolve(new Map()),
    });

  interface Reached {
    readonly account: { readonly id: string };
    readonly possible: boolean;
    readonly trace: { readonly hops: readonly { readonly tag: string | null }[] };
  }
  const reached = async () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor {
      tracedAccounts { nodes { account { id } possible trace { hops { tag } } } } } } }`;
    const actor = { __typename: 'Actor', id: 'ofac:1', linkedActorIds: ['ofac:1'] };
    const { data, errors } = await ask(opened.subgraph, query, { r: [actor] }, analyst);
    expect(errors).toBeUndefined();
    const [{ tracedAccounts }] = data?.['_entities'] as [{ tracedAccounts: { nodes: Reached[] } }];
    return tracedAccounts.nodes.map(({ account, possible, trace }) => [
      account.id,
      possible ? 'possible' : 'certain',
      trace.hops.map(({ tag }) => tag),
    ]);
  };

  beforeEach(async () => {
    store = await openTestStore();
    folder = mkdtempSync(join(tmpdir(), 'cordon-tags-'));
    trial = makeCase();
    trial.write({});
    trial.writeFile(
      'attributions.yaml',
      `- wallet: '${thief}'\n  actor: ofac:1\n  confidence: authority_data\n  method: listed\n  knownSince: 2022-01-01T00:00:00Z\n  source: list\n`,
    );
    opened = await openLoaded(store, trial.folder);
  });
  afterEach(async () => {
    await opened.close();
    await store.close();
    trial.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('say whose funds are that come to one address: each account by its own tag', async () => {
    expect(await deposits([`x,one,${venue},1`, `x,two,${venue},2`, `x,three,${venue},3`])).toMatchObject({
      stored: 3,
      contested: 0,
    });
    // The best way has tag 1; a longer one, later, has tag 2: both count, and 3 was not paid.
    await transfers([sent(1, thief, venue, 1), sent(2, thief, middle, ''), sent(3, middle, venue, 2)]);
    expect(await reached()).toEqual([
      ['x:one', 'certain', ['1']],
      ['x:two', 'certain', [null, '2']],
    ]);
  });

  it('are possible for every account where the transfer has none, and certain ones come first', async () => {
    await deposits([`x,one,${venue},1`, `x,two,${venue},2`]);
    await transfers([sent(1, thief, venue, '')]);
    expect(await reached()).toEqual([
      ['x:one', 'possible', [null]],
      ['x:two', 'possible', [null]],
    ]);
    await transfers([sent(2, thief, venue, 2)]);
    expect(await reached()).toEqual([
      ['x:one', 'possible', [null]],
      ['x:two', 'certain', ['2']],
    ]);
  });

  it('leave nothing certain that may be for another account of the venue, and tell nothing of other venues', async () => {
    await deposits([
      `x,one,${venue},1`,
      `x,whole,${venue},`,
      `y,other,${venue},1`,
      `x,a,${middle},`,
      `x,b,${middle},`,
    ]);
    await transfers([sent(1, thief, venue, 1), sent(2, thief, middle, 9)]);
    expect((await reached()).map(([account, how]) => [account, how])).toEqual([
      ['x:a', 'possible'],
      ['x:b', 'possible'],
      ['x:one', 'certain'],
      ['x:whole', 'possible'],
      ['y:other', 'certain'],
    ]);
    await transfers([sent(3, thief, venue, '')]);
    expect((await reached()).map(([account, how]) => [account, how])).toContainEqual(['x:whole', 'possible']);
  });

  it('are part of what is registered, by hand too, and of an X-address', async () => {
    await deposits([`x,one,${venue},1`, `x,two,${middle},`]);
    const mutation = `mutation($w: [DepositWalletInput!]!) { registerDepositWallets(wallets: $w) { outcome problem } }`;
    const register = async (wallet: object) => {
      const { data } = await ask(opened.subgraph, mutation, { w: [wallet] }, callerOf('partner', 'x'));
      return (data?.['registerDepositWallets'] as { outcome: string; problem: string | null }[])[0];
    };
    expect(await register({ account: 'x:two', address: venue, tag: '2' })).toMatchObject({
      outcome: 'REGISTERED',
    });
    expect(await register({ account: 'x:two', address: venue, tag: '2' })).toMatchObject({
      outcome: 'ALREADY_REGISTERED',
    });
    expect(await register({ account: 'x:two', address: venue, tag: '3' })).toMatchObject({
      outcome: 'REGISTERED',
    });
    expect(await register({ account: 'x:two', address: venue, tag: '007' })).toMatchObject({
      outcome: 'REFUSED',
      problem: expect.stringContaining('whole number') as string,
    });
    await transfers([sent(1, thief, venue, 3)]);
    expect(await reached()).toEqual([['x:two', 'certain', ['3']]]);
  });

  it('are contested where accounts, of one venue too, are told apart by none', async () => {
    expect(await deposits([`x,one,${venue},`, `x,two,${venue},`])).toMatchObject({
      contested: 2,
      contestedWallets: [{ venues: ['x'] }, { venues: ['x'] }],
    });
    expect(await deposits([`x,a,${middle},1`, `x,b,${middle},1`])).toMatchObject({ contested: 2 });
  });

  it('are memos on any chain', async () => {
    const wallets = ['11', '12'].map((n) => {
      const read = readWallet(`0x${n.padStart(40, '0')}`);
      if ('problem' in read) throw new Error(read.problem);
      return read.wallet.address;
    });
    trial.writeFile('x', '');
    await opened.records.attributions.updateMany(
      {},
      { $set: { walletId: `eip155:1:${wallets[0]}`, matchKey: `eip155:${wallets[0]}` } },
    );
    await deposits([`x,one,${wallets[1]},Alice 7`, `x,two,${wallets[1]},Bob`]);
    await transfers([
      `eip155:1,0x${'1'.repeat(64)},0,2024-01-01T00:00:00Z,${wallets[0]},${wallets[1]},ETH,5,Bob`,
    ]);
    expect(await reached()).toEqual([['x:two', 'certain', ['Bob']]]);
  });
});
