import { readFileSync } from 'node:fs';
import type { Logger } from '../../shared/logger/logger';
import { YamlFileError } from '../../shared/yaml/yamlFileError';
import { watchContent } from './watchContent';

export interface FollowOptions<T> {
  readonly file: string;
  /** Reads the text of the file as a whole. Throws where it is wrong. */
  read(text: string): T;
  /**
   * Called with the value of a change, in the step that puts it in force. Where it throws, the change is
   * rejected.
   */
  changed?(value: T): void;
  /** Names the file in the log, such as `policy file`. */
  readonly what: string;
  readonly logger: Logger;
  /** Called for each change of the file, with true where it was rejected. */
  onReload?(rejected: boolean): void;
}

/** The value of a file, as it was last in order. */
export interface FollowedFile<T> {
  current(): T;
  /** Tries a rejected content again: its conditions may hold now. */
  retry(): void;
  close(): void;
}

/**
 * Reads a file and follows it: a change is in force within a second. Throws the errors of `read`, or
 * YamlFileError where the file cannot be read. Later errors are logged, and the value before stays in force.
 */
export function followFile<T>({
  file,
  read,
  changed,
  what,
  logger,
  onReload,
}: FollowOptions<T>): FollowedFile<T> {
  const first = textOf(file);
  let current = read(first);
  let rejected: string | undefined;
  const take = (text: string | undefined) => {
    try {
      const next = read(text ?? textOf(file));
      changed?.(next);
      current = next;
      rejected = undefined;
      logger.info({ file }, `a new ${what} is in force`);
      onReload?.(false);
    } catch (error) {
      rejected = text;
      onReload?.(true);
      const problems = (error instanceof Error ? error.message : String(error)).split('\n');
      logger.error({ problems }, `the new ${what} is rejected; the one before stays in force`);
    }
  };
  const watched = watchContent(file, first, async (text) => take(text));
  return {
    current: () => current,
    retry() {
      if (rejected !== undefined) take(rejected);
    },
    close: () => watched.stop(),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new YamlFileError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}
