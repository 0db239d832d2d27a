/** A case folder that cannot be imported. The message says which file, where in it, and what is wrong. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}
