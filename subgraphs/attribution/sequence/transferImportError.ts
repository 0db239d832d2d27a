/** What ends an import of transfers or deposits as a whole. One line, for whoever ran it. */
export class TransferImportError extends Error {
  override readonly name = 'TransferImportError';
}
