import type { ListEntry } from '../list/listEntry';

/** A listed address as it was published. */
export interface ExportedWallet {
  /** The first entry that lists it. */
  readonly entry: string;
  /** All entries that list it under this ticker. */
  readonly entries: readonly string[];
  readonly currency: string;
  /** To the letter. */
  readonly address: string;
  /** CAIP-10, or a literal. */
  readonly wallet: string;
  readonly problem: string | null;
}

/** The addresses of entries, each pair of ticker and address once, in the order of the list. */
export function exportWallets(entries: readonly ListEntry[]): ExportedWallet[] {
  const found = new Map<string, ExportedWallet & { entries: string[] }>();
  for (const { entry, wallets } of [...entries].sort((a, b) => byNumber(a.entry, b.entry))) {
    for (const { currency, published, walletId, problem } of wallets) {
      const key = `${currency} ${published}`;
      const known = found.get(key);
      if (!known) {
        found.set(key, { entry, entries: [entry], currency, address: published, wallet: walletId, problem });
      } else if (!known.entries.includes(entry)) known.entries.push(entry);
    }
  }
  return [...found.values()];
}

const byNumber = (a: string, b: string) => Number(a) - Number(b) || (a < b ? -1 : 1);
