import type { Command, Option } from 'commander';
import type { ListPublishOptions } from './runListPublish';
import type { ListVersionsOptions } from './runListVersions';
import type { ListWithdrawOptions } from './runListWithdraw';

/** `cordon list`: the versions of lists that are imported. All work beside a running server or without one. */
export function addListVersions(program: Command, dataDirOption: () => Option): void {
  const list = program.command('list').description('the versions of the sanctions lists that are imported');
  list
    .command('versions')
    .description('print every version with its state: in force, superseded or withdrawn')
    .argument('[list]', 'one list, such as ofac-sdn (default: all)')
    .option('--json', 'print one JSON object a version on a line')
    .addOption(dataDirOption())
    .action(async (id: string | undefined, options: ListVersionsOptions) =>
      (await import('./runListVersions.js')).runListVersions(id, options),
    );
  list
    .command('publish')
    .description(
      'publish uploaded lists as they are approved, and bring listed wallets to attribution, until it is stopped: for a fleet',
    )
    .option('--once', 'publish what is approved now, and end; exit 1 where a list could not be published')
    .addOption(dataDirOption())
    .action(async (options: ListPublishOptions) =>
      (await import('./runListPublish.js')).runListPublish(options),
    );
  list
    .command('withdraw')
    .description(
      'take a version out of force for good, such as one of a mistyped day; it is kept with the reason',
    )
    .argument('<list>', 'the list, such as ofac-sdn')
    .argument('<version>', 'the version, as `cordon list versions` prints it')
    .requiredOption('--reason <text>', 'why it is withdrawn; kept with the version')
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (id: string, version: string, options: ListWithdrawOptions) =>
      (await import('./runListWithdraw.js')).runListWithdraw(id, version, options),
    );
}
