/** An upload that cannot be used. The message says what is wrong, in words for who uploaded it. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}
