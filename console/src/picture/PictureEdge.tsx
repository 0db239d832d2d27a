import { memo } from 'react';
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

/** A curve from the right side of one node to the left side of another, with its words in the middle. */
export const PictureEdge = memo(function PictureEdge(props: PictureEdgeProps) {
  const { edge, from, to, palette, selected, onSelect } = props;
  const half = nodeSize.width / 2;
  const forward = to.x >= from.x ? 1 : -1;
  const start = { x: from.x + half * forward, y: from.y };
  const end = { x: to.x - half * forward, y: to.y };
  const bend = Math.max(40, Math.abs(end.x - start.x) / 2) * forward;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const color = selected ? palette.selected : palette.edge[edge.kind];
  const arrow = edge.reversed ? { tip: start, turn: forward } : { tip: end, turn: -forward };
  return (
    <g
      role="button"
      tabIndex={0}
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
      {[edge.label, edge.detail].map((words, line) => (
        <text
          key={line}
          x={middle.x}
          y={middle.y - 8 + line * 20}
          textAnchor="middle"
          fontSize={11}
          fontWeight={line === 0 ? 600 : 400}
          fill={line === 0 ? palette.text : palette.faint}
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
