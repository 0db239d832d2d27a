export type StoreErrorCode =
  | 'STORE_IN_USE'
  | 'STORE_FOLDER_UNUSABLE'
  | 'STORE_DAMAGED'
  | 'STORE_FORMAT_NEWER'
  | 'STORE_PORT_IN_USE'
  | 'STORE_NOT_BUILT'
  | 'STORE_FAILED';

/**
 * The reason why a store could not be opened, or ended early: one sentence with the folder in it, and the
 * remedy.
 */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
