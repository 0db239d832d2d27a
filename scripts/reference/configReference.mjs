import { code, page, table } from './markdown.mjs';

function defaultOf({ schema, byDefault }) {
  if (byDefault) return byDefault;
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) return '(must be given)';
  return parsed.data === undefined ? '(none)' : code(parsed.data);
}

/** docs/reference/config.md, from the tables that each deployable reads its environment by. */
export const configReference = (settings) =>
  page([
    '# Configuration',
    '',
    'Made from the code by `npm run gen`. Everything is read once, from the environment, and checked before anything starts.',
    ...settings.flatMap(([deployable, rows]) => [
      '',
      `## ${deployable}`,
      ...table(
        ['variable', 'default', 'what it is for'],
        Object.values(rows).map((setting) => [code(setting.env), defaultOf(setting), setting.description]),
      ),
    ]),
  ]);
