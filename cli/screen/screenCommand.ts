import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../../shared/scalars/date';
import { type BirthFormat, birthFormat } from './birthFormats';
import type { ScreenOptions } from './runScreen';
import { type NamedColumns, subjectFields } from './subjectColumns';

/** `cordon screen <file.csv>`. */
export function addScreen(program: Command, dataDirOption: () => Option): void {
  program
    .command('screen')
    .description('screen the names of a CSV file against the lists in force and the actors of cases')
    .argument(
      '<file>',
      'a CSV file with a header: name, and where known birthDate, nationality, kind, identifiers (with ; between)',
    )
    .addOption(
      new Option(
        '--out <file>',
        'write a CSV file: every column of the input, and a line for each match, or one for a subject without (- for stdout)',
      ).conflicts('json'),
    )
    .option('--threshold <score>', 'the least score that is shown, 0.5 to 1 (default: 0.8)', readThreshold)
    .option('--weak-aliases', 'alert also where only weak aliases match')
    .option('--free-text', 'find names in lines of text, such as the references of payments')
    .option(
      '--column <field=header>',
      `the header of a field that has another than the usual ones; fields: ${subjectFields.join(', ')}`,
      readColumn,
      {},
    )
    .option(
      '--birth-format <format>',
      'a form of the birth dates beside YYYY, YYYY-MM and YYYY-MM-DD, such as DD/MM/YYYY; may be given again',
      readBirthFormat,
      [],
    )
    .option('--delimiter <sign>', 'the sign between columns: , ; | or tab', readDelimiter, ',')
    .option(
      '--as-of <day>',
      'screen against the list versions of a day, YYYY-MM-DD (default: in force)',
      readDay,
    )
    .option(
      '--lists <ids>',
      'screen against these lists only, with commas between (case: actors of cases)',
      readLists,
    )
    .option('--fail-on-match', 'exit with 1 where a subject matches, or could not be screened')
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

function readColumn(given: string, before: NamedColumns): NamedColumns {
  const [, name, header] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  const field = subjectFields.find((known) => known === name);
  if (!field || header === undefined)
    throw new InvalidArgumentError(
      `a column is <field>=<header>, with a field of ${subjectFields.join(', ')}`,
    );
  return { ...before, [field]: header };
}

function readBirthFormat(given: string, before: readonly BirthFormat[]): readonly BirthFormat[] {
  const format = birthFormat(given);
  if (!format)
    throw new InvalidArgumentError(
      'a format has YYYY, MM and DD once each, and between them only - . / or a space',
    );
  return [...before, format];
}

function readDelimiter(given: string): string {
  const sign = given === 'tab' ? '\t' : given;
  if (![',', ';', '|', '\t'].includes(sign)) throw new InvalidArgumentError('a delimiter is , ; | or tab');
  return sign;
}

function readDay(given: string): string {
  if (!isDay(given)) throw new InvalidArgumentError('a day is YYYY-MM-DD');
  return given;
}

const readLists = (given: string): string[] => given.split(',').map((id) => id.trim());
