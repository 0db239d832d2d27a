import { z } from 'zod';
import { matchKey } from '../../../shared/caip/wallet';
import type { DepositRecord } from '../deposit/deposit.record';
import { type CsvColumns, readCsv, type RowReading } from './readCsv';
import { flag, problemsOf, wallet } from './rowForms';

const columns: CsvColumns = { needed: ['venue', 'account', 'address'], optional: ['illustrative'] };

const form = z.object({
  venue: z
    .string({ message: 'it is missing' })
    .regex(/^[a-z0-9-]{1,64}$/, 'a venue is lower-case letters, digits and hyphens'),
  /** The pseudonym: with the venue's id before it, the account's id. */
  account: z
    .string({ message: 'it is missing' })
    .regex(/^[^\s:]{1,128}$/, 'a pseudonym has no space and no colon'),
  address: wallet,
  illustrative: flag,
});

/** Streams the deposit wallets of a CSV file, row by row. Throws CsvFileError where the file as a whole cannot be read. */
export async function* readDeposits(file: string): AsyncGenerator<RowReading<DepositRecord>> {
  for await (const reading of readCsv(file, columns)) {
    if ('problem' in reading) yield reading;
    else {
      const parsed = form.safeParse(reading.row);
      if (parsed.success) yield { line: reading.line, row: depositOf(parsed.data) };
      else yield { line: reading.line, problem: problemsOf(parsed.error) };
    }
  }
}

function depositOf({ venue, account, address, illustrative }: z.output<typeof form>): DepositRecord {
  const accountId = `${venue}:${account}`;
  return {
    _id: `${accountId} ${address.id}`,
    venueId: venue,
    accountId,
    walletId: address.id,
    matchKey: matchKey(address),
    illustrative,
  };
}
