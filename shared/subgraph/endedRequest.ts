import { setMaxListeners } from 'node:events';
import { CordonError } from '../errors/cordonError';

/** The signal of a request that goes on whoever leaves: a mutation's. */
export const neverEnds: AbortSignal = new AbortController().signal;
setMaxListeners(0, neverEnds);

/** Returns what the work of a request fails with when its caller has left, or its deadline has passed. */
export const requestEnded = (): CordonError =>
  new CordonError('REQUEST_ENDED', 'nobody waits for the answer any more');

/** Throws REQUEST_ENDED where nobody waits for the answer any more. */
export function rejectEnded(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw requestEnded();
}
