import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on stderr, so that a command's own output stays clean. `silent` for tests. */
export function createLogger(deployable: string, level: string): Logger {
  return pino(
    {
      name: deployable,
      level,
      redact: [
        'authorization',
        'headers.authorization',
        'headers["x-cordon-call"]',
        'headers["x-cordon-caller"]',
        'token',
      ],
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
