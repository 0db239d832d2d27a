import { setMaxListeners } from 'node:events';
import { CordonError } from '../errors/cordonError';

/** The signal of a mutation: it is carried out to its end, though its caller may have left. */
export const neverEnds: AbortSignal = new AbortController().signal;
setMaxListeners(0, neverEnds);

/** The part of an AbortSignal that ends a request. */
export interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once: true }): void;
}

/** Returns the error of a request whose caller has left, or whose deadline has passed. */
export const requestEnded = (): CordonError =>
  new CordonError(
    'REQUEST_ENDED',
    'the caller has left, or the deadline of the call has passed: the rest was not done',
  );

/**
 * Returns a signal that ends with another one, or never without one, for REQUEST_ENDED: what it ends is rejected with its
 * reason.
 */
export function endedWith(signal: EndSignal | undefined): AbortSignal {
  const ending = new AbortController();
  // Each search and each read of the store listens.
  setMaxListeners(0, ending.signal);
  const end = () => ending.abort(requestEnded());
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { once: true });
  return ending.signal;
}

/** Throws REQUEST_ENDED where the caller has left, or the deadline has passed. */
export function rejectEnded(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw requestEnded();
}
