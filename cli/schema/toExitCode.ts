import { CommandError, type ExitCode, exitCodes } from '../command/commandError';
import { YamlFileError } from '../../shared/yaml/yamlFileError';
import type { Output } from './output';

/** Runs a schema command to its exit code: an expected error is a line, and so is what nobody foresaw. */
export async function toExitCode(run: () => Promise<ExitCode>, err: Output): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : String(error);
    // A file with a typo is a wrong call: each of its problems is a line.
    if (error instanceof YamlFileError) {
      err.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    const expected = error instanceof CommandError;
    err.write(expected ? `${message}\n` : `internal error: ${message}\n`);
    return expected ? error.exitCode : exitCodes.internal;
  }
}
