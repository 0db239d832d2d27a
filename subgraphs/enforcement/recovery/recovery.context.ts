import type { RecoveryStore } from './recovery.store';

/** What the resolvers of recoveries ask for. */
export interface HasRecoveries {
  readonly stores: {
    readonly recoveries: RecoveryStore;
  };
}
