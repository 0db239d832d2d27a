import type { Head, LedgerEvent, NewEvent } from './ledgerEvent';

export interface AppendResult {
  readonly event: LedgerEvent;
  /** False where an event with its key was there already: `event` is then that first one. */
  readonly appended: boolean;
}

export interface ReadOptions {
  /** Events behind this sequence; 0 for all. */
  readonly after: number;
  /** Up to and with this sequence; omitted: to the end. */
  readonly upTo?: number;
}

/** One decision on the state at the head. */
export interface Commit {
  /**
   * A retry with the same key finds the first event, whatever the decision would be now: also where it rejects. It is the
   * event's key, too.
   */
  readonly key?: string;
  /**
   * The ids that the decision reads and changes, such as those of accounts. Commands of this process with
   * nothing in common are decided at once and share a write to the disk. Omitted: everything, so that it is
   * decided by itself.
   */
  readonly scope?: readonly string[];
  /**
   * Decides on the state that all events up to `head.sequence` make. Called anew, with another head, where another writer
   * was first: it must have no effect of its own. Throws its rejection, and then nothing is written.
   */
  decide(head: Head): Promise<Omit<NewEvent, 'key'>>;
}

/** Several events that one decision makes: an import, say, that has to know what is there. */
export interface CommitAll {
  /**
   * Decides on the state that all events up to `head.sequence` make, and may find nothing to do. Called anew where another
   * process was first, perhaps with some of the events already written: they are then part of that state.
   */
  decide(head: Head): Promise<readonly NewEvent[]>;
}

/**
 * An append-only ledger: a chain of hashes over events in one order, in a collection of its own. One event is
 * one document, and its insertion is the commit. On any store, without transactions, an event is stored whole
 * or not at all. Writers, also of other processes, collide on the sequence: the second reads the new head and
 * tries again.
 *
 * MongoDB does not keep a user with write access from editing: `cordon ledger verify` and signed checkpoints
 * detect that.
 *
 * A failed write is the store's error. Where the connection broke, some of it may be stored: events with keys
 * can be appended again.
 */
export interface Ledger {
  /**
   * Appends at the head, in the order given. Concurrent appends of this process share a write. An event whose
   * key is stored is not appended again. After a crash the first of them may be stored without the rest;
   * facts that belong together are one event.
   * @throws TypeError where an event does not have its form: then nothing is written
   */
  append(events: readonly NewEvent[]): Promise<AppendResult[]>;
  /** @throws LedgerBusy where other writers were first for ten seconds on end, and what `decide` throws. Then nothing is written. */
  commit(command: Commit): Promise<AppendResult>;
  /**
   * Appends the decided events, in their order. No event of another writer comes in between that was not
   * decided on. As with `append`, the first of them may be stored without the rest after a crash, and an
   * event whose key is stored is not appended again.
   * @throws as `commit`, but for what was written before
   */
  commitAll(command: CommitAll): Promise<AppendResult[]>;
  /** @throws LedgerDamaged where events are missing before it, or the last stored checkpoint does not fit */
  head(): Promise<Head>;
  /** The event with a key, where there is one. */
  byKey(key: string): Promise<LedgerEvent | undefined>;
  /**
   * Streams events in order. Each is checked against its hash and the one before it, but for what this process wrote
   * itself just now, which it remembers.
   * @throws LedgerDamaged at the first that does not fit: facts that were edited are not served
   */
  read(options: ReadOptions): AsyncIterable<LedgerEvent>;
}
