import type { SourceFacts } from '../parts/sourceFacts';

export type NodeKind = 'ACTOR' | 'WALLET' | 'ACCOUNT';
export type EdgeKind = 'LINK' | 'HOLDS' | 'HOP' | 'DEPOSIT';

export interface PictureNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly detail: string;
  readonly illustrative: boolean;
}

export interface PictureEdge {
  readonly id: string;
  /** The end on the left of the picture. */
  readonly from: string;
  readonly to: string;
  /** Whether the arrow points to `from`. */
  readonly reversed: boolean;
  readonly kind: EdgeKind;
  readonly label: string;
  readonly detail: string;
  readonly illustrative: boolean;
  readonly sources: readonly SourceFacts[];
  /** Lines of text that the details show. */
  readonly facts: readonly string[];
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

export const nodeSize = { width: 196, height: 64 };
