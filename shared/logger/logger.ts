import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines on stderr, so that a command's own output stays clean. No request waits for them: those that come while others are
 * written are written together. `silent` for tests.
 */
export function createLogger(
  deployable: string,
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
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
    destination,
  );
}
