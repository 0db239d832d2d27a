/** Counts the calls of a request and their cost while it is executed. */
export class CostMeter {
  #spent = 0;
  #calls = 0;

  constructor(readonly maxCost: number) {}

  /** Tells if more was spent than is allowed. */
  get isOver(): boolean {
    return this.#spent > this.maxCost;
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
  }
}
