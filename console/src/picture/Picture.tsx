import { Alert, Box, Button, Group, Skeleton, Text, useComputedColorScheme } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { traceTexts } from '../texts/pages';
import { palettes } from './palette';
import { nodeSize, type PictureGraph, type Point, type Positions } from './picture';
import { PictureDetails } from './PictureDetails';
import { PictureEdge } from './PictureEdge';
import { PictureNode } from './PictureNode';
import { PictureTools } from './PictureTools';
import { type Arrangement, untouched } from './savedPicture';
import { useLayout } from './useLayout';

export interface PictureProps {
  readonly label: string;
  readonly graph: PictureGraph;
  /** Of exported files, without an extension. */
  readonly fileName: string;
}

/** A graph drawn as SVG: its words are text, its parts can be reached by keyboard, and it leaves as SVG, PNG or JSON. */
export function Picture({ label, graph, fileName }: PictureProps) {
  const arranged = useLayout(graph);
  return (
    <Box component="figure" m={0} aria-label={label} mih={320}>
      {arranged ? <Drawing label={label} graph={graph} fileName={fileName} arranged={arranged} /> : null}
      {arranged === null ? <Alert color="red" variant="light" title={traceTexts.layoutFailed} /> : null}
      {arranged === undefined ? <Skeleton height={320} aria-label={traceTexts.laidOut} /> : null}
    </Box>
  );
}

const margin = 24;

/** The size of the drawing: all of its nodes and a margin, and never narrower than what it is shown in. */
function sizeOf(positions: readonly Point[]) {
  const right = Math.max(...positions.map(({ x }) => x + nodeSize.width / 2)) + margin;
  const bottom = Math.max(...positions.map(({ y }) => y + nodeSize.height / 2)) + margin;
  return { width: Math.max(right, 760), height: Math.max(bottom, 300) };
}

function Drawing({ label, graph, fileName, arranged }: PictureProps & { readonly arranged: Positions }) {
  const svg = useRef<SVGSVGElement>(null);
  const palette = palettes[useComputedColorScheme('light')];
  const [arrangement, setArrangement] = useState<Arrangement>(untouched);
  const [selected, setSelected] = useState<string>();
  const { hidden, notes } = arrangement;
  const positions = useMemo<Positions>(
    () => ({ ...arranged, ...arrangement.positions }),
    [arranged, arrangement.positions],
  );
  const nodes = graph.nodes.filter(({ id }) => !hidden.includes(id));
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const at = (id: string): Point => positions[id] ?? { x: 0, y: 0 };
  const { width, height } = sizeOf(nodes.map(({ id }) => at(id)));
  const move = (id: string) => (by: Point) =>
    setArrangement((given) => {
      const { x, y } = given.positions[id] ?? at(id);
      const moved = { x: Math.max(nodeSize.width / 2, x + by.x), y: Math.max(nodeSize.height / 2, y + by.y) };
      return { ...given, positions: { ...given.positions, [id]: moved } };
    });
  const hide = (id: string) => () => {
    setArrangement((given) => ({ ...given, hidden: [...given.hidden, id] }));
    setSelected(undefined);
  };
  const scale = () => width / (svg.current?.getBoundingClientRect().width ?? width);
  return (
    <>
      <PictureTools svg={svg} fileName={fileName} arrangement={arrangement} onArrange={setArrangement} />
      {nodes.length < graph.nodes.length ? (
        <Group gap="xs" mt="xs">
          <Text size="sm">{traceTexts.hidden(graph.nodes.length - nodes.length)}</Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setArrangement((given) => ({ ...given, hidden: [] }))}
          >
            {traceTexts.showHidden}
          </Button>
        </Group>
      ) : null}
      <Box className="grid-scroll" tabIndex={0} role="region" aria-label={label} mt="xs">
        <svg
          ref={svg}
          role="group"
          aria-label={label}
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: '100%', minWidth: Math.round(width * 0.72), maxWidth: width, display: 'block' }}
          fontFamily="system-ui, sans-serif"
        >
          <rect width={width} height={height} fill={palette.background} />
          {edges.map((edge) => (
            <PictureEdge
              key={edge.id}
              edge={edge}
              from={at(edge.from)}
              to={at(edge.to)}
              palette={palette}
              selected={selected === edge.id}
              onSelect={() => setSelected(edge.id)}
            />
          ))}
          {nodes.map((node) => (
            <PictureNode
              key={node.id}
              node={node}
              at={at(node.id)}
              note={notes[node.id]}
              palette={palette}
              selected={selected === node.id}
              onSelect={() => setSelected(node.id)}
              onMove={move(node.id)}
              onHide={hide(node.id)}
              scale={scale}
            />
          ))}
        </svg>
      </Box>
      <PictureDetails
        graph={graph}
        selected={selected}
        note={selected ? notes[selected] : undefined}
        onNote={(id, note) =>
          setArrangement((given) => ({ ...given, notes: { ...given.notes, [id]: note } }))
        }
        onHide={(id) => hide(id)()}
      />
    </>
  );
}
