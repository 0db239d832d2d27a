import { noteSyncDue } from '../../subgraphs/attribution/listing/listingSync.store';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import { importLists, type ImportReport } from '../../subgraphs/sanctions/import/importLists';
import type { ListReading } from '../../subgraphs/sanctions/list/listReading';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import type { LossKind } from '../../subgraphs/sanctions/import/findLosses.rules';
import type { LossAcceptance } from '../../subgraphs/sanctions/import/rejectLosses';
import { sanitizeForTerminal } from '../output/sanitizeForTerminal';
import { usageError } from '../command/commandError';
import { importProgress, noProgress } from '../output/importProgress';
import { syncListings } from '../databases/syncListings';
import { withAttribution, withSanctions, withStore } from '../databases/withDatabases';

export interface ImportListOptions {
  /** YYYY-MM-DD */
  readonly version?: string;
  /** The percentage of entries that may be missing. */
  readonly shrinkLimit?: number;
  /** The kinds of losses to let through; only with `reason`. */
  readonly acceptLoss?: readonly LossKind[];
  readonly reason?: string;
  readonly allowDateDifference?: boolean;
  /** Of OpenSanctions: the name of the data set. */
  readonly dataset?: string;
  /** Of OFAC's files only: whether others that look alike may lie beside them. */
  readonly only?: boolean;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** Imports lists of one format from files, beside a running server or without one. */
export async function runImportLists(
  read: () => Promise<readonly ListReading[]>,
  options: ImportListOptions,
): Promise<void> {
  const acceptLoss = lossAcceptance(options);
  const progress = options.json ? noProgress : importProgress();
  const reports = await withStore(options.dataDir, (target) =>
    withSanctions(target, (sanctions) =>
      withAttribution(target, async (attribution) => {
        const sync = () => {
          progress.show({ text: 'bringing listed wallets and linked actors to attribution' });
          return syncListings(
            { sanctions, attribution },
            { onWait: (holder) => progress.show({ text: `waiting for another import to end (${holder})` }) },
          );
        };
        const published = await importLists(
          { store: listVersionStore(sanctions), leases: importLeaseStore(sanctions.importLeases) },
          read,
          {
            ...(options.version ? { version: options.version } : {}),
            ...(options.shrinkLimit === undefined ? {} : { shrinkLimit: options.shrinkLimit / 100 }),
            ...(acceptLoss ? { acceptLoss } : {}),
            allowDateDifference: options.allowDateDifference ?? false,
            beforePublish: () => noteSyncDue(attribution),
            onStep: (step) => progress.show(step),
          },
        ).catch(async (error: unknown) => {
          // A publication before the failure is brought over too. Where that fails, traces report it until it
          // is done, and the first failure is the error.
          await sync().catch(() => undefined);
          throw error;
        });
        await sync();
        return published;
      }),
    ),
  ).finally(() => progress.stop());
  for (const report of reports) process.stdout.write(options.json ? asJson(report) : asText(report));
}

/** Throws CommandError where one of the two options is given without the other. */
function lossAcceptance({ acceptLoss: kinds, reason }: ImportListOptions): LossAcceptance | null {
  if (kinds === undefined && reason === undefined) return null;
  if (kinds === undefined) throw usageError('--reason says why a loss is accepted: give --accept-loss too');
  if (!reason?.trim()) throw usageError('--accept-loss needs --reason "<why nothing is missing>"');
  return { kinds, reason: reason.trim() };
}

function asJson({ rows, absent, ...report }: ImportReport): string {
  return `${JSON.stringify({ ...report, absent, rows })}\n`;
}

function asText(report: ImportReport): string {
  const { list, version, added, removed, changed, relinked, seconds, peakMemoryMb } = report;
  const lines = [
    `${list}, version ${version}: ${report.entries} entries (${added} added, ${removed} removed, ${changed} changed, ${relinked} linked otherwise)`,
    `  ${report.aliases} alternate names, ${report.addresses} addresses, ${report.wallets} wallets, ${report.relationships} relationships ` +
      `(${report.relationshipsToOtherLists} more to other lists, ${report.unresolvedRelationships} unresolved)`,
    ...report.rows.map(
      ({ kind, rows, facts, empty, quarantined }) =>
        `  ${kind.toLowerCase().padEnd(12)} ${rows} rows in = ${facts} facts + ${empty} empty + ${quarantined} quarantined`,
    ),
    ...(report.dateAssumed
      ? ['  date assumed: nothing says when this list was published, so its age is unknown (give --version)']
      : []),
    ...(report.inForce === version
      ? []
      : [
          `  not in force: version ${report.inForce} has a later day; if that day is wrong or assumed: cordon list withdraw ${list} ${report.inForce} --reason "<why>"`,
        ]),
    ...report.warnings.map((warning) => `  warning: ${sanitizeForTerminal(warning)}`),
    ...report.differences.map(
      ({ kind, file, count, entries }) =>
        `  only in ${file}: ${count} ${kind}, of entries ${entries.join(', ')}${count > entries.length ? ' ...' : ''}`,
    ),
    ...report.acceptedLosses.flatMap(({ losses, reason }) =>
      losses.map((loss) => `  accepted: ${loss} (${sanitizeForTerminal(reason)})`),
    ),
    ...(report.absent.length > 0 ? [`  not given: ${report.absent.join(', ')}`] : []),
    `  ${seconds} s, ${peakMemoryMb} MB`,
  ];
  return `${lines.join('\n')}\n`;
}
