import type { LayoutRequest } from './layoutRequest';
import { nodeSize, type Positions } from './picture';

export const columnStep = nodeSize.width + 124;
export const rowStep = nodeSize.height + 24;

/** Arranges a large graph in one pass: columns by the fewest edges from its first node, each in the order of the nodes. */
export function layered({ nodes, edges }: Pick<LayoutRequest, 'nodes' | 'edges'>): Positions {
  const beside = new Map<string, string[]>();
  for (const { from, to } of edges) {
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  const column = new Map<string, number>();
  for (const { id } of nodes) {
    if (column.has(id)) continue;
    column.set(id, 0);
    const queue = [id];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const other of beside.get(next) ?? []) {
        if (column.has(other)) continue;
        column.set(other, (column.get(next) ?? 0) + 1);
        queue.push(other);
      }
    }
  }
  const filled = new Map<number, number>();
  return Object.fromEntries(
    nodes.map(({ id }) => {
      const at = column.get(id) ?? 0;
      const row = filled.get(at) ?? 0;
      filled.set(at, row + 1);
      return [
        id,
        { x: nodeSize.width / 2 + 16 + at * columnStep, y: nodeSize.height / 2 + 16 + row * rowStep },
      ];
    }),
  );
}
