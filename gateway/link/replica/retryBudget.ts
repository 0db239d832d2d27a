/** The share of calls that may be retried, over time. */
const retriesPerCall = 0.1;

/** The maximum of retries at once, as after a restart. */
const maxSaved = 20;

/** Bounds what retries add to the load of a subgraph that is failing: a tenth of its calls, and a few at once. */
export class RetryBudget {
  #saved = maxSaved;

  /** Notes a call that is made for the first time. */
  earn(): void {
    this.#saved = Math.min(maxSaved, this.#saved + retriesPerCall);
  }

  /** Returns false where nothing is left: the call is not made again. */
  spend(): boolean {
    if (this.#saved < 1) return false;
    this.#saved -= 1;
    return true;
  }
}
