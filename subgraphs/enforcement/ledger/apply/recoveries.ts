import type { RecoveryRecord } from '../../recovery/recovery.record';
import type { RecoveryFact } from '../facts';
import { statedView } from '../view';

export const recoveriesView = statedView<RecoveryFact, RecoveryRecord>(
  'recoveries',
  ({ payload }) => payload.recoveries,
);
