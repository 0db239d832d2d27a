import { sharedInt32, sharedUint32, sharedUint8 } from './sharedArrays';
import type { WalletNumbers } from './transferGraph';

/** The parts of a wallet table. All but `count` is shared with the states before and after it. */
export interface WalletParts {
  readonly count: number;
  /** The ids in UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** The end of each id in `bytes`. */
  readonly ends: Uint32Array;
  /** Open addressing by the hash of the id: the number of the wallet plus one, or 0. A power of two long. */
  readonly slots: Int32Array;
}

/**
 * Wallet ids and their numbers in some 70 bytes a wallet; a Map of strings takes three times that. The arrays
 * only grow at their end, so that a state keeps reading its own part of them while a later one is made. A
 * wallet that another thread does not see yet has a number that is not below `count`.
 */
export class WalletTable implements WalletNumbers {
  private readonly text: Buffer;

  constructor(readonly parts: WalletParts) {
    this.text = Buffer.from(parts.bytes.buffer);
  }

  get count(): number {
    return this.parts.count;
  }

  numberOf(walletId: string): number | undefined {
    const id = Buffer.from(walletId, 'utf8');
    const { slots, count } = this.parts;
    const mask = slots.length - 1;
    for (let slot = hashOf(id, 0, id.length) & mask; ; slot = (slot + 1) & mask) {
      const wallet = (slots[slot] ?? 0) - 1;
      if (wallet < 0) return undefined;
      if (wallet < count && this.holds(wallet, id)) return wallet;
    }
  }

  idOf(wallet: number): string {
    if (!(wallet >= 0 && wallet < this.parts.count)) throw new RangeError(`there is no wallet ${wallet}`);
    return this.text.toString('utf8', startOf(this.parts.ends, wallet), this.parts.ends[wallet]);
  }

  private holds(wallet: number, id: Buffer): boolean {
    const { ends } = this.parts;
    const start = startOf(ends, wallet);
    return (
      (ends[wallet] ?? 0) - start === id.length &&
      this.text.compare(id, 0, id.length, start, ends[wallet]) === 0
    );
  }
}

/**
 * Makes the table of a later state: knows the wallets of the one before, and gives numbers to new ones. One
 * at a time.
 */
export class WalletTableBuilder {
  private count: number;
  private bytes: Uint8Array;
  private ends: Uint32Array;
  private slots: Int32Array;
  private text: Buffer;

  constructor(before: WalletParts | null = null) {
    this.count = before?.count ?? 0;
    this.bytes = before?.bytes ?? sharedUint8(1 << 12);
    this.ends = before?.ends ?? sharedUint32(1 << 6);
    this.slots = before?.slots ?? sharedInt32(1 << 7);
    this.text = Buffer.from(this.bytes.buffer);
  }

  /** The number of a wallet; a new one where it was not known. */
  intern(walletId: string): number {
    const start = startOf(this.ends, this.count);
    this.makeRoom(start + walletId.length * 3);
    const end = start + this.text.write(walletId, start);
    const mask = this.slots.length - 1;
    let slot = hashOf(this.bytes, start, end) & mask;
    for (let known = this.slots[slot] ?? 0; known !== 0; known = this.slots[slot] ?? 0) {
      // A number that is not given yet is left from a state that was begun and given up.
      if (known <= this.count && this.isSame(known - 1, start, end)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.ends[this.count] = end;
    this.slots[slot] = this.count + 1;
    return this.count++;
  }

  /** Moves its wallets into a larger index. */
  reindex(): void {
    let length = this.slots.length;
    while (this.count * 2 >= length) length *= 2;
    this.slots = this.rehashed(length);
  }

  table(): WalletTable {
    const { count, bytes, ends, slots } = this;
    return new WalletTable({ count, bytes, ends, slots });
  }

  private isSame(wallet: number, start: number, end: number): boolean {
    const known = startOf(this.ends, wallet);
    if ((this.ends[wallet] ?? 0) - known !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.bytes[known + i] !== this.bytes[start + i]) return false;
    return true;
  }

  private makeRoom(bytes: number): void {
    if (bytes > this.bytes.length) {
      const grown = sharedUint8(grownLength(this.bytes.length, bytes));
      grown.set(this.bytes);
      this.bytes = grown;
      this.text = Buffer.from(grown.buffer);
    }
    if (this.count >= this.ends.length) {
      const grown = sharedUint32(grownLength(this.ends.length, this.count + 1));
      grown.set(this.ends);
      this.ends = grown;
    }
    // Half full at most: a look-up then takes two steps.
    if (this.count * 2 >= this.slots.length) this.slots = this.rehashed(this.slots.length * 2);
  }

  private rehashed(length: number): Int32Array {
    const slots = sharedInt32(length);
    const mask = length - 1;
    for (let wallet = 0; wallet < this.count; wallet++) {
      let slot = hashOf(this.bytes, startOf(this.ends, wallet), this.ends[wallet] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = wallet + 1;
    }
    return slots;
  }
}

/** A table of ids that lie one after the other, as a snapshot has them. */
export function indexedWallets(count: number, bytes: Uint8Array, ends: Uint32Array): WalletTable {
  const builder = new WalletTableBuilder({ count, bytes, ends, slots: sharedInt32(1 << 7) });
  builder.reindex();
  return builder.table();
}

/** A quarter more each time: doubling would leave half of the memory unused. */
const grownLength = (length: number, needed: number) => Math.max(needed, Math.ceil(length * 1.25));

const startOf = (ends: Uint32Array, wallet: number) => (wallet === 0 ? 0 : (ends[wallet - 1] ?? 0));

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
