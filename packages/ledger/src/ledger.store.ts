import type { Model } from 'mongoose';
import { eventRecords } from './eventRecords.store';
import type { Ledger } from './ledger';
import type { LedgerCheckpointRecord } from './ledgerCheckpoint.record';
import { LedgerDamaged } from './ledgerErrors';
import type { LedgerEventRecord } from './ledgerEvent.record';
import { readEvents } from './readEvents';
import { prepareEvent } from './sealedEvent';
import { soundHead } from './soundHead';
import { GroupCommitQueue } from './groupCommitQueue';

export type { Ledger };

export interface LedgerOptions {
  /**
   * The store of its checkpoints. A ledger that does not fit the last of them is neither read nor written.
   */
  readonly checkpoints?: Model<LedgerCheckpointRecord>;
  /**
   * Rejects a ledger that ends before an event that this process has written. For a ledger without projections, which would
   * find that. Default: false.
   */
  readonly remembersWrites?: boolean;
  /**
   * Lets writes begin this long after each other at least, in milliseconds, for a ledger that many append to at once: what
   * comes meanwhile shares a write. Default: 0.
   */
  readonly writeIntervalMs?: number;
  /** For tests. */
  readonly now?: () => Date;
}

/** The ledger of a collection (`ledgerEventModel`), whose indexes `createRecords` has made. */
export function ledgerStore(events: Model<LedgerEventRecord>, options: LedgerOptions = {}): Ledger {
  const records = eventRecords(events);
  const { checkpoints, remembersWrites = false, writeIntervalMs = 0, now = () => new Date() } = options;
  const storedHead = checkpoints ? soundHead(records, checkpoints) : () => records.head();
  const head = async () => {
    // Read before the head: events written meanwhile may be beyond it.
    const written = remembersWrites ? queue.lastWritten : 0;
    const found = await storedHead();
    if (found.sequence >= written) return found;
    throw new LedgerDamaged(
      found.sequence + 1,
      `it ends at event ${found.sequence}, and this process wrote event ${written}: its tail was removed`,
    );
  };
  const queue = new GroupCommitQueue({ ...records, head }, { now, writeIntervalMs });
  return {
    append: async (fresh) => queue.append(fresh.map(prepareEvent)),
    commit: (command) => queue.commit(command),
    commitAll: (command) => queue.commitAll(command),
    head,
    byKey: async (key) => (await records.byKeys([key])).get(key),
    async *read(range) {
      yield* queue.recentEvents(range) ?? readEvents(records, range);
    },
  };
}
