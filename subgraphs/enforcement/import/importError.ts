/** A file that cannot be imported at all. The message names the file and the problem; nothing was written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
