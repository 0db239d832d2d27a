import { z } from 'zod';
import { matchKey, readWallet, type WalletFacts } from '../../../shared/caip/wallet';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { DepositRecord } from '../deposit/deposit.record';
import { readCsv } from './readCsv';
import { flag, problemsOf } from './rowForms';
import type { Columns, ReadOptions, RowReading } from './rowReading';

const columns: Columns = { needed: ['venue', 'account', 'address'], optional: ['chain', 'illustrative'] };

const form = z.object({
  venue: z
    .string({ message: 'it is missing' })
    .regex(/^[a-z0-9-]{1,64}$/, 'a venue is lower-case letters, digits and hyphens'),
  /** The pseudonym: with the venue's id before it, the account's id. */
  account: z
    .string({ message: 'it is missing' })
    .regex(/^[^\s:]{1,128}$/, 'a pseudonym has no space and no colon'),
  address: z.string({ message: 'it is missing' }).max(512, 'it is longer than 512 characters'),
  /** CAIP-2, where the form of the address does not say it. */
  chain: z.string().optional(),
  illustrative: flag,
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
      const { venue, account, address, chain, illustrative } = parsed.data;
      const wallet = depositWallet(address, chain);
      if ('wallet' in wallet) {
        const row = depositOf({ venueId: venue, account, illustrative, source }, wallet.wallet);
        yield { line: reading.line, row };
      } else yield { line: reading.line, problem: `address: ${wallet.problem}` };
    }
  }
}

/** The wallet that a venue names: no literal, which nothing can be paid to. */
export function depositWallet(
  address: string,
  chain: string | null | undefined,
): { readonly wallet: WalletFacts } | { readonly problem: string } {
  const read = readWallet(chain && !address.startsWith(`${chain}:`) ? `${chain}:${address}` : address);
  const written = JSON.stringify(address.slice(0, 200));
  if (!('wallet' in read)) return { problem: `${written} is not an address: ${read.problem}` };
  if (read.wallet.id.startsWith('literal:')) return { problem: `${written} is not an address` };
  return read;
}

interface DepositClaim extends Pick<DepositRecord, 'venueId' | 'illustrative'> {
  readonly account: string;
  readonly source: SourceFacts;
}

export function depositOf(
  { venueId, account, illustrative, source }: DepositClaim,
  wallet: WalletFacts,
): DepositRecord {
  const accountId = `${venueId}:${account}`;
  return {
    _id: `${accountId} ${wallet.id}`,
    venueId,
    accountId,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    illustrative,
    source,
  };
}
