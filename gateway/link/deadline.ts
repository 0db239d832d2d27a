/**
 * Runs a call with a signal that aborts at a deadline, or when nobody waits for the answer any more. A timer of its own:
 * Node 20 may collect the timeout signals that `AbortSignal.any` combines before they fire.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  ended: AbortSignal | undefined,
  run: (signal: AbortSignal, deadline: number) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onEnded = () => controller.abort(new Error('the request has ended'));
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  ended?.addEventListener('abort', onEnded, { once: true });
  if (ended?.aborted) onEnded();
  try {
    return await run(controller.signal, Date.now() + timeoutMs);
  } finally {
    clearTimeout(timer);
    ended?.removeEventListener('abort', onEnded);
  }
}

/** Resolves as `promise` does, or rejects with the signal's reason as soon as it is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) onAbort();
  });
}
