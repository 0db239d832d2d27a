import { orAborted } from './deadline';
import type { LinkAnswer } from './linkAnswer';

/** A call is joined for so long after it began, in milliseconds: its answer may lack what changed since then. */
const maxAgeMs = 1_000;

interface CallUnderWay {
  readonly answer: Promise<LinkAnswer>;
  readonly controller: AbortController;
  readonly beganAt: number;
  waiting: number;
}

/**
 * The queries that subgraphs have not answered yet. A request that asks for the same joins the call: `key` names the subgraph, the
 * caller with all that is known of it, and the operation with its variables.
 */
export class CallsUnderWay {
  readonly #calls = new Map<string, CallUnderWay>();

  /**
   * Joins the call under this key, or begins it. `signal` ends the waiting; the call ends when nobody waits for it.
   * `onJoin` is told where no call of its own was needed.
   */
  async join(
    key: string,
    { signal, onJoin }: { readonly signal: AbortSignal; onJoin(): void },
    begin: (signal: AbortSignal) => Promise<LinkAnswer>,
  ): Promise<LinkAnswer> {
    const known = this.#calls.get(key);
    const joins = known !== undefined && performance.now() - known.beganAt < maxAgeMs;
    const call = joins ? known : this.#begin(key, begin);
    if (joins) onJoin();
    call.waiting++;
    try {
      return await orAborted(call.answer, signal);
    } finally {
      call.waiting--;
      if (call.waiting === 0) {
        this.#forget(key, call);
        call.controller.abort(signal.reason);
      }
    }
  }

  /** Lets nobody join the calls that have begun: something was changed, and they may have read what was before. */
  close(): void {
    this.#calls.clear();
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<LinkAnswer>): CallUnderWay {
    const controller = new AbortController();
    const answer = begin(controller.signal);
    const call = { answer, controller, beganAt: performance.now(), waiting: 0 };
    this.#calls.set(key, call);
    const forget = () => this.#forget(key, call);
    answer.then(forget, forget);
    return call;
  }

  #forget(key: string, call: CallUnderWay): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}
