import { Graph, layout } from '@dagrejs/dagre';
import { type Arranged, nodeSize, type Positions } from './picture';
import { layered } from './layered';
import type { LayoutRequest } from './layoutRequest';
import { onTimeAxis } from './timeAxis';

/** Above so many nodes dagre takes longer than a person waits. */
const maxDagreNodes = 600;

/** Arranges a graph in layers from left to right, with room for the words on its edges; or on a time axis. */
export function arrange(request: LayoutRequest): Arranged {
  const positions = request.nodes.length > maxDagreNodes ? layered(request) : byDagre(request);
  return request.timeAxis ? onTimeAxis(request, positions) : { positions, days: [] };
}

function byDagre({ nodes, edges }: LayoutRequest): Positions {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 124, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize });
  for (const { from, to, id } of edges) graph.setEdge(from, to, {}, id);
  layout(graph);
  return Object.fromEntries(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id) as { readonly x: number; readonly y: number };
      return [id, { x, y }];
    }),
  );
}
