import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaCheck, type SchemaCheckOptions } from '../../../../cli/schema/check';
import { schemaCompose } from '../../../../cli/schema/compose';
import { readJoinGraphs } from '../../../../gateway/supergraph/joinGraphs';
import { sdls, type SubgraphName } from '../../../support/gatewaySubgraphs';

let root: string;
let base: string;
beforeEach(() => {
  const room = mkdtempSync(join(tmpdir(), 'cordon-schema-'));
  root = join(room, 'root');
  base = join(room, 'base');
  mkdirSync(join(root, 'gateway', 'supergraph'), { recursive: true });
  mkdirSync(base);
  for (const name of Object.keys(sdls) as SubgraphName[]) {
    mkdirSync(join(root, 'subgraphs', name), { recursive: true });
    change(name, (sdl) => sdl);
    writeFileSync(join(base, `${name}.graphql`), sdls[name]);
  }
});
afterEach(() => rmSync(join(root, '..'), { recursive: true }));

function change(name: SubgraphName, edit: (sdl: string) => string): void {
  writeFileSync(join(root, 'subgraphs', name, 'schema.graphql'), edit(sdls[name]));
}

function replaced(from: string, to: string) {
  return (sdl: string) => {
    expect(sdl).toContain(from);
    return sdl.replace(from, to);
  };
}

async function run(
  command: (io: {
    out: { write(text: string): void };
    err: { write(text: string): void };
  }) => Promise<number>,
) {
  const written = { out: '', err: '' };
  const io = {
    out: { write: (text: string) => void (written.out += text) },
    err: { write: (text: string) => void (written.err += text) },
  };
  return { code: await command(io), ...written };
}

const check = (folder = base, more: Partial<SchemaCheckOptions> = {}) =>
  run((io) =>
    schemaCheck({
      base: folder,
      root,
      cwd: root,
      today: '2026-06-01',
      format: 'text',
      colour: false,
      ...more,
      ...io,
    }),
  );
const compose = (only = false, own: { head?: string; file?: string } = {}) =>
  run((io) => schemaCompose({ root, cwd: root, check: only, ...own, ...io }));

