import type { Command, Option } from 'commander';
import type { ImportFreezesOptions } from './runImportFreezes';

export function addFreezesImport(imports: Command, dataDirOption: () => Option): void {
  imports
    .command('freezes')
    .description(
      "import the freezes, unfreezes and destructions of a token's contract from their events, beside a running server or without one",
    )
    .argument('<file.csv>', 'the control events of USDT on Ethereum, in any order')
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (file: string, options: ImportFreezesOptions) =>
      (await import('./runImportFreezes.js')).runImportFreezes(file, options),
    );
}
