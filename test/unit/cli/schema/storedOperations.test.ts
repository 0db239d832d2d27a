import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

let room: SchemaRoom;
beforeEach(() => {
  room = openSchemaRoom();
});
afterEach(() => room.remove());

const manifest = (...bodies: readonly string[]) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: bodies.map((body, at) => ({
      id: String(at).padStart(64, '0'),
      name: `O${at}`,
      type: 'query',
      body,
    })),
  });

const removedFlag = () => room.head('vessels', '  flag: String\n', '');

describe('changes are weighed by the stored operations', () => {
  it('names the clients that a removal concerns; fragments of other files count', async () => {
    room.file('tug/a.graphql', 'query A { vessel(imo: 1) { ...F } }');
    room.file('tug/deep/f.graphql', 'fragment F on Vessel { flag }');
    const other = room.file('other.json', manifest('query B { vessel(imo: 1) { name } }'));
    const operations = [`tug=${room.path}/tug`, `other=${other}`];
    const { findings } = await room.check({ head: removedFlag(), operations });
    expect(findings.filter(({ code }) => code === 'FIELD_REMOVED')).toMatchObject([
      { level: 'blocked', clients: ['tug'] },
    ]);
    expect(findings.filter(({ kind }) => kind === 'operation')).toMatchObject([
      { level: 'blocked', clients: ['tug'], location: { file: 'tug/a.graphql', line: 1 } },
    ]);
  });

  it('lets an unused removal pass only where the configuration says so, and only a removal', async () => {
    const operations = [`a=${room.file('a.graphql', 'query A { vessel(imo: 1) { name } }')}`];
    const config = room.file('c.yaml', 'version: 1\nunusedRemoval: warning\n');
    expect((await room.check({ head: removedFlag(), operations })).verdict).toBe('blocked');
    expect((await room.check({ head: removedFlag(), operations, config })).verdict).toBe('ok');
    // Without any stored operation nobody knows what is used.
    expect((await room.check({ head: removedFlag(), config })).verdict).toBe('blocked');
    const head = room.head('vessels', 'draught: Float!', 'draught: Int!');
    expect((await room.check({ head, operations, config })).verdict).toBe('blocked');
  });

  it.each([
    [
      'an enum value by a variable',
      'query A($k: VesselKind) { vessels(kind: $k) { name } }',
      'TANKER BULK',
      'TANKER',
    ],
    ['an enum value as written', 'query A { vessels(kind: BULK) { name } }', 'TANKER BULK', 'TANKER'],
    [
      'an input field by a variable',
      'query A($f: VesselFilter) { vessels(filter: $f) { name } }',
      'minTonnage: Int = 0 kinds',
      'kinds',
    ],
    ['an argument', 'query A { vessels(flag: "x") { name } }', 'vessels(flag: String, kind', 'vessels(kind'],
  ])('finds the use of %s', async (_what, text, from, to) => {
    const operations = [`a=${room.file('a.graphql', text)}`];
    const config = room.file('c.yaml', 'version: 1\nunusedRemoval: warning\n');
    const { findings } = await room.check({ head: room.head('vessels', from, to), operations, config });
    expect(findings.filter(({ kind, level }) => kind === 'breaking' && level === 'blocked')).toMatchObject([
      { clients: ['a'] },
    ]);
  });
});

