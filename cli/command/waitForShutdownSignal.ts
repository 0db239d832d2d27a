/** The end of the process. */
export interface Ending {
  /** Resolves at SIGINT or SIGTERM; rejects when `fail` is called. Further signals are not heeded: npm passes them on twice. */
  readonly asked: Promise<void>;
  readonly fail: (error: Error) => void;
  /** Tells if a shutdown has been asked for. */
  hasBeenAsked(): boolean;
}

/** From now on SIGINT and SIGTERM end the process in order, not at once. */
export function waitForShutdownSignal(): Ending {
  let fail: (error: Error) => void = () => undefined;
  let heard = false;
  const asked = new Promise<void>((resolve, reject) => {
    fail = reject;
    const hear = () => {
      heard = true;
      resolve();
    };
    process.on('SIGINT', hear);
    process.on('SIGTERM', hear);
  });
  asked.catch(() => undefined);
  return { asked, fail, hasBeenAsked: () => heard };
}
