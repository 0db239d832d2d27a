import { createLogger, type Logger } from '../../shared/logger/logger';

/** A logger whose messages a test reads. */
export interface KeptLog {
  readonly logger: Logger;
  /** Returns how many messages so far match. */
  count(message: RegExp): number;
}

/** Opens a log that is kept in memory, from the level `info` on; `TEST_LOG=1` shows it, too. */
export function keptLog(): KeptLog {
  const messages: string[] = [];
  const logger = createLogger('test', 'info', {
    write(line) {
      messages.push(String((JSON.parse(line) as { msg?: unknown }).msg));
      if (process.env['TEST_LOG']) process.stderr.write(line);
    },
  });
  return { logger, count: (message) => messages.filter((one) => message.test(one)).length };
}
