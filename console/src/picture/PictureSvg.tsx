import { memo, type Ref } from 'react';
import { PictureAxis } from './PictureAxis';
import type { Palette } from './palette';
import { PictureEdge, PictureEdgeWords } from './PictureEdge';
import { PictureNode } from './PictureNode';
import { type AxisDay, nodeSize, type PictureGraph, type Point, type Positions } from './picture';

export interface PictureSvgProps {
  readonly label: string;
  /** The shown part of the graph. */
  readonly graph: PictureGraph;
  readonly positions: Positions;
  readonly days: readonly AxisDay[];
  readonly notes: Readonly<Record<string, string>>;
  /** Lines below the drawing, which leave with it: what is made up, what was cut. */
  readonly captions: readonly string[];
  readonly palette: Palette;
  readonly selected?: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly onMove?: ((id: string, by: Point) => void) | undefined;
  readonly onHide?: ((id: string) => void) | undefined;
  readonly svg?: Ref<SVGSVGElement>;
  /** True where it is drawn as narrow as the page, however small its words get. */
  readonly fitted?: boolean;
}

const margin = 24;
const captionHeight = 18;
const nowhere: Point = { x: 0, y: 0 };

/** The size of the drawing: all of its nodes and a margin, and never narrower than what it is shown in. */
export function sizeOf(positions: readonly Point[], captions: number) {
  const right = Math.max(0, ...positions.map(({ x }) => x + nodeSize.width / 2)) + margin;
  const bottom = Math.max(0, ...positions.map(({ y }) => y + nodeSize.height / 2)) + margin;
  const drawn = Math.max(bottom, 180 - captions * captionHeight);
  return { width: Math.max(right, 760), height: drawn + captions * captionHeight, drawn };
}

/** Only the drawing, the same on a page and in an exported file. */
export const PictureSvg = memo(function PictureSvg(props: PictureSvgProps) {
  const { label, graph, positions, days, notes, captions, palette, selected } = props;
  const at = (id: string): Point => positions[id] ?? nowhere;
  const { width, height, drawn } = sizeOf(
    graph.nodes.map(({ id }) => at(id)),
    captions.length,
  );
  return (
    <svg
      ref={props.svg}
      role="group"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      style={{
        width: '100%',
        minWidth: props.fitted ? 0 : Math.round(width * 0.72),
        maxWidth: width,
        display: 'block',
      }}
      fontFamily="system-ui, sans-serif"
    >
      <rect width={width} height={height} fill={palette.background} />
      <PictureAxis days={days} width={width} height={drawn} palette={palette} />
      {[PictureEdge, PictureEdgeWords].map((Part, layer) =>
        graph.edges.map((edge) => (
          <Part
            key={`${layer} ${edge.id}`}
            edge={edge}
            from={at(edge.from)}
            to={at(edge.to)}
            palette={palette}
            selected={selected === edge.id}
            onSelect={props.onSelect}
          />
        )),
      )}
      {graph.nodes.map((node) => (
        <PictureNode
          key={node.id}
          node={node}
          at={at(node.id)}
          note={notes[node.id]}
          palette={palette}
          selected={selected === node.id}
          onSelect={props.onSelect}
          onMove={props.onMove}
          onHide={props.onHide}
        />
      ))}
      {captions.map((caption, line) => (
        <text key={caption} x={16} y={drawn + line * captionHeight + 4} fontSize={11} fill={palette.faint}>
          {caption}
        </text>
      ))}
    </svg>
  );
});
