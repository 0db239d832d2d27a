import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { traceTexts } from '../texts/trace';
import { isMove, moves } from './moves';
import type { Palette } from './palette';
import { nodeSize, type PictureNode as Node, type Point } from './picture';

export interface PictureNodeProps {
  readonly node: Node;
  readonly at: Point;
  readonly note: string | undefined;
  readonly palette: Palette;
  readonly selected: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
  readonly onMove: ((id: string, by: Point) => void) | undefined;
  readonly onHide: ((id: string) => void) | undefined;
}

/** One line, or two where the words do not fit in one. */
function linesOf(label: string): readonly string[] {
  if (label.length <= 22) return [label];
  const space = label.lastIndexOf(' ', 22);
  return space < 0 ? [fitted(label, 22)] : [label.slice(0, space), fitted(label.slice(space + 1), 22)];
}

const fitted = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** Returns the units of the drawing in a pixel of the screen. */
function scaleOf(element: SVGGElement): number {
  const svg = element.ownerSVGElement;
  const shown = svg?.getBoundingClientRect().width ?? 0;
  return svg && shown > 0 ? svg.viewBox.baseVal.width / shown : 1;
}

/**
 * A node: a click selects it, dragging or the arrow keys move it, Delete hides it. Drawn anew only where it changed: hundreds
 * stand still while one is dragged.
 */
export const PictureNode = memo(function PictureNode(props: PictureNodeProps) {
  const { node, at, note, palette, selected, onSelect, onMove, onHide } = props;
  const { width, height } = nodeSize;
  const colors = palette.node[node.kind];
  const lines = linesOf(node.label);
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const scale = scaleOf(event.currentTarget);
    onMove?.(node.id, { x: event.movementX * scale, y: event.movementY * scale });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isMove(event.key)) onMove?.(node.id, moves[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') onSelect?.(node.id);
    else if (event.key === 'Delete') onHide?.(node.id);
    else return;
    event.preventDefault();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={selected}
      aria-roledescription={traceTexts.kind[node.kind]}
      transform={`translate(${at.x - width / 2} ${at.y - height / 2})`}
      onClick={() => onSelect?.(node.id)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      style={{ cursor: 'grab', touchAction: 'none' }}
    >
      <rect
        width={width}
        height={height}
        rx={node.kind === 'WALLET' ? height / 2 : 8}
        fill={colors.fill}
        stroke={selected ? palette.selected : colors.stroke}
        strokeWidth={selected ? 3 : 1.5}
        strokeDasharray={node.illustrative ? '5 3' : undefined}
      />
      {lines.map((line, i) => (
        <text
          key={line}
          x={width / 2}
          y={lines.length === 1 ? 28 : 20 + i * 15}
          textAnchor="middle"
          fontSize={12}
          fontWeight={600}
          fill={palette.text}
        >
          {line}
        </text>
      ))}
      <text
        x={width / 2}
        y={lines.length === 1 ? 46 : 52}
        textAnchor="middle"
        fontSize={11}
        fill={palette.faint}
      >
        {fitted(node.detail, 32)}
      </text>
      {note ? (
        <text
          x={width / 2}
          y={height + 14}
          textAnchor="middle"
          fontSize={11}
          fontStyle="italic"
          fill={palette.text}
        >
          {fitted(note, 40)}
        </text>
      ) : null}
    </g>
  );
});
