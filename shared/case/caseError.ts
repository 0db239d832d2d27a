/** A case folder that cannot be imported. The message names the file, the place and the problem. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}
