import type { Identity } from '../../../shared/identity/identity';
import { address, type CaseOnDisk, makeCase, says, timeOf, walletId } from '../../support/attributionCase';
import { ask, type Opened, openLoaded } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const north = callerOf('partner', 'north');
const south = callerOf('partner', 'south');

interface Reach {
  readonly completeness: string;
  readonly walletCount: number;
  readonly cuts: readonly { readonly wallet: { readonly id: string }; readonly reason: string }[];
  readonly actors: readonly {
    readonly actor: { readonly id: string } | null;
    readonly label: string | null;
    readonly hops: number;
  }[];
  readonly categories: readonly {
    readonly category: string;
    readonly wallets: number;
    readonly nearest: { readonly id: string };
  }[];
  readonly wallets: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly wallet: { readonly id: string };
      readonly custodial: boolean;
      readonly names: readonly {
        readonly actor: { readonly id: string } | null;
        readonly heldThen: boolean;
      }[];
      readonly path: {
        readonly amount: string;
        readonly hops: readonly {
          readonly from: { readonly id: string };
          readonly to: { readonly id: string };
        }[];
      };
    }[];
  };
}

describe('Wallet.reach', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  beforeAll(async () => {
    store = await openTestStore();
    trial = makeCase();
    trial.write({
      attributions: [
        says(1, 'ofac:7'),
        says(4, 'ofac:1'),
        says(5, 'ofac:2', 'heldFrom: 2022-06-01'),
        says(6, 'ofac:3', 'confidence: heuristic'),
      ].join(''),
      transfers: [
        { from: 1, to: 2, minute: 1, amount: '9' },
        { from: 2, to: 20, minute: 2, amount: '8' },
        // Behind a deposit wallet of the south: the operator's search ends there, the north's does not.
        { from: 20, to: 4, minute: 3, amount: '7' },
        { from: 2, to: 10, minute: 4 },
        { from: 1, to: 5, minute: 5 },
        { from: 1, to: 6, minute: 6 },
        { from: 7, to: 1, minute: 0 },
      ],
      deposits: [`north,a,${address(10)}`, `south,c,${address(20)}`],
    });
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  const fields = `completeness walletCount cuts { wallet { id } reason } actors { actor { id } label hops }
    categories { category wallets nearest { id } }
    wallets { totalCount nodes { wallet { id } custodial names { actor { id } heldThen }
      path { amount hops { from { id } to { id } } } } }`;
  const query = `query($w: String!, $d: Direction!, $hops: Int, $asOf: DateTime) { wallet(address: $w) {
    reach(direction: $d, maxHops: $hops, asOf: $asOf) { ${fields} } } }`;
  async function reach(caller: Identity, wallet: number, asked: Record<string, unknown> = {}) {
    const variables = { w: address(wallet), d: 'OUT', hops: 5, ...asked };
    const { data, errors } = await ask(opened.subgraph, query, variables, caller);
    expect(errors).toBeUndefined();
    return (data?.['wallet'] as { reach: Reach }).reach;
  }
  const found = ({ wallets }: Reach) =>
    wallets.nodes.map(({ wallet, custodial, names }) =>
      [wallet.id, custodial ? 'custodial' : '', ...names.map(({ actor }) => actor?.id)].join(' ').trim(),
    );

  it('has the custodial wallets and those that somebody is named for, the nearest first, with the path', async () => {
    const answer = await reach(analyst, 1);
    expect(found(answer)).toEqual([
      `${walletId(5)}  ofac:2`,
      `${walletId(10)} custodial`,
      `${walletId(20)} custodial`,
    ]);
    expect(answer).toMatchObject({ completeness: 'COMPLETE', walletCount: 5 });
    expect(answer.actors).toEqual([{ actor: { id: 'ofac:2' }, label: null, hops: 1 }]);
    expect(answer.wallets.nodes[2]?.path).toEqual({
      amount: '8',
      hops: [
        { from: { id: walletId(1) }, to: { id: walletId(2) } },
        { from: { id: walletId(2) }, to: { id: walletId(20) } },
      ],
    });
  });

  it("says whether a wallet was its owner's when funds came", async () => {
    const [named] = (await reach(analyst, 1)).wallets.nodes;
    expect(named?.names).toEqual([{ actor: { id: 'ofac:2' }, heldThen: false }]);
  });

  it('of a partner ends only at its own deposit wallets, and marks no others', async () => {
    expect(found(await reach(north, 1))).toEqual([
      `${walletId(5)}  ofac:2`,
      `${walletId(10)} custodial`,
      `${walletId(4)}  ofac:1`,
    ]);
    expect(found(await reach(south, 1))).toEqual([`${walletId(5)}  ofac:2`, `${walletId(20)} custodial`]);
  });

  it('cuts transfers and statements at the time that is asked about', async () => {
    expect(found(await reach(analyst, 1, { asOf: timeOf(2) }))).toEqual([`${walletId(20)} custodial`]);
    // At minute 5 the wallet is reached, and not yet its owner's.
    expect(found(await reach(analyst, 1, { asOf: timeOf(5) }))).toEqual([
      `${walletId(10)} custodial`,
      `${walletId(20)} custodial`,
    ]);
  });

  it('is not COMPLETE at a time where it ended at a wallet that may not have been custodial then', async () => {
    const cuts = [{ wallet: { id: walletId(20) }, reason: 'CUSTODIAL' }];
    expect(await reach(analyst, 1, { asOf: timeOf(3) })).toMatchObject({ completeness: 'HUB_CUT', cuts });
    expect(await reach(analyst, 1, { asOf: timeOf(1) })).toMatchObject({
      completeness: 'COMPLETE',
      cuts: [],
    });
    // The north does not end there, and learns nothing of it.
    expect(await reach(north, 1, { asOf: timeOf(3) })).toMatchObject({ completeness: 'COMPLETE', cuts: [] });
  });

  it('goes back to where funds came from, its paths in the order of time', async () => {
    const answer = await reach(analyst, 4, { d: 'IN' });
    expect(answer.completeness).toBe('COMPLETE');
    expect(found(answer)).toEqual([`${walletId(20)} custodial`]);
    const led = await reach(north, 10, { d: 'IN', hops: 1 });
    expect(led).toMatchObject({ completeness: 'HOP_LIMIT', walletCount: 1 });
  });

  it('rejects a question that it cannot answer', async () => {
    const code = async (variables: Record<string, unknown>) => {
      const asked = { w: address(1), d: 'OUT', hops: 5, ...variables };
      return (await ask(opened.subgraph, query, asked, analyst)).errors?.[0]?.extensions?.['code'];
    };
    expect(await code({ d: 'ANY' })).toBe('BAD_USER_INPUT');
    expect(await code({ hops: 31 })).toBe('BAD_USER_INPUT');
    expect(await code({ w: walletId(999) })).toBeUndefined();
  });

  it('paths and traces are cut at a time as well', async () => {
    const paths = `query($asOf: DateTime) { wallet(address: "${address(1)}") {
      pathsTo(wallet: "${address(20)}", asOf: $asOf) { completeness paths { hops { txHash } } } } }`;
    const count = async (asOf: string) => {
      const { data } = await ask(opened.subgraph, paths, { asOf }, analyst);
      return (data?.['wallet'] as { pathsTo: { paths: [] } }).pathsTo.paths.length;
    };
    expect([await count(timeOf(1)), await count(timeOf(2))]).toEqual([0, 1]);
    const traces = `query($r: [_Any!]!, $asOf: DateTime) { _entities(representations: $r) { ... on Actor {
      tracedAccounts(asOf: $asOf) { completeness nodes { account { id } } } } } }`;
    const actor = { __typename: 'Actor', id: 'ofac:7', linkedActorIds: ['ofac:7'] };
    const accounts = async (minute: number) => {
      const asked = { r: [actor], asOf: timeOf(minute) };
      const { data, errors } = await ask(opened.subgraph, traces, asked, analyst);
      expect(errors).toBeUndefined();
      const [found] = data?.['_entities'] as {
        tracedAccounts: { completeness: string; nodes: { account: { id: string } }[] };
      }[];
      const { completeness, nodes } = found!.tracedAccounts;
      return [completeness, ...nodes.map(({ account }) => account.id)];
    };
    expect(await accounts(1)).toEqual(['COMPLETE']);
    // A venue may have registered the wallet later: then funds went on from it.
    expect(await accounts(2)).toEqual(['HUB_CUT', 'south:c']);
    expect(await accounts(4)).toEqual(['HUB_CUT', 'north:a', 'south:c']);
  });
});
