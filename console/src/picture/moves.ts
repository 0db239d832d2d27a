import type { Point } from './picture';

const step = 16;

/** The directions in which a node is moved by its arrow key, or by a button: dragging is not needed (WCAG 2.2, 2.5.7). */
export const moves = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
} as const satisfies Readonly<Record<string, Point>>;

export type Move = keyof typeof moves;

export const isMove = (key: string): key is Move => key in moves;
