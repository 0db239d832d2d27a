import { columnStep, rowStep } from './layered';
import type { LayoutRequest, PlacedNode } from './layoutRequest';
import { type Arranged, type AxisDay, nodeSize, type Point, type Positions } from './picture';

/** Above the nodes: the days of the axis. */
export const axisHeight = 36;

/**
 * Puts nodes with a time on an axis of days. Each day with a movement has a column, and further ones where
 * funds moved on within it, so that every hop leads to the right. Actors are placed before the axis, accounts
 * after it. The order from top to bottom stays as it was.
 */
export function onTimeAxis({ nodes, edges }: LayoutRequest, arranged: Positions): Arranged {
  const dated = nodes.filter(({ at }) => at !== undefined);
  if (dated.length === 0) return { positions: arranged, days: [] };
  const dayOf = new Map(dated.map(({ id, at }) => [id, (at ?? '').slice(0, 10)]));
  const depth = depthsWithin(dayOf, edges);
  const columnOf = (id: string) => `${dayOf.get(id)} ${String(depth.get(id) ?? 0).padStart(4, '0')}`;
  const columns = [...new Set(dated.map(({ id }) => columnOf(id)))].sort();
  const others = nodes.filter(({ at }) => at === undefined);
  const before = ranksOf(
    others.filter(({ kind }) => kind !== 'ACCOUNT'),
    arranged,
  );
  const left = new Set(before.values()).size;
  const place = new Map(columns.map((key, i) => [key, left + i]));
  const indexOf = ({ id, kind, at }: PlacedNode) =>
    at !== undefined
      ? (place.get(columnOf(id)) ?? 0)
      : kind === 'ACCOUNT'
        ? left + columns.length
        : (before.get(id) ?? 0);
  const xOf = (index: number) => nodeSize.width / 2 + 16 + index * columnStep;
  const positions: Record<string, Point> = {};
  const lowest = new Map<number, number>();
  for (const node of [...nodes].sort((a, b) => yOf(arranged, a) - yOf(arranged, b))) {
    const index = indexOf(node);
    const y = Math.max(yOf(arranged, node) + axisHeight, (lowest.get(index) ?? -Infinity) + rowStep);
    lowest.set(index, y);
    positions[node.id] = { x: xOf(index), y };
  }
  return { positions, days: daysOf(columns, (key) => xOf(place.get(key) ?? 0)) };
}

const yOf = (arranged: Positions, { id }: PlacedNode) => arranged[id]?.y ?? 0;

/** Where each node stands among the layers that they take, from 0. */
function ranksOf(nodes: readonly PlacedNode[], arranged: Positions): ReadonlyMap<string, number> {
  const xs = [...new Set(nodes.map(({ id }) => arranged[id]?.x ?? 0))].sort((a, b) => a - b);
  return new Map(nodes.map(({ id }) => [id, xs.indexOf(arranged[id]?.x ?? 0)]));
}

/**
 * Returns the number of hops of the same day that lead to each node; funds that go in a circle within a day
 * end the count.
 */
function depthsWithin(
  dayOf: ReadonlyMap<string, string>,
  edges: LayoutRequest['edges'],
): ReadonlyMap<string, number> {
  const depth = new Map<string, number>();
  const within = edges.filter(
    ({ from, to, kind }) =>
      (kind === 'HOP' || kind === 'CROSSING') && dayOf.has(from) && dayOf.get(from) === dayOf.get(to),
  );
  for (let pass = 0, changed = true; changed && pass < 12; pass++) {
    changed = false;
    for (const { from, to } of within) {
      const least = (depth.get(from) ?? 0) + 1;
      if ((depth.get(to) ?? 0) >= least) continue;
      depth.set(to, least);
      changed = true;
    }
  }
  return depth;
}

function daysOf(columns: readonly string[], xOf: (column: string) => number): AxisDay[] {
  const days = new Map<string, number>();
  for (const column of columns) {
    const day = column.slice(0, 10);
    if (!days.has(day)) days.set(day, xOf(column) - nodeSize.width / 2 - 62);
  }
  return [...days].map(([label, x]) => ({ label, x: Math.max(0, x) }));
}
