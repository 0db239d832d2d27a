import {
  Alert,
  Box,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  Text,
  useComputedColorScheme,
} from '@mantine/core';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { pictureTexts } from '../texts/picture';
import { traceTexts } from '../texts/trace';
import { palettes } from './palette';
import { type Arranged, isDated, type PictureGraph, type PictureNode } from './picture';
import { PictureDetails } from './PictureDetails';
import { PictureSvg } from './PictureSvg';
import { PictureTools } from './PictureTools';
import type { PictureStep } from './savedPicture';
import { useArrangement } from './useArrangement';
import { useLayout } from './useLayout';

const PictureCanvas = lazy(async () => ({ default: (await import('./PictureCanvas')).PictureCanvas }));

/** More nodes than a page of SVG keeps fluid are drawn on a canvas. */
export const maxSvgNodes = 500;

export interface PictureProps {
  readonly label: string;
  readonly graph: PictureGraph;
  /** Of exported files, without an extension. */
  readonly fileName: string;
  /** Lines that are exported with the picture: its cuts. The mark of made-up data needs no caption. */
  readonly captions?: readonly string[];
  /** Returns the tools for a selected node. */
  readonly tools?: (node: PictureNode) => ReactNode;
  /** The steps by which the picture grew; a saved picture has them, and loading asks for them anew. */
  readonly steps?: readonly PictureStep[];
  readonly onSteps?: (steps: readonly PictureStep[]) => void;
}

/** A graph drawn as SVG: its words are text, its parts can be reached by keyboard, and it leaves as SVG, PNG or JSON. */
export function Picture(props: PictureProps) {
  const { label, graph } = props;
  const dated = isDated(graph);
  const [axis, setAxis] = useState(true);
  const arranged = useLayout(graph, dated && axis);
  // A new arrangement of a graph that grew is shown when it is there; until then the one before.
  const [last, setLast] = useState<Arranged>();
  if (arranged && arranged !== last) setLast(arranged);
  const shown = arranged ?? last;
  return (
    <Box component="figure" m={0} aria-label={label} mih={320}>
      {dated ? (
        <SegmentedControl
          className="no-print"
          size="xs"
          mb="xs"
          aria-label={pictureTexts.arrangement}
          value={axis ? 'TIME' : 'LAYERS'}
          onChange={(value) => setAxis(value === 'TIME')}
          data={[
            { value: 'TIME', label: pictureTexts.timeAxis },
            { value: 'LAYERS', label: pictureTexts.layers },
          ]}
        />
      ) : null}
      {shown && arranged !== null ? <Drawing {...props} arranged={shown} /> : null}
      {arranged === null ? <Alert color="red" variant="light" title={traceTexts.layoutFailed} /> : null}
      {shown || arranged === null ? null : (
        <Skeleton height={320} role="status" aria-label={traceTexts.laidOut} />
      )}
    </Box>
  );
}

const none: readonly string[] = [];

function Drawing({
  label,
  graph,
  fileName,
  captions = none,
  tools,
  steps,
  onSteps,
  arranged,
}: PictureProps & { readonly arranged: Arranged }) {
  const svg = useRef<SVGSVGElement>(null);
  const palette = palettes[useComputedColorScheme('light')];
  const { arrangement, setArrangement, move, hideNode, note, showAll } = useArrangement(arranged);
  const [selected, setSelected] = useState<string>();
  const [fitted, setFitted] = useState(false);
  const { hidden, notes } = arrangement;
  const positions = useMemo(
    () => ({ ...arranged.positions, ...arrangement.positions }),
    [arranged, arrangement.positions],
  );
  const shown = useMemo(() => visible(graph, hidden), [graph, hidden]);
  const lines = useMemo(() => {
    const madeUp = [...graph.nodes, ...graph.edges].some(({ illustrative }) => illustrative);
    return madeUp ? [pictureTexts.madeUp, ...captions] : captions;
  }, [graph, captions]);
  const hide = useCallback(
    (id: string) => {
      hideNode(id);
      setSelected(undefined);
    },
    [hideNode],
  );
  const drawing = {
    label,
    graph: shown,
    positions,
    days: arranged.days,
    notes,
    captions: lines,
    palette,
    selected,
    onSelect: setSelected,
    onMove: move,
    onHide: hide,
  };
  const large = shown.nodes.length > maxSvgNodes;
  return (
    <>
      <PictureTools
        svg={svg}
        drawing={drawing}
        fileName={fileName}
        arrangement={arrangement}
        onArrange={setArrangement}
        steps={steps}
        onSteps={onSteps}
        fitted={fitted}
        onFit={setFitted}
      />
      {shown.nodes.length < graph.nodes.length ? (
        <Group gap="xs" mt="xs">
          <Text size="sm">{traceTexts.hidden(graph.nodes.length - shown.nodes.length)}</Text>
          <Button size="compact-xs" variant="default" onClick={showAll}>
            {traceTexts.showHidden}
          </Button>
        </Group>
      ) : null}
      {large ? (
        <Suspense fallback={<Skeleton height={560} role="status" aria-label={traceTexts.laidOut} />}>
          <PictureCanvas {...drawing} />
        </Suspense>
      ) : (
        <Box className="picture-scroll" tabIndex={0} role="region" aria-label={label} mt="xs">
          <PictureSvg {...drawing} svg={svg} fitted={fitted} />
        </Box>
      )}
      <PictureDetails
        graph={graph}
        selected={selected}
        note={selected ? notes[selected] : undefined}
        onNote={note}
        onHide={hide}
        onMove={move}
        tools={tools}
      />
    </>
  );
}

/** The graph without what is hidden. */
function visible(graph: PictureGraph, hidden: readonly string[]): PictureGraph {
  if (hidden.length === 0) return graph;
  const gone = new Set(hidden);
  return {
    nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
    edges: graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
}
