import { designationsIn } from '../../subgraphs/sanctions/list/listDesignation.rules';
import type { ListEntry } from '../../subgraphs/sanctions/list/listEntry';
import { loadLists } from '../../subgraphs/sanctions/list/loadLists';
import { listedEntries } from '../../subgraphs/sanctions/list/listedActor';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { exportWallets, type ExportedWallet } from '../../subgraphs/sanctions/wallet/exportWallets';
import { CommandError } from '../command/commandError';
import { withSanctions, withStore } from '../databases/withDatabases';

export interface ExportWalletsOptions {
  readonly list: string;
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `cordon export wallets`: the addresses of the version in force, one line each. */
export async function runExportWallets(options: ExportWalletsOptions): Promise<void> {
  const lists = await withStore(options.dataDir, (target) =>
    withSanctions(target, (records) => loadLists(listVersionStore(records), [])),
  );
  const list = lists.find((one) => one.list === options.list);
  if (!list)
    throw new CommandError(
      noSuchList(
        options.list,
        lists.map((one) => one.list),
      ),
    );
  const today = new Date().toISOString().slice(0, 10);
  const entries = listedEntries(list)
    .filter(({ current, entry }) => current && designates(entry, today))
    .map(({ entry }) => entry);
  process.stdout.write(
    exportWallets(entries)
      .map(options.json ? asJson : asText)
      .join(''),
  );
}

/** A list that dates its designations has entries whose last one has ended. */
const designates = (entry: ListEntry, today: string) =>
  designationsIn(entry).some(({ to }) => to === null || to >= today);

const noSuchList = (list: string, lists: readonly string[]) =>
  `no version of the list ${JSON.stringify(list)} is imported: ${lists.length > 0 ? `there is ${lists.join(', ')}` : 'there is no list at all (cordon import ofac)'}`;

const asJson = (wallet: ExportedWallet) => `${JSON.stringify(wallet)}\n`;

const asText = ({ entry, currency, address, problem }: ExportedWallet) =>
  `${entry.padEnd(8)} ${currency.padEnd(6)} ${address}${problem === null ? '' : `  (${problem})`}\n`;
