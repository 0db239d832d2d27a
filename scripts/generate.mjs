// Writes the generated files that are committed: the subgraphs' SDL, the supergraph, the console's
// operations, and the names of all settings. Of docs/reference/ it writes the errors, the configuration, the
// command line and the schema. `--check` writes nothing and fails, by name, for each file that is not
// current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import prettier from 'prettier';
import { prepare } from './prepare.mjs';
import { commandReference } from './reference/commandReference.mjs';
import { consoleOperations } from './reference/consoleOperations.mjs';
import { consolePermissions } from './reference/consolePermissions.mjs';
import { configReference } from './reference/configReference.mjs';
import { knownVariables } from './reference/knownVariables.mjs';
import { errorReference } from './reference/errorReference.mjs';
import { schemaReference } from './reference/schemaReference.mjs';

await prepare({ withConsole: false });
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
  const parser = { '.md': 'markdown', '.ts': 'typescript' }[extname(file)];
  const wanted = parser
    ? await prettier.format(content, { ...(await prettier.resolveConfig(path)), parser })
    : content;
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  if (check) stale.push(file);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
    process.stdout.write(`wrote ${file}\n`);
  }
}

const { printSubgraph } = built('./shared/subgraph/buildSubgraph.js');
const sdls = {};
for (const { name, definition } of subgraphs) {
  sdls[name] = printSubgraph(await definition());
  await emit(`subgraphs/${name}/schema.graphql`, sdls[name]);
}

const { composeCommitted, readGatewaySdls, supergraphFile } = built('./gateway/supergraph/committed.js');
const composition = composeCommitted(root, { urls: defaultUrls, checkOnly: check });
if (composition.outcome === 'rejected') {
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
await emit('docs/reference/errors.md', errorReference(codes));

const urlSetting = (name) => ({
  env: urlVariable(name),
  byDefault: `\`${defaultUrls[name]}\`, from the supergraph`,
  description: `URL of the subgraph ${name}.`,
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
await emit('docs/reference/config.md', configReference(settings));

await emit(
  'shared/config/knownVariables.ts',
  knownVariables(
    [
      ...settings.flatMap(([, table]) => Object.values(table)),
      ...Object.values(built('./cli/token/tokenTerms.js').tokenTerms),
      ...Object.values(built('./cli/start/startConfig.js').startSettings),
    ].filter(({ env }) => !subgraphs.some(({ name }) => env === urlVariable(name))),
  ),
);

const { exitCodes } = built('./cli/command/commandError.js');
await emit('docs/reference/cli.md', commandReference(built('./cli/main.js').commandLine(), exitCodes));

const { bothOf } = built('./shared/identity/grantSets.js');
const { readSecurity } = built('./gateway/supergraph/securityDirectives.js');
const { sdl, requirements } = readSecurity(readFileSync(join(root, supergraphFile), 'utf8'));
const api = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const schemaPages = schemaReference({
  api,
  needs: (...places) =>
    places.map((place) => requirements.get(place) ?? []).reduce((sets, more) => bothOf(sets, more)),
  sdls: { ...sdls, ...readGatewaySdls(root) },
});
for (const [file, content] of schemaPages) await emit(`docs/reference/schema/${file}`, content);

for (const [file, content] of await consoleOperations({ root, api })) await emit(file, content);

await emit(
  'console/src/graph/generated/permissions.ts',
  consolePermissions(
    subgraphs.map(({ name }) => built(`./subgraphs/${name}/permissions.js`)[`${name}Permissions`]),
    built('./shared/identity/permissions.js').readOnlyRoles,
  ),
);

for (const file of stale) process.stderr.write(`${file} is not current: run \`npm run gen\` and commit it\n`);
process.exitCode = stale.length > 0 ? 1 : 0;
