import { z } from 'zod';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { DepositRecord } from './deposit.record';
import { depositOf, depositWallet } from './depositClaim.rules';
import { readCsv } from '../../../shared/rows/readCsv';
import { problemsOf } from '../../../shared/rows/problemsOf';
import { flag } from '../rows/rowForms';
import type { Columns, ReadOptions, RowReading } from '../../../shared/rows/rowReading';

const columns: Columns = {
  needed: ['venue', 'account', 'address'],
  optional: ['chain', 'illustrative', 'ended', 'tag'],
};

const form = z.object({
  venue: z
    .string({ message: 'it is missing' })
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'a venue is lower-case letters, digits and hyphens'),
  /** The pseudonym: with the venue's id before it, the account's id. */
  account: z
    .string({ message: 'it is missing' })
    .regex(/^[^\s:]{1,128}$/, 'a pseudonym has no space and no colon'),
  address: z.string({ message: 'it is missing' }).max(512, 'it is longer than 512 characters'),
  /** CAIP-2, where the form of the address does not say it. */
  chain: z.string().optional(),
  /** The account's destination tag or memo, where several accounts share the address. */
  tag: z.string().optional(),
  illustrative: flag,
  /** Since when it is not the account's any more; `never` where it never was; `no` to register one again that was ended. */
  ended: z
    .union([z.enum(['never', 'no']), z.iso.datetime({ offset: true })], {
      message: 'it is a time such as 2024-05-01T00:00:00Z, `never` or `no`',
    })
    .optional(),
});

/** Streams the deposit wallets of a CSV file, row by row. Throws ImportFileError where the file as a whole cannot be read. */
export async function* readDeposits(
  file: string,
  source: SourceFacts,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<DepositRecord>> {
  for await (const reading of readCsv(file, columns, options)) {
    if ('problem' in reading) yield reading;
    else {
      const parsed = form.safeParse(reading.row);
      if (!parsed.success) {
        yield { line: reading.line, problem: problemsOf(parsed.error) };
        continue;
      }
      const { venue, account, address, chain, illustrative, ended, tag } = parsed.data;
      const wallet = depositWallet(address, chain, tag);
      if ('wallet' in wallet) {
        const row = depositOf(
          { venueId: venue, account, illustrative, source, word: 'HOUSE', ...endingOf(ended) },
          wallet,
        );
        yield { line: reading.line, row };
      } else yield { line: reading.line, problem: `address: ${wallet.problem}` };
    }
  }
}

/** A row that says nothing of an end leaves one that is there as it is. */
function endingOf(ended: string | undefined): Pick<DepositRecord, 'stance' | 'endedAt'> {
  if (ended === undefined) return {};
  if (ended === 'no') return { stance: 'REGISTERS' };
  return { stance: 'ENDS', endedAt: ended === 'never' ? null : new Date(ended) };
}
