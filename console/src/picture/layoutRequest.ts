import type { PictureEdge, PictureNode } from './picture';

export type PlacedNode = Pick<PictureNode, 'id' | 'kind' | 'at'>;

export interface LayoutRequest {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly Pick<PictureEdge, 'from' | 'to' | 'id' | 'kind'>[];
  /** True where nodes that have a time are placed on a time axis. */
  readonly timeAxis: boolean;
}
