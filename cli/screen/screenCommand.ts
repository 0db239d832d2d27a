import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { ScreenOptions } from './runScreen';

/** `cordon screen <file.csv>`. */
export function addScreen(program: Command, dataDirOption: () => Option): void {
  program
    .command('screen')
    .description('screen the names of a CSV file against the lists in force and the actors of cases')
    .argument('<file>', 'a CSV file with a header: name, and where known birthDate, nationality, kind')
    .option('--threshold <score>', 'the least score that is shown, 0.5 to 1 (default: 0.8)', readThreshold)
    .option('--weak-aliases', 'alert also where only weak aliases match')
    .option('--json', 'print one JSON object a subject on a line')
    .addOption(dataDirOption())
    .action(async (file: string, options: ScreenOptions) =>
      (await import('./runScreen.js')).runScreen(file, options),
    );
}

function readThreshold(given: string): number {
  if (!/^(0\.[5-9]\d*|1(\.0+)?)$/.test(given))
    throw new InvalidArgumentError('a threshold is a number from 0.5 to 1');
  return Number(given);
}
