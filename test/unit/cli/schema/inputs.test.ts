import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { schemaCheck } from '../../../../cli/schema/check';
import { schemaPublish } from '../../../../cli/schema/publish';
import { baseSdls } from '../../../support/schemaBase';
import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

let room: SchemaRoom;
beforeEach(() => {
  room = openSchemaRoom();
});
afterEach(() => room.remove());

const removedFlag = () => room.head('vessels', '  flag: String\n', '');
const kinds = async (inputs: Parameters<SchemaRoom['check']>[0]) =>
  (await room.check(inputs)).findings.filter(({ level }) => level === 'blocked').map(({ code }) => code);

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: room.path });
}

const silent = { colour: false, out: { write: () => true }, err: { write: () => true } };

/** The exit code and stderr of the command. */
async function usage(inputs: Partial<Parameters<typeof schemaCheck>[0]>) {
  let err = '';
  const code = await schemaCheck({
    head: join(room.path, 'base'),
    base: join(room.path, 'base'),
    root: room.path,
    cwd: room.path,
    today: '2026-06-01',
    format: 'text',
    ...silent,
    err: { write: (text: string) => (err += text) },
    ...inputs,
  });
  return { code, err };
}

describe('where a graph is read from', () => {
  it('a folder of <subgraph>/schema.graphql', async () => {
    for (const [name, sdl] of Object.entries(baseSdls)) room.file(`nested/${name}/schema.graphql`, sdl);
    expect(await kinds({ base: join(room.path, 'nested'), head: removedFlag() })).toEqual(['FIELD_REMOVED']);
  });

  it("rover's supergraph.yaml, files relative to it and SDL in it", async () => {
    const { vessels, voyages, reports } = baseSdls;
    const indented = (sdl: string) => sdl.replaceAll('\n', '\n        ');
    room.file('sdl/vessels.graphql', vessels);
    room.file('sdl/voyages.graphql', voyages);
    const config = `federation_version: =2.9.0
subgraphs:
  vessels: { routing_url: "http://vessels", schema: { file: ./sdl/vessels.graphql } }
  voyages: { routing_url: "http://voyages", schema: { file: sdl/voyages.graphql } }
  reports:
    routing_url: http://reports
    schema:
      sdl: |
        ${indented(reports)}
`;
    const base = room.file('supergraph.yaml', config);
    expect(await kinds({ base })).toEqual([]);
    expect(await kinds({ base, head: removedFlag() })).toEqual(['FIELD_REMOVED']);
  });

  it('a commit, with and without a folder, though the work tree differs', async () => {
    git('init', '-q');
    git('add', 'base');
    git('commit', '-qm', 'base');
    mkdirSync(join(room.path, 'empty'));
    expect(await kinds({ base: 'git:HEAD:base', head: removedFlag() })).toEqual(['FIELD_REMOVED']);
    for (const [name, sdl] of Object.entries(baseSdls)) room.file(`subgraphs/${name}/schema.graphql`, sdl);
    git('add', 'subgraphs');
    git('commit', '-qm', 'layout of a project');
    expect(await kinds({ base: 'git:HEAD', head: undefined })).toEqual([]);
  });

  it('a published folder: by itself, and by its supergraph', async () => {
    const to = join(room.path, 'registry');
    const common = { root: room.path, cwd: room.path, today: '2026-06-01', to, ...silent };
    expect(await schemaPublish({ head: join(room.path, 'base'), ...common })).toBe(0);
    expect(await kinds({ base: to, head: removedFlag() })).toEqual(['FIELD_REMOVED']);
    expect(await kinds({ base: join(to, 'supergraph.graphql'), head: removedFlag() })).toEqual([
      'FIELD_REMOVED',
    ]);
    expect(await kinds({ head: join(to, 'supergraph.graphql') })).toEqual([]);
    // A blocked graph is not published over the one in place.
    expect(await schemaPublish({ head: removedFlag(), ...common })).toBe(1);
    expect(await kinds({ base: to })).toEqual([]);
  });
});

describe('what cannot be used is exit 2 and one line with its place', () => {
  it.each([
    ['a folder that is not there', { base: 'nowhere' }, /nowhere: no such file or folder/],
    ['a reference that is not there', { base: 'git:no-such-ref' }, /git:no-such-ref/],
    ['a place without a reference', { base: 'git:' }, /git:<ref>/],
  ])('%s', async (_what, inputs, says) => {
    git('init', '-q');
    const { code, err } = await usage(inputs);
    expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(err).toMatch(says);
  });

  it('a folder that holds other files only', async () => {
    room.file('notes/readme.md', '');
    const { code, err } = await usage({ base: join(room.path, 'notes') });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/notes: the folder has no <subgraph>/),
    });
  });

  it('a base with a syntax error, and one that does not compose', async () => {
    room.file('broken/a.graphql', 'type Query {');
    expect(await usage({ base: join(room.path, 'broken') })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/a\.graphql:1/),
    });
    room.file('broken/a.graphql', 'type Query { a: Nothing }');
    expect((await usage({ base: join(room.path, 'broken') })).err).toMatch(/a\.graphql:1: .*Nothing/);
  });

  it('a supergraph file that is none, and a subgraph that only a server could tell', async () => {
    expect((await usage({ base: join(room.path, 'base', 'vessels.graphql') })).err).toMatch(/no supergraph/);
    const rover = room.file('s.yaml', 'subgraphs:\n  a:\n    schema:\n      subgraph_url: http://a\n');
    expect((await usage({ base: rover })).err).toMatch(/s\.yaml:3: .*file or sdl is expected/);
    const missing = room.file('s.yaml', 'subgraphs:\n  a:\n    schema:\n      file: none.graphql\n');
    expect((await usage({ base: missing })).err).toMatch(/s\.yaml:4: .*none\.graphql/);
  });

  it.each([
    ['config', 'version: 1\nunusedRemovals: warning\n', /c\.yaml:2: unusedRemovals: unknown field/],
    ['config', 'version: 2\n', /c\.yaml:1: version: version 1 is expected/],
    ['config', 'version: 1\nlevels:\n  LINT: loud\n', /c\.yaml:3: levels\.LINT: blocked, warning/],
    ['partners', 'version: 1\npartners:\n  - client: a\n    venue: b\n', /c\.yaml:3: partners\.0\.scopes/],
    [
      'approvals',
      'version: 1\napprovals:\n  - { fingerprint: 12345678, owner: a, reason: b, expires: soon }\n',
      /c\.yaml:3: approvals\.0\.expires/,
    ],
  ])('a typo in %s', async (option, text, says) => {
    const { code, err } = await usage({ [option]: room.file('c.yaml', text) });
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });

  it('a configuration that lowers what is not lint', async () => {
    const config = room.file('c.yaml', 'version: 1\nlevels: { FIELD_REMOVED: warning }\n');
    const { code, err } = await usage({ head: removedFlag(), config });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/levels\.FIELD_REMOVED/) });
  });

  it('a head with a syntax error is its own fault: exit 1 with the line', async () => {
    const head = room.head('voyages', 'enum VoyageState {', 'enum VoyageState {{');
    expect((await usage({ head })).code).toBe(1);
    const { findings } = await room.check({ head });
    expect(findings).toMatchObject([
      { kind: 'composition', location: { file: 'head/voyages.graphql', line: 6 } },
    ]);
  });
});
