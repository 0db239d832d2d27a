import { Labels } from './labels';

/**
 * The notes of a frontier by wallet. They are kept between questions: clearing touched entries costs less
 * than new arrays. The arrays that the hot loop reads for every row are apart from the rest and small, so
 * that they stay in the processor's cache.
 */
export interface Scratch {
  /**
   * The moment after which an arrival at the wallet is no better than the known ones; `never` without any.
   */
  readonly knownUpTo: Int32Array;
  /** The earliest moment of a label so far, of any number of hops. */
  readonly earliest: Int32Array;
  /** The moment from which the rows that leave the wallet were examined. */
  readonly examinedFrom: Int32Array;
  /** The newest label, plus one. */
  readonly newest: Int32Array;
  /** The labels of one frontier; their wallets are those that something was noted of. */
  readonly labels: Labels;
}

/** No moment is as late. */
export const never = 0x7fff_ffff;

/** A search takes two at a time; more only across assets, and is not worth the memory of keeping them. */
const maxKeptScratches = 4;

const free: Scratch[] = [];

/** Clean notes for so many wallets. Give them back with `returnScratch`. */
export function takeScratch(wallets: number): Scratch {
  const kept = free.pop();
  if (kept && kept.newest.length >= wallets) return kept;
  // Some room to grow, so that the next state of the transfers fits in.
  const length = Math.ceil(wallets * 1.1) + 64;
  return {
    knownUpTo: new Int32Array(length).fill(never),
    earliest: new Int32Array(length).fill(never),
    examinedFrom: new Int32Array(length).fill(never),
    newest: new Int32Array(length),
    labels: new Labels(),
  };
}

export function returnScratch(scratch: Scratch): void {
  const { labels, knownUpTo, earliest, examinedFrom, newest } = scratch;
  for (let label = 0; label < labels.count; label++) {
    const wallet = labels.walletOf(label);
    knownUpTo[wallet] = never;
    earliest[wallet] = never;
    examinedFrom[wallet] = never;
    newest[wallet] = 0;
  }
  labels.count = 0;
  if (free.length < maxKeptScratches) free.push(scratch);
}

/** Returns the newest label of a wallet, or -1. */
export const newestLabel = ({ newest }: Scratch, wallet: number): number => (newest[wallet] ?? 0) - 1;
