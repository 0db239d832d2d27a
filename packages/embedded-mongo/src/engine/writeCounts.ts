/** Collections whose names share a slot are counted together: a write to one then counts for both. */
const slotCount = 8_192;

/**
 * Counts the writes to each collection, in memory that threads share. A write is counted before it changes anything that a
 * reader could see, and again when it is on disk or lost. So a reader that finds the same state twice knows that nothing
 * was written in between.
 */
export class WriteCounts {
  private readonly begun: BigUint64Array;
  private readonly ended: BigUint64Array;
  private readonly slots = new Map<string, number>();
  private readonly underWay = new Set<number>();

  /** @param memory that of another thread's counts; omitted: new memory */
  constructor(readonly memory = new SharedArrayBuffer(2 * slotCount * BigUint64Array.BYTES_PER_ELEMENT)) {
    this.begun = new BigUint64Array(memory, 0, slotCount);
    this.ended = new BigUint64Array(memory, slotCount * BigUint64Array.BYTES_PER_ELEMENT, slotCount);
  }

  /** Within a transaction, before its first change to a collection. */
  begin(namespace: string): void {
    const slot = this.slotOf(namespace);
    if (this.underWay.has(slot)) return;
    this.underWay.add(slot);
    Atomics.add(this.begun, slot, 1n);
  }

  /** After a transaction: its changes are on disk, or lost. */
  end(): void {
    for (const slot of this.underWay) Atomics.add(this.ended, slot, 1n);
    this.underWay.clear();
  }

  /** Returns a number that grows with each write to one of the collections; undefined while one is under way. */
  stateOf(namespaces: readonly string[]): bigint | undefined {
    let state = 0n;
    for (const namespace of namespaces) {
      const slot = this.slotOf(namespace);
      const begun = Atomics.load(this.begun, slot);
      if (Atomics.load(this.ended, slot) !== begun) return undefined;
      state += begun;
    }
    return state;
  }

  private slotOf(namespace: string): number {
    let slot = this.slots.get(namespace);
    if (slot === undefined) this.slots.set(namespace, (slot = hash(namespace) % slotCount));
    return slot;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
