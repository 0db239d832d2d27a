import type { RecoveryRecord } from '../../recovery/recovery.record';
import { retractions, stamp, type ViewOf } from '../view';

export const recoveriesView: ViewOf<RecoveryRecord> = (event) => [
  ...(event.payload.recoveries ?? []).map((fact) => ({
    id: fact.id,
    apply(row: RecoveryRecord | null): RecoveryRecord {
      const { id, ...rest } = fact;
      return { ...rest, _id: id, ...stamp(event, fact, row) };
    },
  })),
  ...retractions<RecoveryRecord>(event, 'recoveries'),
];
