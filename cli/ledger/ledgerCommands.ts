import { type Command, InvalidArgumentError, Option } from 'commander';
import { ledgerNames } from './ledgerNames';
import type { LedgerOptions } from './openLedger';
import type { KeyOptions } from './runCheckpoint';
import type { ProveOptions } from './runProve';
import type { RebuildOptions } from './runRebuild';
import type { VerifyOptions } from './runVerify';

const ledgerOption = () =>
  new Option(
    '--ledger <name>',
    'which one: of enforcement, the log of restricted reads, or the decisions on matches of customers',
  )
    .choices(ledgerNames)
    .default('enforcement');

/**
 * `cordon ledger`: proves the ledger and its projections. All work beside a running server or without one.
 */
export function addLedger(program: Command, dataDirOption: () => Option): void {
  const ledger = program.command('ledger').description('prove the ledger, and make its views anew');
  ledger
    .command('verify')
    .description(
      'check every event, its place and its hash, and every checkpoint: exit 0 where all hold, else 1',
    )
    .addOption(ledgerOption())
    .option('--file <file>', 'an exported ledger in place of the stored one')
    .option('--checkpoint <file>', 'a signed checkpoint that was kept elsewhere')
    .option('--proof <file>', 'what `ledger prove` printed: check that one event')
    .option('--key <file>', "the public key that signed (default: this deployment's own)")
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (options: VerifyOptions) => (await import('./runVerify.js')).runVerify(options));
  ledger
    .command('checkpoint')
    .description('sign the ledger as it is, and print that: for somebody outside to keep')
    .addOption(ledgerOption())
    .addOption(dataDirOption())
    .action(async (options: LedgerOptions) => (await import('./runCheckpoint.js')).runCheckpoint(options));
  ledger
    .command('export')
    .description('print every event, one on a line, as it was hashed')
    .addOption(ledgerOption())
    .addOption(dataDirOption())
    .action(async (options: LedgerOptions) => (await import('./runExport.js')).runExport(options));
  ledger
    .command('prove')
    .description('print the proof that one event is under a checkpoint, without showing another event')
    .argument('<sequence>', 'the event', readSequence)
    .addOption(ledgerOption())
    .option('--checkpoint <file>', 'the checkpoint (default: the last, or a new one that covers the event)')
    .addOption(dataDirOption())
    .action(async (sequence: number, options: ProveOptions) =>
      (await import('./runProve.js')).runProve(sequence, options),
    );
  ledger
    .command('key')
    .description('print the public key of the checkpoints, for verification elsewhere')
    .addOption(ledgerOption())
    .option('--vkey', 'print it as a verifier key of C2SP signed notes')
    .addOption(dataDirOption())
    .action(async (options: KeyOptions) => (await import('./runCheckpoint.js')).runKey(options));
  ledger
    .command('rebuild')
    .description(
      'make all views anew from the ledger, count what differs and mend it: exit 0 where nothing did',
    )
    .addOption(ledgerOption())
    .option(
      '--accept-loss',
      'also where the views reflect events that are missing from the ledger: forget those',
    )
    .option('--json', 'print one JSON object')
    .addOption(dataDirOption())
    .action(async (options: RebuildOptions) => (await import('./runRebuild.js')).runRebuild(options));
}

function readSequence(given: string): number {
  if (!/^[1-9]\d{0,14}$/.test(given)) throw new InvalidArgumentError('a sequence is 1, 2, 3 ...');
  return Number(given);
}
