/** A file of control events that cannot be read as such at all. One line, with the file. */
export class ControlFileError extends Error {
  override readonly name = 'ControlFileError';
}
