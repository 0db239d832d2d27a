import { exposureView } from '../../../../subgraphs/attribution/exposure/exposure.view';
import type { ExposureFound } from '../../../../subgraphs/attribution/exposure/findExposure';
import { TaintMethod } from '../../../../subgraphs/attribution/tracing/engine/taint/taintMethod';
import { buildGraph } from '../../../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import { walletId } from '../../../support/attributionCase';

const asset = 'eip155:1/slip44:60';
const graph = buildGraph([{ seq: 1, at: 0, fromId: walletId(1), toId: walletId(2), asset, amount: '1' }]);

const seen = (causes: readonly ('BUDGET' | 'HUB')[], hasMore: boolean) => {
  const cut = causes.map((cause) => ({ asset, wallet: 0, cause }));
  const found = { snapshot: 1, assets: [], cut, hasMore } as ExposureFound;
  const asked = { direction: 'IN', method: TaintMethod.FIFO } as Parameters<typeof exposureView>[1];
  return exposureView(found, asked, graph).completeness;
};

it('an exposure says the worst of what cut it: BUDGET before HUB_CUT before HOP_LIMIT before COMPLETE', () => {
  expect([
    seen(['HUB', 'BUDGET'], true),
    seen(['BUDGET'], false),
    seen(['HUB'], true),
    seen(['HUB'], false),
    seen([], true),
    seen([], false),
  ]).toEqual(['BUDGET', 'BUDGET', 'HUB_CUT', 'HUB_CUT', 'HOP_LIMIT', 'COMPLETE']);
});
