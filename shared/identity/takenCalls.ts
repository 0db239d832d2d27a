/**
 * Remembers the calls that this process has taken, so that none is taken twice. Each is remembered for at least `keepMs`:
 * longer than a call can be valid.
 */
export class TakenCalls {
  #current = new Set<string>();
  #previous = new Set<string>();
  #since = performance.now();

  constructor(private readonly keepMs: number) {}

  /** Returns false where the call was taken before. */
  take(id: string): boolean {
    this.#forgetOld();
    if (this.#current.has(id) || this.#previous.has(id)) return false;
    this.#current.add(id);
    return true;
  }

  #forgetOld(): void {
    const now = performance.now();
    if (now - this.#since < this.keepMs) return;
    // Calls in `previous` were taken before `since`, more than `keepMs` ago.
    this.#previous = this.#current;
    this.#current = new Set();
    this.#since = now;
  }
}
