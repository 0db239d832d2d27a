/** The failure of a check that may have stored a part of its upload. The message says which; the cause is why it failed. */
export class PartlyStoredError extends Error {
  override readonly name = 'PartlyStoredError';

  constructor(
    message: string,
    override readonly cause: unknown,
  ) {
    super(message);
  }
}
