// Writes what is generated and committed: the subgraphs' SDL, the supergraph, docs/reference/errors.md and docs/reference/config.md.
// `--check` writes nothing and fails, by name, for each file that is not current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { prepare } from './prepare.mjs';

await prepare();
const root = fileURLToPath(new URL('..', import.meta.url));
const built = createRequire(new URL('../dist/', import.meta.url));
const { defaultUrls, deployables } = built('./cli/deployables.js');
const { urlVariable } = built('./gateway/supergraph/subgraphUrls.js');
// In the order of their ports.
const subgraphs = Object.entries(deployables)
  .map(([name, row]) => ({ name, ...row }))
  .sort((a, b) => (defaultUrls[a.name] < defaultUrls[b.name] ? -1 : 1));
const check = process.argv.includes('--check');
const stale = [];

async function emit(file, content) {
  const path = join(root, file);
  const parser = file.endsWith('.md') ? 'markdown' : undefined;
  const wanted = parser
    ? await prettier.format(content, { ...(await prettier.resolveConfig(path)), parser })
    : content;
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  if (check) stale.push(file);
  else {
    writeFileSync(path, wanted);
    process.stdout.write(`wrote ${file}\n`);
  }
}

const { printSubgraph } = built('./shared/subgraph/buildSubgraph.js');
for (const { name, definition } of subgraphs)
  await emit(`subgraphs/${name}/schema.graphql`, printSubgraph(definition));

const { composeCommitted, supergraphFile } = built('./gateway/supergraph/committed.js');
const composition = composeCommitted(root, { urls: defaultUrls, checkOnly: check });
if (composition.outcome === 'refused') {
  for (const { message } of composition.problems) process.stderr.write(`composition: ${message}\n`);
  process.exit(1);
}
if (composition.outcome === 'written') process.stdout.write(`wrote ${supergraphFile}\n`);
if (composition.outcome === 'drifted') stale.push(supergraphFile);

const codes = [
  ['Any deployable', built('./shared/errors/sharedCodes.js').sharedCodes],
  ['gateway', built('./gateway/errors.js').gatewayCodes],
  ...subgraphs.map(({ name, codes }) => [name, codes]),
];
await emit(
  'docs/reference/errors.md',
  [
    '# Error codes',
    '',
    'Made from the code by `npm run gen`. A code is stable: `errors[].extensions.code`. The status is that of the whole',
    'answer, where the error is all of it; an error on a field comes with 200 and its `path`.',
    ...codes.flatMap(([deployable, table]) => [
      '',
      `## ${deployable}`,
      '',
      '| code | status | meaning | what to do |',
      '|---|---|---|---|',
      ...Object.entries(table).map(
        ([code, { status, meaning, remedy }]) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
      ),
    ]),
    '',
  ].join('\n'),
);

const urlSetting = (name) => ({
  env: urlVariable(name),
  byDefault: `\`${defaultUrls[name]}\`, from the supergraph`,
  description: `Where the subgraph ${name} listens.`,
});
const settings = [
  [
    'gateway',
    {
      ...built('./gateway/config.js').gatewaySettings,
      ...Object.fromEntries(subgraphs.map(({ name }) => [`${name}Url`, urlSetting(name)])),
    },
  ],
  ...subgraphs.map((subgraph) => [`subgraphs/${subgraph.name}`, subgraph.settings]),
  ['the command line, and one process (`npm start`)', built('./cli/config/config.js').cliSettings],
  ['`cordon store`', built('./cli/store/storeConfig.js').storeSettings],
];
const defaultOf = ({ schema, byDefault }) => {
  if (byDefault) return byDefault;
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) return '(must be given)';
  return parsed.data === undefined ? '(none)' : `\`${parsed.data}\``;
};
await emit(
  'docs/reference/config.md',
  [
    '# Configuration',
    '',
    'Made from the code by `npm run gen`. Everything is read once, from the environment, and checked before anything starts.',
    ...settings.flatMap(([deployable, table]) => [
      '',
      `## ${deployable}`,
      '',
      '| variable | default | what it is for |',
      '|---|---|---|',
      ...Object.values(table).map(
        (setting) => `| \`${setting.env}\` | ${defaultOf(setting)} | ${setting.description} |`,
      ),
    ]),
    '',
  ].join('\n'),
);

for (const file of stale) process.stderr.write(`${file} is not current: run \`npm run gen\` and commit it\n`);
process.exitCode = stale.length > 0 ? 1 : 0;
