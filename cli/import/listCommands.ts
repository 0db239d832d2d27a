import { type Command, InvalidArgumentError, type Option } from 'commander';
import { isDay } from '../../shared/scalars/date';
import { type LossKind, lossKinds } from '../../subgraphs/sanctions/import/findLosses.rules';
import type { ExportWalletsOptions } from '../export/runExportWallets';
import type { ImportListOptions } from './runImportLists';

/** The formats of sanctions lists, each with its reader and the options that only it has. */
const formats = [
  {
    name: 'ofac',
    description: "import OFAC's SDN and consolidated lists from their files",
    only: true,
    read: async (files: readonly string[], { only }: ImportListOptions) =>
      (await import('../../subgraphs/sanctions/import/ofac/readOfac.js')).readOfac(files, { only }),
  },
  {
    name: 'un',
    description: "import the UN Security Council's consolidated list from its XML",
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/un/readUn.js')).readUn(files),
  },
  {
    name: 'eu',
    description: "import the EU's consolidated list of financial sanctions from its XML (FSF 1.1)",
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/eu/readEu.js')).readEu(files),
  },
  {
    name: 'uk',
    description: 'import the UK Sanctions List of the FCDO from its XML or its CSV',
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/uk/readUk.js')).readUk(files),
  },
  {
    name: 'ca',
    description: "import Canada's consolidated autonomous sanctions list (SEMA) from its XML",
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/ca/readCa.js')).readCa(files),
  },
  {
    name: 'ch',
    description: 'import the Swiss list of SECO from the XML of the whole list',
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/ch/readCh.js')).readCh(files),
  },
  {
    name: 'au',
    description: "import Australia's Consolidated List of DFAT from its XLSX, or its sheet as CSV",
    read: async (files: readonly string[]) =>
      (await import('../../subgraphs/sanctions/import/au/readAu.js')).readAu(files),
  },
  {
    name: 'opensanctions',
    description: 'import an OpenSanctions data set from its FollowTheMoney JSON lines',
    read: async (files: readonly string[], { dataset }: ImportListOptions) =>
      (await import('../../subgraphs/sanctions/import/ftm/readFtm.js')).readFtm(
        files,
        dataset === undefined ? {} : { dataset },
      ),
    datasets: true,
  },
];

export function addListImports(imports: Command, dataDirOption: () => Option): void {
  for (const { name, description, read, datasets = false, only = false } of formats) {
    const command = imports.command(name);
    if (datasets)
      command.option(
        '--dataset <name>',
        'the data set or collection, such as us_ofac_sdn (default: the one that every entity is of)',
      );
    if (only)
      command.option(
        '--only',
        "import the files with OFAC's own names, and leave those that look alike unread",
      );
    command
      .description(`${description}, beside a running server or without one`)
      .argument('<files...>', 'a folder, or the files')
      .option(
        '--version <day>',
        'the day of publication, YYYY-MM-DD (default: as the files say, else today, marked as assumed)',
        readListVersion,
      )
      .option(
        '--shrink-limit <percent>',
        'how many of the entries may be missing against the version before (default: 5)',
        readPercentage,
      )
      .option(
        '--accept-loss <kinds>',
        `publish although these are missing against the version before, with commas between: ${lossKinds.join(', ')}`,
        readLossKinds,
      )
      .option('--reason <text>', 'why the losses are accepted; kept with the version')
      .option('--allow-date-difference', 'publish although files are dated more than a day from --version')
      .option('--json', 'print one JSON object a list on a line')
      .addOption(dataDirOption())
      .action(async (files: string[], options: ImportListOptions) =>
        (await import('./runImportLists.js')).runImportLists(() => read(files, options), options),
      );
  }
}

function readListVersion(given: string): string {
  if (!isDay(given)) throw new InvalidArgumentError('a version is a day, YYYY-MM-DD');
  return given;
}

function readLossKinds(given: string): LossKind[] {
  return given.split(',').map((text) => {
    const kind = lossKinds.find((known) => known === text.trim().toLowerCase());
    if (!kind)
      throw new InvalidArgumentError(`${JSON.stringify(text)} is no kind of loss: ${lossKinds.join(', ')}`);
    return kind;
  });
}

function readPercentage(given: string): number {
  if (!/^\d+(\.\d+)?$/.test(given) || Number(given) > 100)
    throw new InvalidArgumentError('a percentage is a number from 0 to 100');
  return Number(given);
}

export function addExports(exports: Command, dataDirOption: () => Option): void {
  exports
    .command('wallets')
    .description('the listed addresses of the version in force, one line each')
    .requiredOption('--list <id>', 'the list, such as ofac-sdn')
    .option('--json', 'print one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options: ExportWalletsOptions) =>
      (await import('../export/runExportWallets.js')).runExportWallets(options),
    );
}
