/** A list that cannot be imported. The message names the file, says what is wrong with it, and that nothing was changed. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
