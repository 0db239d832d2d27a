import { CallEnd, type CallSignal } from './callEnd';
import type { SubgraphCall } from './subgraphLink';

/** A call was not answered in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(readonly waitedMs: number) {
    super(`no answer within ${waitedMs} ms`);
  }
}

/** Returns how long a call may take, in milliseconds: the link's timeout, or what is left of the request. */
export function budgetOf({ deadline }: Pick<SubgraphCall, 'deadline'>, timeoutMs: number): number {
  return deadline === undefined ? timeoutMs : Math.min(timeoutMs, Math.floor(deadline - Date.now()));
}

/**
 * Runs a call with a signal that aborts at a deadline, or when the request has ended. It has a timer of its own: Node 20 may
 * collect the timeout signals that `AbortSignal.any` combines before they fire.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  ended: CallSignal | undefined,
  run: (signal: CallSignal, deadline: number) => Promise<T>,
): Promise<T> {
  const end = new CallEnd();
  const onEnded = () => end.abort(new Error('the request has ended'));
  const onLate = () => end.abort(new DeadlineError(timeoutMs));
  const timer = setTimeout(onLate, timeoutMs);
  if (timeoutMs <= 0) onLate();
  ended?.addEventListener('abort', onEnded, { once: true });
  if (ended?.aborted) onEnded();
  try {
    return await run(end, Date.now() + timeoutMs);
  } finally {
    clearTimeout(timer);
    ended?.removeEventListener('abort', onEnded);
  }
}

/** Resolves as `promise` does, or rejects with the signal's reason as soon as it is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: CallSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const done = () => signal.removeEventListener('abort', onAbort);
    promise.then(done, done);
    promise.then(resolve, reject);
    if (signal.aborted) onAbort();
  });
}
