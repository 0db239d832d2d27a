import { useEffect, useState } from 'react';
import type { PictureGraph, Positions } from './picture';

/** The places of a graph's nodes; undefined until they are known, null where the worker failed. */
export type Layout = Positions | null | undefined;

/** Arranges a graph in a worker, so that a large one leaves the page fluid. */
export function useLayout(graph: PictureGraph): Layout {
  const [arranged, setArranged] = useState<{ readonly graph: PictureGraph; readonly positions: Layout }>();
  useEffect(() => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Positions>) => setArranged({ graph, positions: data });
    worker.onerror = () => setArranged({ graph, positions: null });
    worker.postMessage({
      nodes: graph.nodes.map(({ id }) => ({ id })),
      edges: graph.edges.map(({ from, to, id }) => ({ from, to, id })),
    });
    return () => worker.terminate();
  }, [graph]);
  return arranged?.graph === graph ? arranged.positions : undefined;
}
