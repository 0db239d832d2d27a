/** Milliseconds that a call may be held back for others that come to the same subgraph. */
const maxHeldMs = 25;

/**
 * The pending calls of one request, by the subgraphs that are called next with their values. A call to such a
 * subgraph is held back, so that both are one: never for longer than the request has taken so far.
 */
export class ComingCalls {
  readonly #coming = new Map<string, number>();
  readonly #beganAt = performance.now();

  /** @param onArrival is called when an answer is there that other calls follow */
  constructor(private readonly onArrival: () => void) {}

  /** Notes a call that is sent, with its followers. Returns the function to call when its answer arrives. */
  sent(followedBy: readonly string[]): () => void {
    if (followedBy.length === 0) return () => undefined;
    for (const subgraph of followedBy) this.#add(subgraph, 1);
    return () => {
      for (const subgraph of followedBy) this.#add(subgraph, -1);
      this.onArrival();
    };
  }

  /** Tells if another call to a subgraph is about to come. */
  has(subgraph: string): boolean {
    return (this.#coming.get(subgraph) ?? 0) > 0;
  }

  /** The time that a call may be held back from now on. */
  get maxHeldMs(): number {
    return Math.min(maxHeldMs, Math.ceil(performance.now() - this.#beganAt));
  }

  #add(subgraph: string, count: number): void {
    this.#coming.set(subgraph, (this.#coming.get(subgraph) ?? 0) + count);
  }
}
