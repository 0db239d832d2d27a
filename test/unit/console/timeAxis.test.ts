import fc from 'fast-check';
import { arrange } from '../../../console/src/picture/layout';
import { nodeSize } from '../../../console/src/picture/picture';

const day = (n: number) => `2022-04-${String(n + 1).padStart(2, '0')}T00:00:00.000Z`;

/** Wallets that funds come to in time order, as a trace has them. */
const worlds = fc
  .array(fc.tuple(fc.nat(), fc.nat({ max: 2 })), { minLength: 1, maxLength: 25 })
  .map((steps) => {
    const times = [0];
    const edges = steps.map(([luck, later], i) => {
      const from = luck % times.length;
      times.push((times[from] ?? 0) + later);
      return { id: `e${i}`, from: `w${from}`, to: `w${i + 1}`, kind: 'HOP' as const };
    });
    const nodes = times.map((at, i) => ({ id: `w${i}`, kind: 'WALLET' as const, at: day(at) }));
    return { nodes, edges };
  });

describe('a picture on its time axis', () => {
  it('leads every hop to the right, keeps nodes apart, and has its days in order', () => {
    fc.assert(
      fc.property(worlds, ({ nodes, edges }) => {
        const all = [
          { id: 'actor', kind: 'ACTOR' as const },
          ...nodes,
          { id: 'account', kind: 'ACCOUNT' as const },
        ];
        const ends = [
          { id: 'h', from: 'actor', to: 'w0', kind: 'HOLDS' as const },
          { id: 'd', from: `w${nodes.length - 1}`, to: 'account', kind: 'DEPOSIT' as const },
        ];
        const { positions, days } = arrange({ nodes: all, edges: [...edges, ...ends], timeAxis: true });
        const at = (id: string) => positions[id]!;
        for (const { from, to } of [...edges, ...ends]) expect(at(from).x).toBeLessThan(at(to).x);
        for (const one of all) {
          for (const other of all) {
            const [a, b] = [at(one.id), at(other.id)];
            const apart = Math.abs(a.x - b.x) >= nodeSize.width || Math.abs(a.y - b.y) >= nodeSize.height;
            expect(one === other || apart).toBe(true);
          }
        }
        expect(days.map(({ label }) => label)).toEqual(
          [...new Set(nodes.map((node) => node.at.slice(0, 10)))].sort(),
        );
        expect(days.map(({ x }) => x)).toEqual(days.map(({ x }) => x).sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('arranges two thousand nodes within what a person waits', () => {
    const nodes = Array.from({ length: 2_000 }, (_, i) => ({ id: `n${i}`, kind: 'WALLET' as const }));
    const edges = nodes
      .slice(1)
      .map(({ id }, i) => ({ id: `e${i}`, from: `n${i >> 3}`, to: id, kind: 'HOP' as const }));
    const { positions } = arrange({ nodes, edges, timeAxis: true });
    expect(new Set(Object.values(positions).map(({ x, y }) => `${x} ${y}`)).size).toBe(2_000);
  });
});