describe('schema check', () => {
  it('0: the same schema', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').filter((line) => !/ lint /.test(line))).toEqual([
      expect.stringMatching(/^ok: 0 blocked/),
      '',
    ]);
  });

  it('1: a field of the subgraph inside the gateway that is gone, which is part of the project', async () => {
    const reads = join(root, 'gateway', 'readLog', 'schema.graphql');
    mkdirSync(join(root, 'gateway', 'readLog'));
    const own = (fields: string) => `type Query { reads: Read } type Read { ${fields} }`;
    writeFileSync(join(base, 'reads.graphql'), own('at: String! by: String'));
    writeFileSync(reads, own('at: String! by: String'));
    expect((await check()).code).toBe(0);
    writeFileSync(reads, own('at: String!'));
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain("Field 'by' was removed from object type 'Read'");
  });

  it('0: what is added, clients do not notice', async () => {
    change('sanctions', replaced('aliases: [String!]!', 'aliases: [String!]! later: Int'));
    expect((await check()).code).toBe(0);
  });

  it('0, and a word: an enum or argument that clients may stumble over', async () => {
    change('sanctions', replaced('record(id: ID!)', 'record(id: ID!, deep: Boolean)'));
    const { code, out } = await check();
    expect({ code, line: / warning dangerous .*Query\.record/m.test(out) }).toEqual({ code: 0, line: true });
  });

  it('1: a field that is gone, named', async () => {
    const file = join(base, 'sanctions.graphql');
    writeFileSync(
      file,
      `${sdls.sanctions.replace(/(type Query \{)/, '$1\n  goneSoon: GoneSoon')}\ntype GoneSoon { it: Int }\n`,
    );
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(/ blocked breaking FIELD_REMOVED .*goneSoon/m);
  });

  it.each([
    [
      'a type that changes',
      'sanctions',
      'note: String\n      secret',
      'note: Int\n      secret',
      'Actor.note',
    ],
    [
      'an argument that is now needed',
      'sanctions',
      'sanctioned(asOf: Date)',
      'sanctioned(asOf: Date!)',
      'asOf',
    ],
    [
      'a field that is now null at times',
      'enforcement',
      'status: String!',
      'status: String',
      'Account.status',
    ],
    [
      'a field that is now inaccessible',
      'sanctions',
      'aliases: [String!]!',
      'aliases: [String!]! @inaccessible',
      'aliases',
    ],
  ] as const)('1: %s', async (_what, name, from, to, named) => {
    change(name, replaced(from, to));
    const { code, out } = await check();
    expect({
      code,
      named: new RegExp(`schema\\.graphql:\\d+:\\d+: blocked .*${named}`, 'm').test(out),
    }).toEqual({
      code: 1,
      named: true,
    });
  });

  it.each([
    [
      'loses its scopes',
      'audit: Audit! @requiresScopes(scopes: [["audit:read"]])',
      'audit: Audit!',
      'Query.audit',
    ],
    ['loses its token', 'actors: [Actor!]! @authenticated', 'actors: [Actor!]!', 'Query.actors'],
    ['gets another way in', '[["audit:read"]]', '[["audit:read"], ["a"]]', 'Query.audit'],
    ['needs less of a set', '["audit:read", "legal:read"]', '["legal:read"]', 'Actor.secret'],
    [
      'is of a type that loses its scopes',
      'type Sealed implements Record @requiresScopes(scopes: [["sealed:read"]])',
      'type Sealed implements Record',
      'Sealed',
    ],
  ])('1: a field that %s', async (_what, from, to, named) => {
    change('sanctions', replaced(from, to));
    const { code, out } = await check();
    expect({
      code,
      named: new RegExp(` blocked permission PROTECTION_WEAKENED ${named}: `, 'm').test(out),
    }).toEqual({
      code: 1,
      named: true,
    });
  });

  it('0, and a word: a field that asks for more', async () => {
    change('sanctions', replaced('[["audit:read"]]', '[["audit:read", "legal:read"]]'));
    const { code, out } = await check();
    expect(code).toBe(0);
    expect(out).toMatch(/ warning permission PROTECTION_STRENGTHENED Query\.audit: /m);
  });

  it('1: subgraphs that do not compose, or are not GraphQL', async () => {
    change('sanctions', replaced('linkedActorIds: [ID!]! @inaccessible', ''));
    expect(await check()).toMatchObject({ code: 1, out: expect.stringContaining('linkedActorIds') });
    change('sanctions', () => 'type {');
    expect(await check()).toMatchObject({ code: 1, out: expect.stringContaining('INVALID_GRAPHQL') });
  });

  it('2: a base that cannot be used, named', async () => {
    const nowhere = await check(join(base, 'nowhere'));
    expect(nowhere).toMatchObject({ code: 2, out: '', err: expect.stringContaining('nowhere') });
    writeFileSync(join(base, 'sanctions.graphql'), 'type {');
    expect(await check()).toMatchObject({ code: 2, err: expect.stringContaining('sanctions.graphql') });
    writeFileSync(join(base, 'sanctions.graphql'), '');
    expect(await check()).toMatchObject({ code: 2, err: expect.stringContaining('sanctions.graphql:1') });
    expect((await check()).err).not.toMatch(/\n\s+at /);
  });
});

