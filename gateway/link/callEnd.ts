import type { EndSignal } from '../../shared/subgraph/endedRequest';

/** The part of an AbortSignal by which calls end early. */
export interface CallSignal extends EndSignal {
  /** Why, once it is aborted. */
  readonly reason: Error;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Ends calls early. Each request and each call has one, to which every waiter listens: an AbortController and its events cost
 * more than all that links add to a call.
 */
export class CallEnd implements CallSignal {
  readonly #listeners = new Set<() => void>();
  #aborted = false;
  #reason: Error | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): Error {
    return this.#reason ?? new Error('the request has ended');
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Tells each listener, once. */
  abort(reason?: Error): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}
