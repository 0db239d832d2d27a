import { useEffect, useState } from 'react';
import type { LayoutRequest } from './layoutRequest';
import type { Arranged, PictureGraph } from './picture';

/** The places of a graph's nodes; undefined until they are known, null where the worker failed. */
export type Layout = Arranged | null | undefined;

interface Done {
  readonly graph: PictureGraph;
  readonly timeAxis: boolean;
  readonly arranged: Layout;
}

/** Arranges a graph in a worker, so that a large one leaves the page fluid. */
export function useLayout(graph: PictureGraph, timeAxis: boolean): Layout {
  const [done, setDone] = useState<Done>();
  useEffect(() => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    const settle = (arranged: Layout) => setDone({ graph, timeAxis, arranged });
    worker.onmessage = ({ data }: MessageEvent<Arranged>) => settle(data);
    worker.onerror = () => settle(null);
    const request: LayoutRequest = {
      nodes: graph.nodes.map(({ id, kind, at }) => (at === undefined ? { id, kind } : { id, kind, at })),
      edges: graph.edges.map(({ from, to, id, kind }) => ({ from, to, id, kind })),
      timeAxis,
    };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [graph, timeAxis]);
  return done?.graph === graph && done.timeAxis === timeAxis ? done.arranged : undefined;
}
