import { contentOf, type ProjectionOf, recordings, retractions } from '../projection/projection';
import type { RecoveryFact } from './recovery.facts';
import type { RecoveryRecord } from './recovery.record';

export const recoveriesProjection: ProjectionOf<
  RecoveryRecord,
  { readonly recoveries?: readonly RecoveryFact[] }
> = (event) => [
  ...recordings<RecoveryRecord, RecoveryFact>(event, event.payload.recoveries, ({ id, ...fact }) =>
    contentOf<RecoveryRecord>()({ ...fact, _id: id }),
  ),
  ...retractions<RecoveryRecord>(event, 'recoveries'),
];
