/**
 * The error that ends an import of transfers or deposits as a whole. One line, for the operator of the
 * command.
 */
export class TransferImportError extends Error {
  override readonly name = 'TransferImportError';
}
