import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { CrossingKind, CrossingRecord } from './crossing.record';

/** What a client sees of a recorded swap or bridge. */
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