describe('schema compose', () => {
  it('0: writes, and finds what it wrote current', async () => {
    expect(await compose()).toMatchObject({ code: 0, out: expect.stringContaining('written') });
    expect(await compose(true)).toMatchObject({ code: 0, out: expect.stringContaining('current') });
  });

  it('1: drift, and subgraphs that do not compose', async () => {
    expect(await compose(true)).toMatchObject({ code: 1, out: expect.stringContaining('DRIFT') });
    change('attribution', () => 'type Query { a: Nothing }');
    expect(await compose()).toMatchObject({ code: 1, out: expect.stringContaining('Nothing') });
  });

  it('2: a folder without subgraphs', async () => {
    rmSync(join(root, 'subgraphs'), { recursive: true });
    expect(await compose()).toMatchObject({ code: 2, err: expect.stringContaining('schema.graphql') });
  });
});

describe('schema compose of a graph of your own', () => {
  const yaml = (...lines: string[]) => {
    const file = join(root, 'supergraph.yaml');
    writeFileSync(file, ['subgraphs:', ...lines, ''].join('\n'));
    return file;
  };
  const tickets = (sdl: string) => {
    writeFileSync(join(root, 'tickets.graphql'), sdl);
    return [
      '  tickets:',
      '    routing_url: http://127.0.0.1:4010/graphql',
      '    schema: { file: tickets.graphql }',
    ];
  };
  const own = Object.keys(sdls).map(
    (name) => `  ${name}: { schema: { file: subgraphs/${name}/schema.graphql } }`,
  );
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';
  const file = () => join(root, 'out', 'supergraph.graphql');

  it('0: is written with the URLs of the file, and is then current', async () => {
    const head = yaml(
      ...own,
      ...tickets(
        `${link} type Query { ticket: String } type Actor @key(fields: "id") { id: ID! tickets: [String!] }`,
      ),
    );
    expect(await compose(true, { head, file: file() })).toMatchObject({
      code: 1,
      out: expect.stringContaining('DRIFT'),
    });
    expect(await compose(false, { head, file: file() })).toMatchObject({
      code: 0,
      out: expect.stringContaining('is written'),
    });
    expect(await compose(true, { head, file: file() })).toMatchObject({
      code: 0,
      out: expect.stringContaining('is current'),
    });
    const urls = readJoinGraphs(readFileSync(file(), 'utf8')).map(({ name, url }) => `${name} ${url}`);
    expect(urls).toEqual([
      'attribution cordon://attribution',
      'enforcement cordon://enforcement',
      'sanctions cordon://sanctions',
      'tickets http://127.0.0.1:4010/graphql',
    ]);
  });

  it('0, and a hint: what only the stock executor would get wrong', async () => {
    writeFileSync(
      join(root, 'shop.graphql'),
      `${link} type Query { p: P } type P @key(fields: "id") { id: ID! price(in: Int): Int }`,
    );
    writeFileSync(
      join(root, 'tax.graphql'),
      `${link} type P @key(fields: "id") { id: ID! price(in: Int): Int @external tax: Int @requires(fields: "price(in: 1)") }`,
    );
    const head = yaml(
      '  shop: { schema: { file: shop.graphql } }',
      '  tax: { schema: { file: tax.graphql } }',
    );
    const { code, out } = await compose(false, { head, file: file() });
    expect(code).toBe(0);
    expect(out).toContain('hint: P.tax @requires P.price, which takes arguments: with CORDON_EXECUTOR=stock');
  });

  it('1: what does not compose is named by its file and line, and nothing is written', async () => {
    const head = yaml(...own, ...tickets(`${link}\ntype Query { ticket: Nothing }`));
    const { code, out } = await compose(false, { head, file: file() });
    expect(code).toBe(1);
    expect(out).toMatch(/error INVALID_GRAPHQL: .*tickets.graphql:2: .*Nothing/);
    expect(existsSync(file())).toBe(false);
  });

  it.each([
    [{ head: 'nowhere.yaml', file: 'a.graphql' }, 'no such file'],
    [{ file: 'a.graphql' }, 'give --head too'],
    [{ head: 'subgraphs' }, '--head needs --out'],
  ])('2: %j', async (given, message) => {
    expect(await compose(false, given)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
