import {
  type AttributionContext,
  createAttributionContext,
  type AttributionStores,
} from '../../../subgraphs/attribution/context';
import { buildGraph } from '../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { callerOf } from '../../support/identities';

const asked = { walletId: 'eip155:1:0x0000000000000000000000000000000000000001', maxHops: 3 };
const complete = { completeness: 'COMPLETE' };

describe('a case that began to be loaded while funds were looked for', () => {
  it.each<[string, object | null, (context: AttributionContext) => Promise<unknown>]>([
    ['traces', complete, ({ tracesOf }) => tracesOf(['ofac:1'], 3, null)],
    [
      'exposure',
      complete,
      ({ exposureOf }) => exposureOf({ ...asked, direction: 'IN', method: 'HAIRCUT', asOf: null }),
    ],
    [
      'share',
      null,
      ({ shareOf }) => shareOf('ofac:1', { ...asked, asset: 'eip155:1/slip44:60', until: new Date() }),
    ],
  ])('has no %s answered', async (_what, expected, ask) => {
    const unfinished: string[] = [];
    let onSearch: () => unknown = () => undefined;
    const nothing = { ...complete, arrivals: [], cuts: { count: 0, first: [] } };
    const view = {
      graph: buildGraph([]),
      reach: () => Promise.resolve(onSearch()).then(() => nothing),
      inTurn: (search: () => Promise<unknown>) => Promise.resolve(onSearch()).then(search),
    };
    const stores = {
      unfinishedCases: () => Promise.resolve([...unfinished]),
      engine: { view: () => Promise.resolve(view) },
      attributions: { byActors: () => Promise.resolve([]) },
      deposits: { byMatchKeys: () => Promise.resolve([]) },
    } as unknown as AttributionStores;
    const contextOf = createAttributionContext(
      () => stores,
      () => new Date(),
    );
    const answer = await ask(contextOf(callerOf('analyst')));
    if (expected === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject(expected);
    onSearch = () => unfinished.push('trial');
    await expect(ask(contextOf(callerOf('analyst')))).rejects.toThrow('while trial is not wholly loaded');
    expect(unfinished).toEqual(['trial']);
  });
});
