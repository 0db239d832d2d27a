import { memo } from 'react';
import { edgeLines } from './edgeLines';
import type { Palette } from './palette';
import { nodeSize, type PictureEdge as Edge, type Point } from './picture';

export interface PictureEdgeProps {
  readonly edge: Edge;
  readonly from: Point;
  readonly to: Point;
  readonly palette: Palette;
  readonly selected: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
}

const endsOf = ({ from, to }: Pick<PictureEdgeProps, 'from' | 'to'>) => {
  const half = nodeSize.width / 2;
  const forward = to.x >= from.x ? 1 : -1;
  return {
    forward,
    start: { x: from.x + half * forward, y: from.y },
    end: { x: to.x - half * forward, y: to.y },
  };
};

/** A curve from the right side of one node to the left side of another. Its words are drawn apart, above all curves. */
export const PictureEdge = memo(function PictureEdge(props: PictureEdgeProps) {
  const { edge, palette, selected, onSelect } = props;
  const { forward, start, end } = endsOf(props);
  const bend = Math.max(40, Math.abs(end.x - start.x) / 2) * forward;
  const color = selected ? palette.selected : palette.edge[edge.kind];
  const arrow = edge.reversed ? { tip: start, turn: forward } : { tip: end, turn: -forward };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={`${edge.label} ${edge.detail}`.trim()}
      aria-pressed={selected}
      onClick={() => onSelect?.(edge.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect?.(edge.id);
      }}
      style={{ cursor: 'pointer' }}
    >
      <path
        d={`M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
        fill="none"
        stroke={color}
        strokeWidth={selected ? 3 : 1.75}
        strokeDasharray={edge.illustrative ? '5 3' : undefined}
      />
      <path d={`M${arrow.tip.x} ${arrow.tip.y} l${9 * arrow.turn} -5 v10 z`} fill={color} />
    </g>
  );
});

/** The words of an edge in its middle: what it is above the curve, its detail below. The curve is the button. */
export const PictureEdgeWords = memo(function PictureEdgeWords(props: PictureEdgeProps) {
  const { edge, palette, onSelect } = props;
  const { start, end } = endsOf(props);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const above = edgeLines(edge.label);
  const lines = [...above, edge.detail].map((words, i) => ({
    words,
    isLabel: i < above.length,
    y: i < above.length ? middle.y - 8 - (above.length - 1 - i) * 13 : middle.y + 14,
  }));
  return (
    <g aria-hidden onClick={() => onSelect?.(edge.id)} style={{ cursor: 'pointer' }}>
      {lines.map(({ words, isLabel, y }, i) => (
        <text
          key={i}
          x={middle.x}
          y={y}
          textAnchor="middle"
          fontSize={11}
          fontWeight={isLabel ? 600 : 400}
          fill={isLabel ? palette.text : palette.faint}
          stroke={palette.background}
          strokeWidth={4}
          paintOrder="stroke"
        >
          {words}
        </text>
      ))}
    </g>
  );
});
