import type { Labels } from './labels';
import { newestLabel, type Scratch } from './scratch';

/** A frontier's knowledge of the paths to a wallet. */
interface Known {
  readonly labels: Labels;
  readonly scratch: Scratch;
}

/**
 * Returns the fewest hops of a path that is at a wallet by a moment (in the frontier's direction), or -1. The
 * labels of a wallet have ever more hops and ever earlier moments, the newest first here.
 */
export function fewestHopsBy({ labels, scratch }: Known, wallet: number, moment: number): number {
  let fewest = -1;
  for (let label = newestLabel(scratch, wallet); label >= 0; label = labels.olderHere[label] ?? -1) {
    if ((labels.from[label] ?? 0) > moment) break;
    fewest = labels.hopsOf(label);
  }
  return fewest;
}
