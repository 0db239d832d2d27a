import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { CrossingKind, CrossingRecord } from './crossing.record';

/** A recorded swap or bridge, as a client sees it. */
export interface CrossingView {
  readonly kind: CrossingKind;
  readonly source: SourceFacts;
  readonly illustrative: boolean;
}

export const crossingView = ({ kind, source, illustrative }: CrossingRecord): CrossingView => ({
  kind,
  source,
  illustrative,
});
