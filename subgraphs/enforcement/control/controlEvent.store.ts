import type { Model } from 'mongoose';
import type { ControlEventRecord } from './controlEvent.record';

/** The only place that reads control events. */
export interface ControlEventStore {
  /** All of these accounts, in no order. */
  byAccounts(accountIds: readonly string[]): Promise<ControlEventRecord[]>;
}

export function controlEventStore(events: Model<ControlEventRecord>): ControlEventStore {
  return {
    byAccounts: (accountIds) =>
      events.find({ accountId: { $in: [...accountIds] } }).lean<ControlEventRecord[]>(),
  };
}
