import { Graph, layout } from '@dagrejs/dagre';
import { nodeSize, type PictureEdge, type PictureNode, type Positions } from './picture';

export interface LayoutRequest {
  readonly nodes: readonly Pick<PictureNode, 'id'>[];
  readonly edges: readonly Pick<PictureEdge, 'from' | 'to' | 'id'>[];
}

/** Arranges a graph in layers from left to right, with room for the words on its edges. */
export function arrange({ nodes, edges }: LayoutRequest): Positions {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 124, marginx: 16, marginy: 16 });
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
