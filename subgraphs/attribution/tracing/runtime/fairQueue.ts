import { CordonError } from '../../../../shared/errors/cordonError';
import { neverEnds, rejectEnded, requestEnded } from '../../../../shared/subgraph/endedRequest';

export interface FairQueueLimits {
  readonly maxRunning: number;
  /** The maximum of waiting work, and its time; more is TRACING_BUSY at once. */
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

interface Waiting {
  start(): void;
  /** Takes back what would end its wait. */
  stop(): void;
}

/**
 * Runs work of several callers, so many at a time. Each caller's work is in its order, and the callers take
 * turns, so that a heavy caller does not keep the others waiting. Work that is not begun in time is
 * TRACING_BUSY.
 */
export class FairQueue {
  private running = 0;
  private waiting = 0;
  /** By caller, in the order of their turns. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly limits: FairQueueLimits) {}

  /** Throws TRACING_BUSY, and REQUEST_ENDED where the signal is aborted before the work begins. */
  async run<Answer>(
    caller: string,
    work: () => Promise<Answer>,
    signal: AbortSignal = neverEnds,
  ): Promise<Answer> {
    rejectEnded(signal);
    await this.turn(caller, signal);
    try {
      return await work();
    } finally {
      this.running--;
      this.startNext();
    }
  }

  private turn(caller: string, signal: AbortSignal): Promise<void> {
    if (this.running < this.limits.maxRunning) {
      this.running++;
      return Promise.resolve();
    }
    const { maxWaiting, maxWaitMs } = this.limits;
    if (this.waiting >= maxWaiting) return Promise.reject(busy(`${this.waiting} searches wait already`));
    return new Promise((resolve, reject) => {
      const giveUp = (error: Error) => {
        entry.stop();
        this.leave(caller, entry);
        reject(error);
      };
      const late = () => giveUp(busy(`the search was not begun within ${maxWaitMs / 1_000} seconds`));
      const timer = Number.isFinite(maxWaitMs) ? setTimeout(late, maxWaitMs) : undefined;
      const onEnded = () => giveUp(requestEnded());
      signal.addEventListener('abort', onEnded, { once: true });
      const entry: Waiting = {
        start: resolve,
        stop() {
          clearTimeout(timer);
          signal.removeEventListener('abort', onEnded);
        },
      };
      this.waiting++;
      this.lines.set(caller, [...(this.lines.get(caller) ?? []), entry]);
    });
  }

  private startNext(): void {
    const [next] = this.lines;
    if (!next || this.running >= this.limits.maxRunning) return;
    const [caller, [first, ...others]] = next;
    // The caller's next turn comes after everybody else's.
    this.lines.delete(caller);
    if (others.length > 0) this.lines.set(caller, others);
    if (!first) return;
    this.waiting--;
    this.running++;
    first.stop();
    first.start();
  }

  private leave(caller: string, entry: Waiting): void {
    const others = (this.lines.get(caller) ?? []).filter((one) => one !== entry);
    this.waiting--;
    if (others.length > 0) this.lines.set(caller, others);
    else this.lines.delete(caller);
  }
}

const busy = (why: string) =>
  new CordonError('TRACING_BUSY', `the server is busy with other searches: ${why}`);
