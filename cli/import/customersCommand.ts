import { type Command, InvalidArgumentError, Option } from 'commander';
import { isVenue } from '../../subgraphs/sanctions/customer/tenant.rules';
import type { ImportCustomersOptions } from './runImportCustomers';

export function addCustomersImport(imports: Command, dataDirOption: () => Option): void {
  imports
    .command('customers')
    .description(
      'import customers to watch from CSV (id,name[,kind,aliases,birthDate,nationality,identifiers]) or JSON lines, beside a running server or without one',
    )
    .argument(
      '<file>',
      'the file; in CSV several aliases or identifiers stand in one field, with `;` between them',
    )
    .addOption(
      new Option('--venue <id>', 'the venue whose customers they are (default: the operator)').argParser(
        readVenue,
      ),
    )
    .option('--json', 'print the report as one JSON object')
    .option('--report <file>', 'write every quarantined row to this file, as JSON lines')
    .addOption(dataDirOption())
    .action(async (file: string, options: ImportCustomersOptions) =>
      (await import('./runImportCustomers.js')).runImportCustomers(file, options),
    );
}

function readVenue(given: string): string {
  if (!isVenue(given))
    throw new InvalidArgumentError('a venue is 1 to 64 lower-case letters, digits and hyphens');
  return given;
}
