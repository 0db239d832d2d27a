import type { CutReason } from './marks';

/** A wallet behind which there may be more, and why it was not followed. */
export interface Cut {
  readonly wallet: number;
  readonly reason: CutReason;
}

/** The cuts of a search: the number of wallets, and the first of them. */
export interface CutsFound {
  readonly count: number;
  readonly first: readonly Cut[];
}

/** The number of named wallets: enough to examine, and not a list of thousands. */
const named = 20;

/** Gathers what is cut, each wallet once; hubs in the order in which they were met, then what the budget left. */
export class Cuts {
  private readonly reasons = new Map<number, CutReason>();

  add(wallet: number, reason: CutReason): void {
    if (!this.reasons.has(wallet)) this.reasons.set(wallet, reason);
  }

  has(reason: CutReason): boolean {
    for (const known of this.reasons.values()) if (known === reason) return true;
    return false;
  }

  found(): CutsFound {
    const first = [...this.reasons].slice(0, named).map(([wallet, reason]) => ({ wallet, reason }));
    return { count: this.reasons.size, first };
  }
}
