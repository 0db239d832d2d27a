/** A file that cannot be imported at all. The message says which, and what is wrong; nothing was written. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
