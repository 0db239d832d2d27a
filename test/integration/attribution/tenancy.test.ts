import type { Identity } from '../../../shared/identity/identity';
import { callerOf } from '../../support/identities';
import { address, makeCase, says, walletId, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, reachOf, type Opened } from '../../support/attributionSubgraph';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const north = callerOf('partner', 'north');
const south = callerOf('partner', 'south');
const actor = { id: 'ofac:1', linkedActorIds: ['ofac:1'] };

describe('a partner', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  const answer = (caller: Identity, query: string, variables: Record<string, unknown> = {}) =>
    ask(opened.subgraph, query, variables, caller);
  const entity = (caller: Identity, reference: object, fields: string) =>
    answer(caller, `query($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`, {
      r: [reference],
    });
  beforeAll(async () => {
    trial = makeCase();
    trial.write({
      attributions: says(1, 'ofac:1'),
      // 20 is a deposit wallet of the south: a trace ends there for the operator. The north may not know, and is led on.
      transfers: [
        { from: 1, to: 10, minute: 1 },
        { from: 1, to: 20, minute: 2 },
        { from: 20, to: 11, minute: 3 },
      ],
      deposits: [
        `north,a,${address(10)}`,
        `north,b,${address(11)}`,
        `south,c,${address(20)}`,
        `south,d,${address(10)}`,
      ],
    });
    store = await openTestStore();
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('sees traces only to its own accounts', async () => {
    const accounts = async (caller: Identity) =>
      (await reachOf(opened.subgraph, actor, caller)).traces.map(({ accountId }) => accountId);
    expect(await accounts(analyst)).toEqual(['north:a', 'south:c', 'south:d']);
    expect(await accounts(north)).toEqual(['north:a', 'north:b']);
    expect(await accounts(south)).toEqual(['south:c', 'south:d']);
  });

  it('counts what it is shown, and nothing else', async () => {
    const traced = `... on Actor { tracedAccounts { totalCount nodes { account { id } trace { hops { to { id } } } } } }`;
    const { data, errors } = await entity(north, { __typename: 'Actor', ...actor }, traced);
    expect(errors).toBeUndefined();
    expect(data?.['_entities']).toEqual([
      {
        tracedAccounts: {
          totalCount: 2,
          nodes: [
            { account: { id: 'north:a' }, trace: { hops: [{ to: { id: walletId(10) } }] } },
            {
              account: { id: 'north:b' },
              trace: { hops: [{ to: { id: walletId(20) } }, { to: { id: walletId(11) } }] },
            },
          ],
        },
      },
    ]);
  });

  it("is not shown another venue's account at a wallet that both take deposits at", async () => {
    const query = `{ wallet(address: "${address(10)}") { accounts { id } } }`;
    expect((await answer(analyst, query)).data).toEqual({
      wallet: { accounts: [{ id: 'north:a' }, { id: 'south:d' }] },
    });
    expect((await answer(north, query)).data).toEqual({ wallet: { accounts: [{ id: 'north:a' }] } });
  });

  it("gets the same answer for another venue's account as for a missing one", async () => {
    const fields = '... on Account { depositWallets { id } }';
    const own = await entity(north, { __typename: 'Account', id: 'north:a' }, fields);
    expect(own.data).toEqual({ _entities: [{ depositWallets: [{ id: walletId(10) }] }] });
    const told = async (id: string) => {
      const { data, errors } = await entity(north, { __typename: 'Account', id }, fields);
      return {
        data,
        errors: errors?.map(({ message, ...rest }) => ({ ...rest, message: message.replace(id, 'it') })),
      };
    };
    const others = await told('south:c');
    expect(others.errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_ENTITY' });
    expect(others).toEqual(await told('south:nobody'));
  });

  it("cannot resolve the trace that leads to another venue's account", async () => {
    const { traces } = await reachOf(opened.subgraph, actor, analyst);
    const trace = (caller: Identity, accountId: string) =>
      entity(
        caller,
        { __typename: 'Trace', id: traces.find((found) => found.accountId === accountId)?.traceId },
        '... on Trace { amount }',
      );
    expect((await trace(north, 'north:a')).data).toEqual({ _entities: [{ amount: '5' }] });
    expect((await trace(north, 'south:c')).errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_ENTITY' });
    expect((await trace(analyst, 'south:c')).data).toEqual({ _entities: [{ amount: '5' }] });
  });
});
