import type { Checkpoint } from './checkpoint';
import type { EventLink } from './eventLink';
import { LedgerDamaged } from './ledgerErrors';
import { genesis } from './ledgerEvent';
import { type LeafForm, MerkleTree } from './merkle';

/** The result of a verification. */
export interface Verification {
  readonly ok: boolean;
  /** The number of events; where one is bad, the number of good ones before it. */
  readonly events: number;
  /** The hash of the last good event; null without one. */
  readonly head: string | null;
  /** Of the first event that is bad or missing. */
  readonly firstBadSequence: number | null;
  readonly reason: string | null;
}

export type Signed = Pick<Checkpoint, 'sequence' | 'hash' | 'root' | 'at' | 'leaves'>;

/** One event as the check sees it: what its text says of its place, and its hash as stated and as computed. */
export interface CheckedEvent {
  readonly link: EventLink | undefined;
  readonly recorded: string;
  readonly computed: string;
}

/**
 * Checks events one by one, in little memory: form, hash, place, predecessor, order of recording. Checks them
 * against signed checkpoints too, which a rewrite with recomputed hashes cannot match.
 */
export class ChainCheck {
  private events: number;
  /** Undefined where the event before the first is not known: then any is believed to be it. */
  private head: string | undefined;
  private recordedAt = genesis.recordedAt;
  private readonly pending: readonly Signed[];
  private nextPending = 0;
  /** One for each form of leaves whose root somebody asks for: each costs two more hashes an event. */
  private readonly trees = new Map<LeafForm, MerkleTree>();
  private bad: { readonly sequence: number; readonly reason: string } | undefined;

  /**
   * @param from the place to go on from; omitted: before the first event. Its tree, or the one of a check
   * against checkpoints, grows with the events.
   */
  constructor(
    checkpoints: readonly Signed[],
    from?: { readonly sequence: number; readonly hash?: string; readonly tree?: MerkleTree },
  ) {
    this.pending = [...checkpoints].sort((a, b) => a.sequence - b.sequence);
    this.events = from?.sequence ?? 0;
    this.head = from ? from.hash : genesis.hash;
    if (from?.tree) this.trees.set(from.tree.leaves, from.tree);
    for (const { leaves } of checkpoints)
      if (!this.trees.has(leaves)) this.trees.set(leaves, new MerkleTree(leaves));
  }

  /** Returns a check for the events behind a sequence, without the event of that sequence. */
  static behind(sequence: number): ChainCheck {
    return new ChainCheck([], sequence === 0 ? undefined : { sequence });
  }

  /** Takes the next event; false where it is bad, and nothing more is to be taken. */
  take(event: CheckedEvent): boolean {
    const sequence = this.events + 1;
    const reason = this.problemOf(event, sequence);
    if (reason !== undefined) return this.fail(sequence, reason);
    this.events = sequence;
    this.head = event.recorded;
    this.recordedAt = event.link?.recordedAt ?? this.recordedAt;
    for (const tree of this.trees.values()) tree.add(event.recorded);
    return this.meetCheckpoints();
  }

  /** An event that cannot be taken at all. Always false. */
  fail(sequence: number, reason: string): false {
    this.bad = { sequence, reason };
    return false;
  }

  get hasFailed(): boolean {
    return this.bad !== undefined;
  }

  /** The sequence that is due next. */
  get due(): number {
    return this.events + 1;
  }

  /** Returns the last event that was taken. */
  soFar(): { sequence: number; hash: string | undefined } {
    return { sequence: this.events, hash: this.head };
  }

  /** Returns the error that names the bad event. */
  damage(): LedgerDamaged {
    const { sequence = this.due, reason = 'it is not whole' } = this.bad ?? {};
    return new LedgerDamaged(sequence, reason);
  }

  /** After the last event. */
  result(): Verification {
    const missed = this.pending[this.nextPending];
    if (!this.bad && missed)
      this.fail(
        this.due,
        `the ledger ends here, but it had ${missed.sequence} events at the checkpoint of ${missed.at}: its tail was removed`,
      );
    const head = this.events > 0 ? (this.head ?? null) : null;
    const { sequence = null, reason = null } = this.bad ?? {};
    return { ok: !this.bad, events: this.events, head, firstBadSequence: sequence, reason };
  }

  private problemOf({ link, recorded, computed }: CheckedEvent, sequence: number): string | undefined {
    if (!link) return `event ${sequence} does not have the form of an event`;
    if (link.sequence !== sequence)
      return `event ${link.sequence} stands where ${sequence} is due: one was removed, doubled or moved`;
    if (computed !== recorded) return `event ${sequence} was edited: its text does not give its hash`;
    if (this.head !== undefined && link.previousHash !== this.head)
      return `event ${sequence} does not follow the event before it: its previousHash is another`;
    if (link.recordedAt < this.recordedAt) return `event ${sequence} was recorded before the event before it`;
    return undefined;
  }

  private meetCheckpoints(): boolean {
    for (
      let met = this.pending[this.nextPending];
      met?.sequence === this.events;
      met = this.pending[++this.nextPending]
    ) {
      if (met.hash === this.head && met.root === this.trees.get(met.leaves)?.root()) continue;
      return this.fail(
        this.events,
        `event ${this.events} is not the one that was signed at the checkpoint of ${met.at}: it, or events before it, were written anew`,
      );
    }
    return true;
  }
}
