import { useEffect, useState } from 'react';
import type { PictureGraph, Positions } from './picture';

/** Arranges a graph in a worker, so that a large one leaves the page fluid; undefined until it is done. */
export function useLayout(graph: PictureGraph): Positions | undefined {
  const [arranged, setArranged] = useState<{ readonly graph: PictureGraph; readonly positions: Positions }>();
  useEffect(() => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Positions>) => setArranged({ graph, positions: data });
    worker.postMessage({
      nodes: graph.nodes.map(({ id }) => ({ id })),
      edges: graph.edges.map(({ from, to, id }) => ({ from, to, id })),
    });
    return () => worker.terminate();
  }, [graph]);
  return arranged?.graph === graph ? arranged.positions : undefined;
}
