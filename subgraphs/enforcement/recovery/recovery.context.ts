import type { RecoveryStore } from './recovery.store';

/** The part of the context that the resolvers of recoveries use. */
export interface HasRecoveries {
  readonly stores: {
    readonly recoveries: RecoveryStore;
  };
}
