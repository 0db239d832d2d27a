import { code, page, table } from './markdown.mjs';

/** docs/reference/cli.md, from commander's own definitions: what `--help` shows, of every command. */
export const commandReference = (program, exitCodes) =>
  page([
    '# The command line',
    '',
    'Made from the code by `npm run gen`.',
    '',
    '```sh',
    'npm run -s cordon -- --version',
    'npm run -s cordon -- --help',
    'npm run -s cordon -- import ofac --help',
    '```',
    '',
    `Exit codes: ${Object.entries(exitCodes)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ')}. Results are printed on stdout, problems on stderr.`,
    ...program.commands.flatMap((command) => section(command, program.name(), 2)),
  ]);

/** A command with its arguments and options; of a group, each of its commands. */
function section(command, parents, depth) {
  const name = `${parents} ${command.name()}`;
  const help = command.createHelp();
  const given = help.visibleArguments(command).map((argument) => [argument, `${usageOf(argument)}`]);
  return [
    '',
    `${'#'.repeat(depth)} ${code([name, ...given.map(([, usage]) => usage)].join(' '))}`,
    '',
    sentence(help.commandDescription(command)),
    ...table(
      ['argument, option', 'meaning'],
      [
        ...given.map(([argument, usage]) => [code(usage), help.argumentDescription(argument)]),
        ...help
          .visibleOptions(command)
          .filter(({ long }) => long !== '--help')
          .map((option) => [code(option.flags), optionMeaning(option, help)]),
      ],
    ),
    ...command.commands.flatMap((one) => section(one, name, depth + 1)),
  ];
}

const usageOf = (argument) => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const optionMeaning = (option, help) =>
  `${help.optionDescription(option)}${option.mandatory ? ' (must be given)' : ''}`;

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
