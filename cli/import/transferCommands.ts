import type { Command, Option } from 'commander';
import type { FileImportOptions } from './fileImport';

/**
 * Adds the imports of files into attribution: transfers, the swaps and bridges between them, and the deposit
 * wallets of venues.
 */
export function addTransferImports(imports: Command, dataDirOption: () => Option): void {
  const addFileImport = (
    name: string,
    description: string,
    run: (file: string, options: FileImportOptions) => Promise<void>,
  ) =>
    imports
      .command(name)
      .description(`${description}, beside a running server or without one`)
      .argument('<file>', 'the file')
      .option('--json', 'print the report as one JSON object')
      .option('--report <file>', 'write every quarantined row to this file, as JSON lines')
      .addOption(dataDirOption())
      .action(run);
  addFileImport(
    'transfers',
    'import transfers from CSV (chain,tx,index,time,from,to,asset,amount) or JSON lines',
    async (file, options) => (await import('./runImportTransfers.js')).runImportTransfers(file, options),
  );
  addFileImport(
    'crossings',
    'import recorded swaps and bridges from CSV (kind,inChain,inTx,inIndex,outChain,outTx,outIndex,source) or JSON lines',
    async (file, options) => (await import('./runImportCrossings.js')).runImportCrossings(file, options),
  );
  addFileImport(
    'deposits',
    "import the wallets that venues take customers' deposits at from CSV (venue,account,address[,chain])",
    async (file, options) => (await import('./runImportDeposits.js')).runImportDeposits(file, options),
  );
}