describe('permissions and clients', () => {
  const stronger = () =>
    room.head('vessels', 'crew: Int @authenticated', 'crew: Int @requiresScopes(scopes: [["crew:read"]])');

  it('a stronger permission blocks the clients that use it and lack it', async () => {
    const operations = [
      `a=${room.file('a.graphql', 'query A { vessel(imo: 1) { crew } }')}`,
      `b=${room.file('b.graphql', 'query B { vessel(imo: 1) { name } }')}`,
      `c=${room.file('c.graphql', 'query C { vessel(imo: 1) { crew } }')}`,
    ];
    const config = room.file('c.yaml', 'version: 1\nclients: { c: { scopes: ["crew:read"] } }\n');
    const { findings } = await room.check({ head: stronger(), operations, config });
    expect(findings.filter(({ code }) => code === 'PROTECTION_STRENGTHENED')).toMatchObject([
      { level: 'blocked', clients: ['a'] },
    ]);
    const alone = await room.check({ head: stronger() });
    expect(alone.findings.filter(({ code }) => code === 'PROTECTION_STRENGTHENED')).toMatchObject([
      { level: 'warning', clients: [] },
    ]);
  });

  it("an operation is held against its partner's contract, scopes and cost limit", async () => {
    room.file('ops/a.graphql', 'query Hidden { vessel(imo: 1) { internalNote } }');
    room.file('ops/b.graphql', 'query Scope { vessel(imo: 1) { notes } }');
    room.file('ops/c.graphql', 'query Dear { vessels(first: 20) { voyages { legs { from } } } }');
    const partners = room.file(
      'partners.yaml',
      `version: 1
partners:
  - client: pier
    venue: north
    scopes: ["voyages:read"]
    contract: { exclude: [internal] }
    operations: { mode: required, manifest: ops }
    limits: { costPerOperation: 50 }
`,
    );
    const { findings } = await room.check({ partners, head: room.head('vessels', '"A ship"', '"Ship"') });
    const found = findings
      .filter(({ kind }) => kind === 'operation')
      .map(({ code, message, level }) => [code, level, /operation (\w+)/.exec(message)?.[1]]);
    expect(found.sort()).toEqual([
      ['OPERATION_INVALID', 'blocked', 'Hidden'],
      // It lacked the scope before as well.
      ['OPERATION_LACKS_SCOPE', 'warning', 'Scope'],
      ['OPERATION_OVER_COST', 'blocked', 'Dear'],
    ]);
  });
});

it('says where a stored operation is planned otherwise', async () => {
  const operations = [`a=${room.file('a.graphql', 'query A { vessel(imo: 1) { tonnage voyages { id } } }')}`];
  const head = room.head('vessels', 'type Query {', 'type Query { x: Int @authenticated');
  expect((await room.check({ head, operations })).findings.filter(({ kind }) => kind === 'plan')).toEqual([]);
  // The list of voyages is now answered by a subgraph of its own.
  room.file(
    'head/extra.graphql',
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])\ntype Vessel @key(fields: "imo") { imo: ID! tonnage: Int @override(from: "vessels") }\n',
  );
  const moved = await room.check({ head: `${room.path}/head`, operations });
  expect(moved.findings.filter(({ kind }) => kind === 'plan')).toMatchObject([
    { level: 'warning', clients: ['a'], message: expect.stringMatching(/2 calls, now 3.*extra/) },
  ]);
});

it('a folder counts its manifests too, and passes over other JSON', async () => {
  room.file('desk/manifest.json', manifest('query A { vessel(imo: 1) { flag } }'));
  room.file('desk/package.json', '{"name":"desk"}');
  const config = room.file('c.yaml', 'version: 1\nunusedRemoval: warning\n');
  const operations = [`desk=${room.path}/desk`];
  const { findings } = await room.check({ head: removedFlag(), operations, config });
  expect(findings.filter(({ code }) => code === 'FIELD_REMOVED')).toMatchObject([
    { level: 'blocked', clients: ['desk'] },
  ]);
  room.file('desk/other.json', '{"format":"other","operations":[]}');
  await expect(room.check({ operations })).rejects.toThrow(/other\.json/);
});

describe('an invalid stored operation is rejected', () => {
  it.each([
    ['odd.json', '{"format":"other"}'],
    ['odd.json', '{'],
    ['odd.graphql', 'query {'],
  ])('%s: %s', async (name, text) => {
    await expect(room.check({ operations: [`x=${room.file(name, text)}`] })).rejects.toThrow(/odd\./);
  });

  it('a folder without any, and a missing place', async () => {
    room.file('empty/readme.md', '');
    await expect(room.check({ operations: [`${room.path}/empty`] })).rejects.toThrow(/no \.graphql file/);
    await expect(room.check({ operations: ['x=/no/where'] })).rejects.toThrow(/no such file or folder/);
    await expect(room.check({ operations: ['=a'] })).rejects.toThrow(/\[client=\]PATH/);
  });
});
