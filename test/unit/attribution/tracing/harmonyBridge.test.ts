import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import type { Movement, Start } from '../../../../subgraphs/attribution/tracing/label';
import { searchDeposits } from '../../../../subgraphs/attribution/tracing/search';
import { movementGraph } from '../../../support/movementGraph';

const folder = join(
  projectRoot(),
  '..',
  'shared',
  'data',
  'attribution',
  'traces',
  'mftracer-ground-truth',
  'HB',
);
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/).filter(Boolean);

/** The Harmony bridge theft of 2023 as MFTracer's authors verified it by hand (see its readme.md). */
function harmony() {
  const movements = linesOf('HB.csv')
    .slice(1)
    .map((line, i): Movement => {
      const [time = '', , tx = '', from = '', , to = '', , usd = ''] = line.split(',');
      return {
        _id: `${tx}:${i}`,
        seq: i + 1,
        fromId: from,
        toId: to,
        asset: 'usd',
        at: new Date(`${time.replace(' ', 'T')}Z`),
        amount: String(Math.round(Number(usd) * 1e6)),
      };
    });
  const starts = linesOf('source_addresses.csv').map((walletId): Start => ({
    actorId: 'thief',
    walletId,
    from: -Infinity,
    until: Infinity,
  }));
  return { movements, starts, terminals: linesOf('terminal_addresses.csv') };
}

const unlimited = { maxHops: Infinity, budget: Infinity };

(existsSync(folder) ? describe : describe.skip)('the Harmony bridge (../shared/data is needed)', () => {
  it('reaches the 468 addresses of one pass in time order, and one more within a single instant', async () => {
    const { movements, starts } = harmony();
    // One pass takes what shares an instant in the order of the file; here that counts in either order.
    const inOnePass = new Set(starts.map(({ walletId }) => walletId));
    for (const { fromId, toId } of [...movements].sort((a, b) => a.at.getTime() - b.at.getTime())) {
      if (inOnePass.has(fromId)) inOnePass.add(toId);
    }
    expect(inOnePass.size).toBe(468);

    const graph = movementGraph({ movements });
    await searchDeposits(starts, graph, unlimited);
    expect(graph.visited.size).toBe(469);
    expect([...inOnePass].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('reaches 11 of the 14 terminals', async () => {
    const { movements, starts, terminals } = harmony();
    expect(terminals).toHaveLength(14);
    const graph = movementGraph({ movements, custodial: new Set(terminals) });
    const { arrivals } = await searchDeposits(starts, graph, unlimited);
    expect(new Set(arrivals.map(({ walletId }) => walletId)).size).toBe(11);
  });
});
