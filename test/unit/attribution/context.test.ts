import { createAttributionContext, type AttributionStores } from '../../../subgraphs/attribution/context';
import { buildGraph } from '../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { callerOf } from '../../support/identities';

it('answers no traces where a case began to be loaded while they were looked for', async () => {
  const unfinished: string[] = [];
  const graph = buildGraph([]);
  const nothing = { completeness: 'COMPLETE', arrivals: [], cuts: { count: 0, first: [] } };
  const stores = {
    unfinishedCases: () => Promise.resolve([...unfinished]),
    engine: { view: () => Promise.resolve({ graph, reach: () => Promise.resolve(nothing) }) },
    attributions: { byActors: () => Promise.resolve([]) },
    deposits: {
      byMatchKeys: () => Promise.resolve([]),
    },
  } as unknown as AttributionStores;
  const contextOf = createAttributionContext(stores, () => new Date());
  expect((await contextOf(callerOf('analyst')).tracesOf(['ofac:1'], 3)).completeness).toBe('COMPLETE');
  const asking = contextOf(callerOf('analyst'));
  await asking.tracing();
  const traces = asking.tracesOf(['ofac:1'], 3);
  // The first look has been asked for by now, and finds none.
  unfinished.push('trial');
  await expect(traces).rejects.toThrow('while trial is not wholly loaded');
});
