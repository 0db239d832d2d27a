import { isJsonLines } from '../../../shared/rows/isJsonLines';
import { addressReader } from './movementForms';
import type { NewMovement } from './newTransfer';
import { readCsv } from '../../../shared/rows/readCsv';
import { readJsonLines } from '../../../shared/rows/readJsonLines';
import type { ReadOptions, RowReading } from '../../../shared/rows/rowReading';
import { readTransfer, type SourceOf, transferColumns, type TransferReading } from './transferRows';
import { readUtxoTransaction, utxoColumns } from './utxoRows';

/**
 * Streams the transfers of a file: CSV, or JSON lines, where a transaction may have inputs and outputs instead of from, to
 * and amount. Throws ImportFileError where the file as a whole is neither.
 */
export async function* readMovements(
  file: string,
  sourceOf: SourceOf,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<NewMovement>> {
  const reading: TransferReading = {
    sourceOf,
    now: new Date(),
    toItself: 'rejected',
    address: addressReader(),
  };
  const jsonColumns = { ...transferColumns, optional: [...transferColumns.optional, ...utxoColumns] };
  const rows = (await isJsonLines(file))
    ? readJsonLines(file, jsonColumns, options)
    : readCsv(file, transferColumns, options);
  for await (const read of rows) {
    if ('problem' in read) yield read;
    else {
      const isUtxo = utxoColumns.some((name) => name in read.row);
      yield { line: read.line, ...(isUtxo ? readUtxoTransaction : readTransfer)(read.row, reading) };
    }
  }
}
