/** Counts the calls of a request and what they cost while it is executed, and ends it when that passes its limit. */
export class CostMeter {
  #spent = 0;
  #calls = 0;
  readonly #passed = new AbortController();

  constructor(readonly maxCost: number) {}

  /** Aborted when more was spent than is allowed. */
  get passed(): AbortSignal {
    return this.#passed.signal;
  }

  get spent(): number {
    return this.#spent;
  }

  /** The calls to subgraphs that were begun. */
  get calls(): number {
    return this.#calls;
  }

  addCall(): void {
    this.#calls++;
  }

  add(cost: number): void {
    this.#spent += cost;
    if (this.#spent > this.maxCost && !this.#passed.signal.aborted) this.#passed.abort();
  }
}
