import type { RecoveryRecord } from '../../recovery/recovery.record';
import { statedView } from '../view';

export const recoveriesView = statedView<RecoveryRecord>('recoveries', ({ payload }) => payload.recoveries);
