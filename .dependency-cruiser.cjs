/** Who may import whom (docs/ARCHITECTURE.md). */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const subgraphs = readdirSync(join(__dirname, 'subgraphs'));

const between = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/**
 * The rooms of a part from the top down: each imports only itself and those below it, so that no two import each other. A
 * room that is not listed fails the check.
 */
const importsGoDown = (name, folder, rooms) => {
  const paths = rooms.map((room) => `^${folder}/${room}`);
  return [
    ...paths.slice(1).map((path, i) =>
      between(
        `${name}-imports-go-down`,
        'Imports go down.',
        { path },
        {
          path: paths.slice(0, i + 1),
          pathNot: path,
        },
      ),
    ),
    between(
      `${name}-rooms-are-listed`,
      'A new room has its place in the list of rooms.',
      { path: `^${folder}/`, pathNot: paths },
      {},
    ),
  ];
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    between('no-cycles', 'No cycles.', {}, { circular: true }),
    between(
      'subgraph-imports-itself-and-shared',
      'A subgraph imports itself and shared; never another subgraph, the gateway or the CLI.',
      { path: '^subgraphs/([^/]+)/' },
      { path: '^(subgraphs|gateway|cli)/', pathNot: '^subgraphs/$1/' },
    ),
    between(
      'gateway-imports-itself-and-shared',
      'The gateway never imports a subgraph: only the CLI wires them together.',
      { path: '^gateway/' },
      { path: '^(subgraphs|cli)/' },
    ),
    between(
      'shared-imports-nobody',
      'What is shared knows nobody.',
      { path: '^shared/' },
      { path: '^(subgraphs|gateway|cli)/' },
    ),
    between(
      'console-stands-alone',
      'The console runs in a browser and knows the graph only: it imports nothing of the server.',
      { path: '^console/' },
      { path: '^(subgraphs|gateway|cli|shared|packages)/' },
    ),
    between(
      'nothing-imports-test',
      'Only tests import tests.',
      { pathNot: '^test/|^packages/[^/]+/test/' },
      { path: '^test/|^packages/[^/]+/test/' },
    ),
    between(
      'mongoose-in-records-and-stores',
      'mongoose only in *.record.ts, *.store.ts, the opening of a subgraph (its connection type) and shared.',
      {
        path: '^(subgraphs|gateway|cli)/',
        pathNot: '(\\.record|\\.store)\\.ts$|^subgraphs/[^/]+/(open|connect)[A-Z][a-z]+\\.ts$',
      },
      { path: 'node_modules/mongoose' },
    ),
    between(
      'pure-modules',
      'Decisions, tracing and the ledger are pure: no GraphQL, no database.',
      { path: '(\\.rules\\.ts$)|(^subgraphs/[^/]+/(tracing/engine|screening/engine|ledger)/)' },
      { path: 'node_modules/(mongoose|graphql|type-graphql|mongodb)', dependencyTypesNot: ['type-only'] },
    ),
    between(
      'no-orphans',
      'Every file is used.',
      {
        orphan: true,
        path: '^(gateway|subgraphs|shared|cli|packages/[^/]+/src)/',
        pathNot: '(main|worker)\\.ts$|\\.d\\.ts$|rooms\\.cjs$',
      },
      {},
    ),

    // packages
    between(
      'packages-stand-alone',
      'A package imports itself and libraries: nothing of the project, and no other package.',
      { path: '^packages/([^/]+)/' },
      {
        path: '^(packages|gateway|subgraphs|shared|cli|test)/|^node_modules/@cordon/',
        pathNot: '^packages/$1/',
      },
    ),
    between(
      'packages-by-name',
      'A package is imported by its name: what its index does not export is its own, and open to tests only.',
      { pathNot: '^(packages|test)/' },
      { path: '^packages/', pathNot: '^packages/[^/]+/src/index\\.ts$' },
    ),

    ...importsGoDown('embedded-mongo', 'packages/embedded-mongo/src', [
      // opening a store
      '(?!storeError\\.)[^/]+\\.ts$',
      'commands/',
      'update/',
      'aggregate/',
      'planner/',
      'engine/',
      'query/',
      'expressions/',
      'regex/',
      'document/',
      'wire/',
      'bson/',
      'storeError\\.ts$',
    ]),

    // subgraphs: each has its rooms in its own folder
    ...subgraphs.flatMap((name) =>
      importsGoDown(name, `subgraphs/${name}`, require(`./subgraphs/${name}/rooms.cjs`)),
    ),

    // wiring: gateway, shared and cli
    {
      name: 'wiring-folders-do-not-circle',
      severity: 'error',
      comment: 'Folders of the gateway, shared and cli import each other in one direction only.',
      scope: 'folder',
      from: { path: '^(gateway|shared|cli)/' },
      to: { circular: true },
    },
    between(
      'wiring-root-files',
      'Of the root files, folders import only what all stand on: errors and config of the gateway, the table of the CLI.',
      { path: '^(gateway|cli)/[^/]+/' },
      { path: '^$1/[^/]+\\.ts$', pathNot: '^(gateway/(errors|config)|cli/deployables)\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|data|packages/[^/]+/dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
