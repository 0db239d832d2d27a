/** Exit codes of a command. 0: done. 1: failed or blocked. 2: wrong usage. 3: internal error. */
export const exitCodes = { done: 0, failed: 1, usage: 2, internal: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a line on stderr and no stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(message);
  }
}

/** Called wrongly: exit 2. */
export function usageError(message: string): CommandError {
  return new CommandError(message, exitCodes.usage);
}
