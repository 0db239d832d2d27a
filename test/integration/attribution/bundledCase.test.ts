import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { ask, openLoaded, reachOf, type Opened } from '../../support/attributionSubgraph';

const folder = join(projectRoot(), 'cases', 'dprk-2023');
/** The TRB and who is linked to it by the policy of `sanctions`, which hands these in. */
const trb = { id: 'ofac:43337', linkedActorIds: ['ofac:43337', 'ofac:27307', 'ofac:43338'] };
const kim = { id: 'ofac:43377', linkedActorIds: ['ofac:43377'] };
const analyst = callerOf('analyst');

describe('the bundled case', () => {
  let store: TestStore;
  let opened: Opened;
  let subgraph: Subgraph;
  beforeAll(async () => {
    store = await openTestStore();
    opened = await openLoaded(store, folder);
    subgraph = opened.subgraph;
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
  });

  it('reaches the accounts of the scenario, and says that a hub was cut', async () => {
    const reach = await reachOf(subgraph, trb, analyst);
    expect(reach.completeness).toBe('HUB_CUT');
    expect(reach.traces.map(({ accountId, actorId }) => `${accountId} by ${actorId}`)).toEqual([
      'harborlight:hl-77 by ofac:43338',
      'harborlight:hl-81 by ofac:27307',
      'kestrel:k-5 by ofac:27307',
      'kestrel:k-6 by ofac:27307',
      'meridian:acct-1001 by ofac:27307',
      'meridian:acct-1002 by ofac:27307',
      'meridian:acct-1003 by ofac:27307',
      'meridian:acct-1004 by ofac:27307',
    ]);
  });

  it("reaches Kim's two accounts, on two chains, when he is asked about", async () => {
    const reach = await reachOf(subgraph, kim, analyst);
    expect(reach.completeness).toBe('COMPLETE');
    expect(reach.traces.map(({ accountId }) => accountId)).toEqual(['harborlight:hl-79', 'kestrel:k-7']);
  });

  it('resolves each trace only from its id, whole and in time order', async () => {
    const { traces } = await reachOf(subgraph, trb, analyst);
    const answer = await ask(
      subgraph,
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Trace {
        id amount completeness snapshot illustrative asset { symbol }
        hops { txHash from { id } to { id } amount at illustrative } } } }`,
      { r: traces.map(({ traceId }) => ({ __typename: 'Trace', id: traceId })) },
      analyst,
    );
    expect(answer.errors).toBeUndefined();
    const found = answer.data?.['_entities'] as {
      id: string;
      amount: string;
      completeness: string;
      snapshot: string;
      illustrative: boolean;
      asset: { symbol: string };
      hops: { from: { id: string }; to: { id: string }; amount: string; at: string }[];
    }[];
    expect(found.map(({ id }) => id)).toEqual(traces.map(({ traceId }) => traceId));
    expect(found.map(({ hops, asset }) => `${hops.length} ${asset.symbol}`)).toEqual([
      '2 ETH',
      '2 USDC',
      '2 ETH',
      '3 ETH',
      '2 ETH',
      '3 ETH',
      '2 ETH',
      '2 ETH',
    ]);
    for (const trace of found) {
      expect(trace).toMatchObject({
        illustrative: true,
        completeness: 'HUB_CUT',
        snapshot: 'transfers:1080',
      });
      const least = trace.hops.map(({ amount }) => BigInt(amount)).sort((a, b) => (a < b ? -1 : 1))[0];
      expect(BigInt(trace.amount)).toBe(least);
      trace.hops.slice(1).forEach((hop, i) => {
        expect(hop.from.id).toBe(trace.hops[i]?.to.id);
        expect(Date.parse(hop.at)).toBeGreaterThanOrEqual(Date.parse(trace.hops[i]?.at ?? ''));
      });
    }
  });

  it('shows a listed wallet with whose it is, since when that is known, and on whose word', async () => {
    const answer = await ask(
      subgraph,
      `{ wallet(address: "0x098b716b8aaf21512996dc57eb0615e2383e2f96") { id chain address attributions {
        actor { id } stance confidence confidenceId knownSince illustrative disputed retracted source { id } } } }`,
      {},
      analyst,
    );
    expect(answer).toEqual({
      data: {
        wallet: {
          id: 'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
          chain: 'eip155:1',
          address: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
          attributions: [
            {
              actor: { id: 'ofac:27307' },
              stance: 'ASSERTS',
              confidence: 60,
              confidenceId: 'authority_data',
              knownSince: '2022-04-14T00:00:00Z',
              illustrative: false,
              disputed: false,
              retracted: false,
              source: { id: 'dprk-2023:ofac-2022-04-14' },
            },
          ],
        },
      },
    });
  });

  it('loads once: the same edition again writes nothing', async () => {
    const again = await opened.load(folder);
    expect(again).toEqual({
      case: 'dprk-2023',
      loaded: false,
      records: { attributions: 50, transfers: 1080, deposits: 15 },
    });
  });
});
