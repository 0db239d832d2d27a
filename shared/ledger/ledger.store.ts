import type { Model } from 'mongoose';
import { eventRecords } from './eventRecords.store';
import type { Ledger } from './ledger';
import type { LedgerEventRecord } from './ledgerEvent.record';
import { readEvents } from './readEvents';
import { prepareEvent } from './sealedEvent';
import { WriteLane } from './writeLane';

export type { Ledger };

export interface LedgerOptions {
  /** For tests. */
  readonly now?: () => Date;
}

/** The ledger of a collection (`ledgerEventModel`), whose indexes `createRecords` has made. */
export function ledgerStore(events: Model<LedgerEventRecord>, options: LedgerOptions = {}): Ledger {
  const records = eventRecords(events);
  const lane = new WriteLane(records, options.now ?? (() => new Date()));
  return {
    append: async (fresh) => lane.append(fresh.map(prepareEvent)),
    commit: (command) => lane.commit(command),
    commitAll: (command) => lane.commitAll(command),
    head: () => records.head(),
    byKey: async (key) => (await records.byKeys([key])).get(key),
    async *read(range) {
      yield* lane.recentEvents(range) ?? readEvents(records, range);
    },
  };
}
