import type { SourceFacts } from '../parts/sourceFacts';

export type NodeKind = 'ACTOR' | 'WALLET' | 'ACCOUNT';
export type EdgeKind = 'LINK' | 'HOLDS' | 'HOP' | 'CROSSING' | 'DEPOSIT';

export interface PictureNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly detail: string;
  readonly illustrative: boolean;
  /** When funds first moved there, RFC 3339: its place on the time axis. Absent: it has none. */
  readonly at?: string;
}

export interface PictureEdge {
  readonly id: string;
  /** The end on the left of the picture. */
  readonly from: string;
  readonly to: string;
  /** True where the arrow points to `from`. */
  readonly reversed: boolean;
  readonly kind: EdgeKind;
  readonly label: string;
  readonly detail: string;
  readonly illustrative: boolean;
  readonly sources: readonly SourceFacts[];
  /** Lines of text that the details show. */
  readonly facts: readonly string[];
  /** The transaction of a hop, `<chain>:<hash>`. */
  readonly transaction?: string;
}

export interface PictureGraph {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of each node is, by its id. */
export type Positions = Readonly<Record<string, Point>>;

/** The left edge of a day on the time axis, and its words. */
export interface AxisDay {
  readonly x: number;
  readonly label: string;
}

/** The positions of everything. */
export interface Arranged {
  readonly positions: Positions;
  /** Empty where the picture has no time axis. */
  readonly days: readonly AxisDay[];
}

export const isDated = ({ nodes }: PictureGraph): boolean => nodes.some(({ at }) => at !== undefined);

export const nodeSize = { width: 196, height: 64 };
