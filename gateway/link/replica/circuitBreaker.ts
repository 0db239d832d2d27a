/** The number of failures in a row after which a replica is ejected. */
const maxFailures = 5;

/** Milliseconds from one trial of an ejected replica to the next; by chance up to half of it sooner. */
const probeEveryMs = 1_000;

export interface BreakerOptions {
  /** Tries an ejected replica. Rejects where it does not answer. A slow trial does not delay the next one. */
  probe(): Promise<unknown>;
  /** Called each time that the replica is ejected, or called again. */
  onChange(open: boolean): void;
}

/**
 * Ejects a replica that fails, and tries it again by a call of its own within a second, so that no client's
 * call is spent on it. A success brings it back. Until a client's call succeeds too, one failure ejects it
 * again.
 */
export class CircuitBreaker {
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #open = false;
  #closed = false;

  constructor(private readonly options: BreakerOptions) {}

  /** True where the replica is ejected. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Notes that a client's call was answered. */
  succeeded(): void {
    this.#failures = 0;
    this.#set(false);
  }

  /** Notes that the replica says that it is well. */
  probed(): void {
    if (!this.#open) return;
    this.#failures = maxFailures - 1;
    this.#set(false);
  }

  failed(): void {
    this.#failures++;
    if (this.#open || this.#failures < maxFailures) return;
    this.#set(true);
    this.#probeLater();
  }

  /** Ends the probing. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #set(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    if (!open) clearTimeout(this.#timer);
    this.options.onChange(open);
  }

  #probeLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.#probe(), probeEveryMs * (0.5 + Math.random() / 2)).unref();
  }

  #probe(): void {
    this.#probeLater();
    this.options.probe().then(
      () => this.probed(),
      () => undefined,
    );
  }
}
