import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { checkEnvironment } from '../shared/config/environment';
import { projectRoot } from '../shared/config/projectRoot';
import { addBlockedReport } from './export/blockedReportCommand';
import { addClaimsImport } from './import/claimsCommand';
import { addCustomersImport } from './import/customersCommand';
import { addListVersions } from './list/listCommands';
import { addLedger } from './ledger/ledgerCommands';
import { addFreezesImport } from './import/freezesCommand';
import { addExports, addListImports } from './import/listCommands';
import type { ImportOptions } from './import/runImportCase';
import { addPartners } from './partners/partnersCommands';
import { addSchema } from './schema/schemaCommands';
import { addScreen } from './screen/screenCommand';
import { addPackExports, addPackImports } from './import/packCommands';
import type { StartOptions } from './start/start';
import type { StoreOptions } from './store/storeConfig';
import { addToken } from './token/tokenCommands';
import { addTransferImports } from './import/transferCommands';

function portOption(description: string): Option {
  return new Option('--port <number>', description).argParser((given) => {
    if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535)
      throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
    return Number(given);
  });
}

const dataDirOption = () =>
  new Option('--data-dir <folder>', 'the data folder (default: CORDON_DATA_DIR, else `data` in the project)');

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}

/**
 * Returns the whole command line; docs/reference/cli.md is made from it. A command's code is loaded when it is run:
 * `token` need not wait for the gateway and mongoose.
 */
export function commandLine(): Command {
  const program = new Command('cordon')
    .description('A federated compliance graph: sanctions, attribution and enforcement.')
    .version(readVersion(), '--version', 'print the version')
    // So that `--version <id>` after a command is that command's own.
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(cordon --help names every command)');

  program
    .command('start')
    .description('serve the gateway, the three subgraphs and the embedded store in one process')
    .addOption(portOption('the port of the gateway (default: PORT, else 4000)'))
    .addOption(dataDirOption())
    .action(async (options: StartOptions) => (await import('./start/start.js')).runStart(options));

  program
    .command('store')
    .description('serve the embedded store on a loopback port, for deployables as processes of their own')
    .addOption(portOption('the port (default: a free one)'))
    .option(
      '--password-file <file>',
      'the file that holds the password (default: CORDON_STORE_PASSWORD, else one that the data folder keeps)',
    )
    .addOption(dataDirOption())
    .action(async (options: StoreOptions) => (await import('./store/store.js')).runStore(options));

  addToken(program, dataDirOption);

  const imports = program.command('import').description('bring data in');
  imports
    .command('case')
    .description('load a case folder into all three subgraphs, beside a running server or without one')
    .argument('<folder>', 'the folder that holds case.yaml')
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (folder: string, options: ImportOptions) =>
      (await import('./import/runImportCase.js')).runImportCase(folder, options),
    );

  addClaimsImport(imports, dataDirOption);
  addListImports(imports, dataDirOption);
  addCustomersImport(imports, dataDirOption);
  addTransferImports(imports, dataDirOption);
  addPackImports(imports, dataDirOption);
  addFreezesImport(imports, dataDirOption);
  const exports = program.command('export').description('take data out');
  addExports(exports, dataDirOption);
  addPackExports(exports, dataDirOption);
  addBlockedReport(exports, dataDirOption);
  addScreen(program, dataDirOption);
  addListVersions(program, dataDirOption);
  addLedger(program, dataDirOption);

  addPartners(program);
  addSchema(program);
  return program;
}

/** Runs a command line. Sets the exit code; expected problems are a line on stderr each, never a stack. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', endWithReader);
  try {
    for (const warning of checkEnvironment(process.env)) process.stderr.write(`cordon: ${warning}\n`);
    await commandLine().parseAsync(args, { from: 'user' });
  } catch (error) {
    // Loaded only now: it knows the errors of all subgraphs, and a command needs the code of few.
    const { reportError } = await import('./command/reportError.js');
    process.exitCode = reportError(error);
  }
}

/** A reader that stops, as in `cordon schema export | head`, wants no more: that is no error. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
