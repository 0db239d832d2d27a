import type { Palette } from './palette';
import type { AxisDay } from './picture';

export interface PictureAxisProps {
  readonly days: readonly AxisDay[];
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
}

/** The days of a time axis above the drawing, each with a line where it begins. */
export function PictureAxis({ days, width, height, palette }: PictureAxisProps) {
  if (days.length === 0) return null;
  return (
    <g aria-hidden="true">
      <line x1={0} x2={width} y1={28} y2={28} stroke={palette.line} />
      {days.map(({ x, label }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={8} y2={height} stroke={palette.line} strokeDasharray="2 4" />
          <text x={x + 6} y={20} fontSize={11} fontWeight={600} fill={palette.faint}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
