import { z } from 'zod';
import { matchKey, readWallet, type WalletFacts } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { tagOf } from '../../../shared/caip/paymentTag';
import type { DepositRecord } from './deposit.record';
import { pairOf } from './registration.rules';
import { readCsv } from '../rows/readCsv';
import { flag, problemsOf } from '../rows/rowForms';
import type { Columns, ReadOptions, RowReading } from '../rows/rowReading';

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

/** The wallet that a venue names: no literal, which nothing can be paid to. */
export function depositWallet(
  address: string,
  chain: string | null | undefined,
  tag: string | null | undefined,
): DepositPlace | { readonly problem: string } {
  const read = readWallet(chain && !address.startsWith(`${chain}:`) ? `${chain}:${address}` : address);
  const written = quoteInput(address);
  if (!('wallet' in read)) return { problem: `${written} is not an address: ${read.problem}` };
  if (read.wallet.id.startsWith('literal:')) return { problem: `${written} is not an address` };
  const tagged = tagOf(read.wallet.chain, address, tag);
  return 'problem' in tagged ? tagged : { wallet: read.wallet, tag: tagged.tag };
}

/** Where a venue takes deposits, and the tag that tells an account's from others'. */
interface DepositPlace {
  readonly wallet: WalletFacts;
  readonly tag: string | null;
}

/** A row that says nothing of an end leaves one that is there as it is. */
function endingOf(ended: string | undefined): Pick<DepositRecord, 'stance' | 'endedAt'> {
  if (ended === undefined) return {};
  if (ended === 'no') return { stance: 'REGISTERS' };
  return { stance: 'ENDS', endedAt: ended === 'never' ? null : new Date(ended) };
}

interface DepositClaim extends Pick<
  DepositRecord,
  'venueId' | 'illustrative' | 'word' | 'stance' | 'endedAt'
> {
  readonly account: string;
  readonly source: SourceFacts;
}

export function depositOf({ account, ...claim }: DepositClaim, { wallet, tag }: DepositPlace): DepositRecord {
  const accountId = `${claim.venueId}:${account}`;
  return {
    ...claim,
    // Until it is stored: then it is numbered.
    _id: pairOf({ accountId, walletId: wallet.id, tag }),
    accountId,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    ...(tag === null ? {} : { tag }),
  };
}
