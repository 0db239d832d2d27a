import type { EntityStep } from '../step';
import { askAlone, askTogether } from './askBatches';
import { ComingCalls } from './comingCalls';
import { EntityBatch } from './entityBatch';
import type { RequestCalls } from './requestCalls';

/**
 * The batches of one request until they are sent. Batches of one wave, which ends before another answer
 * comes, are one call to each subgraph. A batch is held back for other calls that come to its subgraph, but
 * not for long.
 */
export class BatchQueue {
  /** Notes each call that is sent: batches are held back for the calls that follow it. */
  readonly coming = new ComingCalls(() => {
    if (this.#waiting.length > 0) this.#schedule();
  });
  #waiting: EntityBatch[] = [];
  #isScheduled = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param fail ends the request, with the unexpected error of a call */
  constructor(
    private readonly calls: RequestCalls,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Returns the batch to which a step adds its entities. It is sent when the wave ends, or later. */
  batchOf({ call, followedBy }: EntityStep): EntityBatch {
    const waiting = this.calls.savings.has('waves')
      ? this.#waiting.find((batch) => batch.call === call)
      : undefined;
    if (waiting) this.calls.counts.mergedCalls++;
    const batch = waiting ?? new EntityBatch(call);
    for (const subgraph of followedBy) batch.followedBy.add(subgraph);
    if (!waiting) this.#waiting.push(batch);
    this.#schedule();
    return batch;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    atEndOfWave(() => {
      this.#isScheduled = false;
      this.#sendReady();
    });
  }

  #sendReady(): void {
    const waiting = this.#waiting;
    const held = this.#held();
    this.#waiting = held;
    this.#send(waiting.filter((batch) => !held.includes(batch)));
    if (held.length > 0) this.#timer ??= setTimeout(() => this.#sendHeldSoon(), this.coming.maxHeldMs);
    else this.#stopTimer();
  }

  /** Answers that arrived while the process was busy are read first: the timer may be as late as they are. */
  #sendHeldSoon(): void {
    const timer = this.#timer;
    setImmediate(() => {
      if (this.#timer === timer) this.#sendHeld();
    });
  }

  /** The batches for whose subgraph a call comes, or another waiting batch leads to one. */
  #held(): EntityBatch[] {
    if (!this.calls.savings.has('waves')) return [];
    const waiting = this.#waiting;
    const isAwaited = ({ call }: EntityBatch) => this.coming.has(call.subgraph);
    const held = waiting.filter(
      (batch) => isAwaited(batch) || waiting.some((other) => comesAfter(batch, other)),
    );
    // Batches that are held back only for each other would wait for nothing.
    return held.length === waiting.length && !waiting.some(isAwaited) ? [] : held;
  }

  /** Sends the batches that have waited long enough. */
  #sendHeld(): void {
    this.#stopTimer();
    const held = this.#waiting;
    this.#waiting = [];
    this.#send(held);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #send(batches: readonly EntityBatch[]): void {
    const groups = new Map<unknown, EntityBatch[]>();
    for (const batch of batches) {
      const group = this.calls.savings.has('waves') ? batch.call.subgraph : batch;
      const others = groups.get(group);
      if (others) others.push(batch);
      else groups.set(group, [batch]);
      if (batch.followedBy.size > 0) batch.onAnswer(this.coming.sent([...batch.followedBy]));
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      const asked =
        others.length === 0 ? askAlone(first, this.calls) : askTogether([first, ...others], this.calls);
      asked.catch(this.fail);
    }
  }
}

/** Tells if a call to this batch's subgraph follows the other batch, and none the other way round. */
const comesAfter = (batch: EntityBatch, other: EntityBatch): boolean =>
  batch.call.subgraph !== other.call.subgraph &&
  other.followedBy.has(batch.call.subgraph) &&
  !batch.followedBy.has(other.call.subgraph);

/** Runs when all that goes on without another answer has gone on: after the promises that are settled by now. */
function atEndOfWave(run: () => void): void {
  void Promise.resolve().then(() => process.nextTick(run));
}
