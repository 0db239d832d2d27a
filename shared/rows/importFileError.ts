/** A file that cannot be read as what it should be at all: absent, broken, or with other columns. One line, with the file. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
}

/** Returns the error of a file as a whole, in one line. */
export function importFileError(file: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new ImportFileError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new ImportFileError(`${file}: it is a folder`);
  if (code === 'EACCES') return new ImportFileError(`${file}: it may not be read`);
  return error instanceof Error ? error : new Error(String(error));
}
