import type { Command, Option } from 'commander';
import type { ImportClaimsOptions } from './runImportClaims';

/** `cordon import claims`: what sources say, with their words. */
export function addClaimsImport(imports: Command, dataDirOption: () => Option): void {
  imports
    .command('claims')
    .description(
      "import claims with their words, each checked at its place in its source's text, beside a running server or without one",
    )
    .argument('<file>', 'the file of claims, JSON (docs/concepts/claims.md)')
    .requiredOption('--sources <folder>', "the folder of the texts that the file's sources name")
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (file: string, options: ImportClaimsOptions) =>
      (await import('./runImportClaims.js')).runImportClaims(file, options),
    );
}
