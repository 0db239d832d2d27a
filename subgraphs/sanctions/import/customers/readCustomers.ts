import { isJsonLines } from '../../../../shared/rows/isJsonLines';
import { readCsv } from '../../../../shared/rows/readCsv';
import { readJsonLines } from '../../../../shared/rows/readJsonLines';
import type { Columns, ReadOptions, RowReading } from '../../../../shared/rows/rowReading';
import { type GivenCustomer, readCustomer } from '../../customer/customer.rules';

const columns: Columns = {
  needed: ['id', 'name'],
  optional: ['kind', 'aliases', 'birthDate', 'nationality', 'identifiers'],
};

/**
 * Streams the customers of a CSV or JSON lines file. An id that comes twice counts where it comes first: which of two is
 * right, nobody knows. Throws ImportFileError where the file as a whole is neither.
 */
export async function* readCustomers(
  file: string,
  today: string,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<GivenCustomer>> {
  const seen = new Map<string, number>();
  const rows = (await isJsonLines(file))
    ? readJsonLines(file, columns, options)
    : readCsv(file, columns, options);
  for await (const read of rows) {
    if ('problem' in read) {
      yield read;
      continue;
    }
    const { line } = read;
    const customer = readCustomer(read.row, today);
    if ('problem' in customer) {
      yield { line, problem: customer.problem };
      continue;
    }
    const { ownId } = customer.row;
    const before = seen.get(ownId);
    if (before === undefined) {
      seen.set(ownId, line);
      yield { line, row: customer.row };
    } else yield { line, problem: `id: it is that of line ${before} too` };
  }
}
