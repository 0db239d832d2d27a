import type { Model } from 'mongoose';
import { type EventRecords, eventRecords } from './eventRecords.store';
import type { Ledger } from './ledger';
import type { LedgerCheckpointRecord } from './ledgerCheckpoint.record';
import { LedgerDamaged } from './ledgerErrors';
import type { Head } from './ledgerEvent';
import type { LedgerEventRecord } from './ledgerEvent.record';
import { readEvents } from './readEvents';
import { prepareEvent } from './sealedEvent';
import { soundHead } from './soundHead';
import { GroupCommitQueue, type WrittenEvent } from './groupCommitQueue';

export type { Ledger };

export interface LedgerOptions {
  /**
   * The store of its checkpoints. A ledger that does not fit the last of them is neither read nor written.
   */
  readonly checkpoints?: Model<LedgerCheckpointRecord>;
  /**
   * Rejects a ledger that lacks the last event that this process has written. For a ledger without projections, which would
   * find that. Default: false.
   */
  readonly remembersWrites?: boolean;
  /**
   * Lets writes begin this long after each other at least, in milliseconds, for a ledger that many append to at once: what
   * comes meanwhile shares a write. A single caller does not wait. Default: 0.
   */
  readonly writeIntervalMs?: number;
  /** For tests. */
  readonly now?: () => Date;
}

/** @throws LedgerDamaged where an event that this process wrote is missing, or another stands in its place */
async function requireWritten(written: WrittenEvent, head: Head, records: EventRecords): Promise<void> {
  const { sequence } = written;
  if (head.sequence < sequence)
    throw new LedgerDamaged(
      head.sequence + 1,
      `it ends at event ${head.sequence}, and this process wrote event ${sequence}: its tail was removed`,
    );
  if (sequence === 0) return;
  const hash = head.sequence === sequence ? head.hash : (await records.hashesOf([sequence])).get(sequence);
  if (hash !== written.hash)
    throw new LedgerDamaged(sequence, `event ${sequence} is not the one that this process wrote`);
}

/** The ledger of a collection (`ledgerEventModel`), whose indexes `createRecords` has made. */
export function ledgerStore(events: Model<LedgerEventRecord>, options: LedgerOptions = {}): Ledger {
  const records = eventRecords(events);
  const { checkpoints, remembersWrites = false, writeIntervalMs = 0, now = () => new Date() } = options;
  const storedHead = checkpoints ? soundHead(records, checkpoints) : () => records.head();
  const head = async () => {
    // Read before the head: events written meanwhile may be beyond it.
    const written = queue.lastWritten;
    const found = await storedHead();
    if (remembersWrites) await requireWritten(written, found, records);
    return found;
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
