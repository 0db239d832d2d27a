import type { Labels } from './labels';
import { newestLabel, type Scratch } from './scratch';

/** What a frontier knows of the ways to a wallet. */
interface Known {
  readonly labels: Labels;
  readonly scratch: Scratch;
}

/**
 * The fewest hops of a way that is at a wallet by a moment (in the frontier's direction); -1 where there is none. The labels
 * of a wallet have ever more hops and ever earlier moments, the newest first here.
 */
export function fewestHopsBy({ labels, scratch }: Known, wallet: number, moment: number): number {
  let fewest = -1;
  for (let label = newestLabel(scratch, wallet); label >= 0; label = labels.olderHere[label] ?? -1) {
    if ((labels.from[label] ?? 0) > moment) break;
    fewest = labels.hopsOf(label);
  }
  return fewest;
}
