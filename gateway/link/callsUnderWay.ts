import { CallEnd, type CallSignal } from './callEnd';
import { DeadlineError } from './deadline';
import type { LinkAnswer } from './linkAnswer';

/**
 * A call is joined for so long after it began, in milliseconds: its answer may lack what another process changed since then.
 * A burst of equal requests arrives within it. A client that waits until a change is acknowledged and then asks hardly ever does.
 */
const defaultMaxAgeMs = 10;

interface CallUnderWay {
  readonly answer: Promise<LinkAnswer>;
  readonly end: CallEnd;
  readonly beganAt: number;
  isSettled: boolean;
  waiting: number;
}

/** A request that wants a call's answer. */
export interface Waiter {
  /** Ends the waiting when it is aborted. */
  readonly signal: CallSignal | undefined;
  /** The longest wait. */
  readonly timeoutMs: number;
  /** Told where no call of its own was needed. */
  onJoin(): void;
}

/**
 * The queries that subgraphs have not answered yet. An equal request joins the call. `key` names the
 * subgraph, the caller with all that is known of it, and the operation with its variables.
 */
export class CallsUnderWay {
  readonly #calls = new Map<string, CallUnderWay>();

  constructor(private readonly maxAgeMs = defaultMaxAgeMs) {}

  /** Joins the call under this key, or begins it. The call ends when its last waiter has left. */
  join(key: string, waiter: Waiter, begin: (signal: CallSignal) => Promise<LinkAnswer>): Promise<LinkAnswer> {
    const known = this.#calls.get(key);
    const joins = known !== undefined && performance.now() - known.beganAt < this.maxAgeMs;
    const call = joins ? known : this.#begin(key, begin);
    if (joins) waiter.onJoin();
    call.waiting++;
    return answerFor(waiter, call.answer, (error) => {
      if (error !== undefined && call.waiting === 1 && !call.isSettled) {
        this.#forget(key, call);
        call.end.abort(error);
      }
      call.waiting--;
    });
  }

  /** Closes the calls that have begun to further requests: a change was made, and they may have read the state before it. */
  close(): void {
    this.#calls.clear();
  }

  #begin(key: string, begin: (signal: CallSignal) => Promise<LinkAnswer>): CallUnderWay {
    const end = new CallEnd();
    const answer = begin(end);
    const call = { answer, end, beganAt: performance.now(), isSettled: false, waiting: 0 };
    this.#calls.set(key, call);
    const settle = () => {
      call.isSettled = true;
      this.#forget(key, call);
    };
    answer.then(settle, settle);
    return call;
  }

  #forget(key: string, call: CallUnderWay): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}

/**
 * Resolves to the answer, or rejects when the waiter's time is over or its request has ended. `leave` is told once, and why
 * where it was before the answer. It costs less than `withDeadline`, which makes a signal: the call under way ends with its
 * last waiter.
 */
function answerFor(
  { signal, timeoutMs }: Waiter,
  answer: Promise<LinkAnswer>,
  leave: (error?: Error) => void,
): Promise<LinkAnswer> {
  return new Promise((resolve, reject) => {
    let waits = true;
    const done = (error?: Error) => {
      if (!waits) return;
      waits = false;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onEnded);
      leave(error);
      if (error) reject(error);
    };
    const timer = setTimeout(() => done(new DeadlineError(timeoutMs)), timeoutMs);
    const onEnded = () => done(new Error('the request has ended'));
    signal?.addEventListener('abort', onEnded, { once: true });
    answer.then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
    if (signal?.aborted) onEnded();
  });
}
