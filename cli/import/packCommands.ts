import type { Command, Option } from 'commander';
import type { ExportTagpackOptions } from '../export/runExportTagpack';
import type { ImportPackOptions } from './runImportTagpack';

/** Adds the imports of GraphSense's label packs: TagPacks for wallets, ActorPacks for their owners. */
export function addPackImports(imports: Command, dataDirOption: () => Option): void {
  imports
    .command('tagpack')
    .description('import a TagPack, or every TagPack of a folder, beside a running server or without one')
    .argument('<path>', 'a YAML file, or a folder')
    .option('--json', 'print the report as one JSON object')
    .option('--report <file>', 'write every quarantined tag to this file, as JSON lines')
    .addOption(dataDirOption())
    .action(async (path: string, options: ImportPackOptions) =>
      (await import('./runImportTagpack.js')).runImportTagpack(path, options),
    );
  imports
    .command('actorpack')
    .description('import the actors of an ActorPack, beside a running server or without one')
    .argument('<file>', 'a YAML file')
    .option('--json', 'print the report as one JSON object')
    .addOption(dataDirOption())
    .action(async (file: string, options: ImportPackOptions) =>
      (await import('./runImportActorpack.js')).runImportActorpack(file, options),
    );
}

/** The same out: YAML on stdout. */
export function addPackExports(exports: Command, dataDirOption: () => Option): void {
  exports
    .command('tagpack')
    .description(
      'statements about wallets that are in force, as a TagPack on stdout; without those of our own analysts',
    )
    .option('--actor <id>', 'only of this actor, such as graphsense:binance')
    .addOption(dataDirOption())
    .action(async (options: ExportTagpackOptions) =>
      (await import('../export/runExportTagpack.js')).runExportTagpack(options),
    );
  exports
    .command('actorpack')
    .description('the actors of ActorPacks, as one ActorPack on stdout')
    .addOption(dataDirOption())
    .action(async (options: Omit<ExportTagpackOptions, 'actor'>) =>
      (await import('../export/runExportActorpack.js')).runExportActorpack(options),
    );
}
