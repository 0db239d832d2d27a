import { readFileSync } from 'node:fs';
import { CommandError } from './commandError';

/** A file that a command was given, as text. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** That a file cannot be read, as a line on stderr; any other error as it is. */
export function unreadable(file: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : new CommandError(`${file} cannot be read (${code ?? ''})`);
}
