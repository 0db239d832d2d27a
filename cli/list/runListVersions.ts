import type { ListVersionRecord } from '../../subgraphs/sanctions/list/listVersion.record';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { sanitizeForTerminal } from '../output/sanitizeForTerminal';
import { CommandError } from '../command/commandError';
import { withSanctions, withStore } from '../databases/withDatabases';

export interface ListVersionsOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

interface VersionLine extends Pick<
  ListVersionRecord,
  'list' | 'version' | 'importedAt' | 'entries' | 'wallets'
> {
  readonly publishedOn: string | null;
  readonly dateAssumed: boolean;
  readonly state: 'IN_FORCE' | 'SUPERSEDED' | 'WITHDRAWN';
  readonly withdrawnAt: Date | null;
  readonly reason: string | null;
}

/** `cordon list versions`: every version of every list, those that were withdrawn too. */
export async function runListVersions(list: string | undefined, options: ListVersionsOptions): Promise<void> {
  const all = await withStore(options.dataDir, (target) =>
    withSanctions(target, (records) => versionLines(records)),
  );
  const lines = list === undefined ? all : all.filter((one) => one.list === list);
  if (list !== undefined && lines.length === 0) {
    const there = [...new Set(all.map((one) => one.list))].join(', ') || 'none';
    throw new CommandError(`no version of the list ${JSON.stringify(list)} is imported (there is: ${there})`);
  }
  process.stdout.write(lines.map(options.json ? asJson : asText).join(''));
}

async function versionLines(records: Parameters<typeof listVersionStore>[0]): Promise<VersionLine[]> {
  const store = listVersionStore(records);
  const published = await store.all();
  const newest = new Map(published.map(({ list, version }) => [list, version]));
  const lines = [
    ...published.map((one) =>
      lineOf(one, {
        state: newest.get(one.list) === one.version ? 'IN_FORCE' : 'SUPERSEDED',
        withdrawnAt: null,
        reason: null,
      }),
    ),
    ...(await store.withdrawn()).map((one) =>
      lineOf(one, { state: 'WITHDRAWN', withdrawnAt: one.withdrawnAt, reason: one.reason }),
    ),
  ];
  const key = ({ list, version }: VersionLine) => `${list}@${version}`;
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function lineOf(
  { list, version, publishedOn, dateAssumed = false, importedAt, entries, wallets }: ListVersionRecord,
  state: Pick<VersionLine, 'state' | 'withdrawnAt' | 'reason'>,
): VersionLine {
  return {
    list,
    version,
    ...state,
    publishedOn: publishedOn ?? null,
    dateAssumed,
    importedAt,
    entries,
    wallets,
  };
}

const asJson = (line: VersionLine) => `${JSON.stringify(line)}\n`;

function asText({
  list,
  version,
  state,
  dateAssumed,
  importedAt,
  entries,
  withdrawnAt,
  reason,
}: VersionLine) {
  const words = state.toLowerCase().replace('_', ' ');
  const assumed = dateAssumed ? ', date assumed' : '';
  const why = withdrawnAt ? ` (${withdrawnAt.toISOString()}: ${sanitizeForTerminal(reason ?? '')})` : '';
  return `${list.padEnd(14)} ${version}  ${words.padEnd(10)} ${entries} entries, imported ${importedAt.toISOString()}${assumed}${why}\n`;
}
