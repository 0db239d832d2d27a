import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { DepositRecord } from '../deposit/deposit.record';
import type { AttributionRecords } from '../connectAttribution';
import { readDeposits } from '../deposit/depositRows';
import { fileDigest } from '../../../shared/rows/fileDigest';
import { importFile, type ImportOptions, type ImportReport } from '../../../shared/rows/importFile';
import { fileSource } from './importTransfers';
import { contestedWallets, storeDeposits } from '../deposit/storeDeposits.store';

/** An account that a deposit wallet names. */
interface NamedAccount {
  readonly venue: string;
  readonly account: string;
  readonly illustrative: boolean;
}

/** Registers accounts at their owner; returns those that it rejects, by id, with the reason. */
export type RegisterAccounts = (
  rows: readonly NamedAccount[],
  source: SourceFacts,
) => Promise<ReadonlyMap<string, string>>;

/** A wallet of several accounts without a tag to tell them apart: all statements are kept. */
export interface ContestedWallet {
  readonly line: number;
  readonly wallet: string;
  readonly venues: readonly string[];
}

export interface DepositsReport extends ImportReport {
  /**
   * The number of rows of wallets that another account has too, of this venue or of another; the first 100
   * are named.
   */
  readonly contested: number;
  readonly contestedWallets: readonly ContestedWallet[];
}

const contestedNamed = 100;

/**
 * Imports deposit wallets from a CSV file. The accounts of a batch are registered before its wallets are
 * stored. So no deposit wallet names a missing account, wherever the import is cut off. Throws
 * ImportFileError.
 */
export async function importDeposits(
  records: AttributionRecords,
  file: string,
  { register, ...options }: ImportOptions & { readonly register: RegisterAccounts },
): Promise<DepositsReport> {
  const source = fileSource(file);
  const digest = fileDigest();
  let contested = 0;
  const named: ContestedWallet[] = [];
  const report = await importFile<DepositRecord>(
    records,
    {
      kind: 'DEPOSITS',
      file,
      digest,
      readings: readDeposits(file, source, { ...options, onChunk: digest.onChunk }),
      async store(batch) {
        const rejected = await register(
          batch.map(({ row }) => accountOf(row)),
          source,
        );
        const good = batch.filter(({ row }) => !rejected.has(row.accountId));
        const rows = good.map(({ row }) => row);
        const { stored, duplicates, conflicts } = await storeDeposits(records.deposits, rows, 'keep');
        const claims = await contestedWallets(records.deposits, rows);
        for (const { line, row } of good) {
          const venues = claims.get(row.matchKey);
          if (!venues) continue;
          contested++;
          if (named.length < contestedNamed) named.push({ line, wallet: row.walletId, venues });
        }
        const bad = batch.flatMap(({ line, row }) => {
          const problem = rejected.get(row.accountId);
          return problem === undefined ? [] : [{ line, problem }];
        });
        const conflicting = conflicts.map(({ place, problem }) => ({
          line: good[place]?.line ?? 0,
          problem,
        }));
        return {
          stored: stored.length,
          duplicates: duplicates.length,
          quarantined: [...bad, ...conflicting],
        };
      },
    },
    options,
  );
  return { ...report, contested, contestedWallets: named };
}

const accountOf = ({ venueId, accountId, illustrative }: DepositRecord): NamedAccount => ({
  venue: venueId,
  account: accountId.slice(venueId.length + 1),
  illustrative,
});
