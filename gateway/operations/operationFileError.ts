/** A file of stored operations that cannot be read as one. The message begins with the file, and the line where there is one. */
export class OperationFileError extends Error {
  override readonly name = 'OperationFileError';
}
