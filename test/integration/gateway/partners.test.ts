import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { type Answer, type AskOptions, type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { temporaryFolder } from '../../support/temporaryFolder';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const stored = 'query Wallets($id: ID! = "a") { actor(id: $id) { name wallets { id } } }';
const manifest = (body = stored) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'wallets-1', name: 'Wallets', type: 'query', body }],
  });

const fileOf = ({ mode = 'required', exclude = '[internal]' } = {}) => `version: 1
partners:
  - client: meridian-exchange
    venue: meridian
    scopes: ["attribution:read"]
    contract: { exclude: ${exclude} }
    operations: { mode: ${mode}, manifest: operations.json }
    networks: ["127.0.0.0/8", "::1/128"]
  - client: harborlight-desk
    venue: harborlight
    scopes: ["attribution:read", "audit:read"]
    operations: { mode: required, manifest: operations }
  - client: elsewhere
    venue: meridian
    scopes: ["attribution:read"]
    networks: ["10.9.8.0/24"]
`;

let room: string;
let up: GatewayUp;
let file: string;

beforeAll(async () => {
  room = temporaryFolder();
  file = join(room, 'partners.yaml');
  mkdirSync(join(room, 'operations'));
  writeFileSync(join(room, 'operations.json'), manifest());
  writeFileSync(
    join(room, 'operations', 'name.graphql'),
    'query Name { actor(id: "a") { ...Named } }\n# a comment\n',
  );
  writeFileSync(join(room, 'operations', 'named.graphql'), 'fragment Named on Actor { name }');
  writeFileSync(file, fileOf());
  up = await gatewayUp({ partners: file });
});
afterAll(async () => {
  await up.close();
  rmSync(room, { recursive: true, force: true });
});

type As = { client?: string; venue?: string; scope?: string };

async function askAs(
  { client = 'meridian-exchange', venue = 'meridian', scope = 'attribution:read audit:read' }: As,
  query: string,
  options: AskOptions = {},
): Promise<Answer> {
  const token = await up.issuer.sign({ client_id: client, venue, scope, roles: ['partner'] });
  return up.ask(query, { ...options, token });
}

const byId = (id: string, more: object = {}): AskOptions => ({
  body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: id } }, ...more }),
});

const replace = (content: string) => up.replaceFollowed('partner file', file, content);
const replaceManifest = (content: string) =>
  up.replaceFollowed('partner file', join(room, 'operations.json'), content);

describe('who is let in', () => {
  it.each([
    ['a client that the file does not list', { client: 'nobody' }, 'UNKNOWN_PARTNER'],
    ['a client with the venue of another', { venue: 'harborlight' }, 'UNKNOWN_PARTNER'],
    ['an address outside its networks', { client: 'elsewhere' }, 'NETWORK_NOT_ALLOWED'],
  ])('rejects %s', async (_what, as, code) => {
    const answer = await askAs(as, stored);
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 403, codes: [code] });
  });

  it('rejects a partner whose token names no client', async () => {
    const token = await up.issuer.sign({ venue: 'meridian', roles: ['partner'] });
    expect((await up.ask(stored, { token })).codes).toEqual(['UNKNOWN_PARTNER']);
  });

  it('finds a partner by azp, and does not limit the operator', async () => {
    const token = await up.issuer.sign({ azp: 'meridian-exchange', venue: 'meridian', roles: ['partner'] });
    expect((await up.ask(stored, { token })).status).toBe(200);
    expect((await up.ask('{ whoAmI }')).data).toBeDefined();
  });

  it('grants at most the scopes of the file', async () => {
    const client = { client: 'harborlight-desk', venue: 'harborlight' };
    const answer = await askAs(
      { ...client, scope: 'attribution:read' },
      'query Name { actor(id: "a") { name } }',
    );
    expect(answer.codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    await replace(fileOf({ mode: 'off', exclude: '[internal]' }));
    const told = await askAs({ scope: 'attribution:read audit:read' }, '{ whoAmI }');
    expect(JSON.parse((told.data as { whoAmI: string }).whoAmI)).toMatchObject({
      scopes: ['attribution:read'],
    });
    await replace(fileOf());
  });
});

describe('stored operations', () => {
  it('are answered by id, by digest, and by text in any form', async () => {
    const wanted = { actor: { name: 'Alpha', wallets: [{ id: 'w-a' }] } };
    expect((await askAs({}, '', byId('wallets-1'))).data).toEqual(wanted);
    expect((await askAs({}, '', byId(sha256(stored)))).data).toEqual(wanted);
    expect((await askAs({}, stored)).data).toEqual(wanted);
    expect((await askAs({}, `# mine\n${stored.replaceAll(' ', ' \n')}`)).data).toEqual(wanted);
    const variables = { id: 'b' };
    expect((await askAs({}, '', byId('wallets-1', { variables }))).data).toMatchObject({
      actor: { name: 'Beta' },
    });
  });

  it('are answered by GET', async () => {
    const token = await up.issuer.sign({
      client_id: 'meridian-exchange',
      venue: 'meridian',
      scope: 'attribution:read',
    });
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'wallets-1' } });
    const response = await fetch(`${up.url}/graphql?${new URLSearchParams({ extensions }).toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ data: { actor: { name: 'Alpha' } } });
  });

  it('of a folder are whole with fragments of other files', async () => {
    const as = { client: 'harborlight-desk', venue: 'harborlight' };
    const text = 'query Name { actor(id: "a") { ...Named } } fragment Named on Actor { name }';
    expect((await askAs(as, text)).data).toEqual({ actor: { name: 'Alpha' } });
  });

  it('others are rejected where they are required, and nothing is learnt of a client', async () => {
    const text = '{ actors { id } }';
    expect((await askAs({}, text)).codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    expect((await askAs({}, '', byId('f'.repeat(64)))).codes).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
    expect((await askAs({}, '', byId(sha256(text), { query: text }))).codes).toEqual([
      'QUERY_NOT_IN_SAFELIST',
    ]);
    expect((await askAs({}, '', byId(sha256(text)))).codes).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
  });

  it('others are executed where stored ones are preferred', async () => {
    await replace(fileOf({ mode: 'preferred' }));
    expect((await askAs({}, '{ actors { id } }')).data).toBeDefined();
    expect(await up.metrics.registry.metrics()).toMatch(/^cordon_operations_unlisted_total 1$/m);
    expect((await askAs({}, '', byId('f'.repeat(64)))).codes).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
    await replace(fileOf());
  });
});

describe('automatic persisted queries', () => {
  const text = '{ actors { name } }';

  it("are for the operator's own people", async () => {
    expect((await up.ask('', byId(sha256(text)))).errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect((await up.ask('', byId(sha256(text), { query: text }))).data).toBeDefined();
    expect((await up.ask('', byId(sha256(text)))).data).toEqual({
      actors: [{ name: 'Alpha' }, { name: 'Beta' }],
    });
    expect((await up.ask('', byId(sha256('other'), { query: text }))).codes).toEqual(['BAD_REQUEST']);
  });
});

it('a partner without a list cannot ask by an id', async () => {
  await replace(fileOf().replace('    operations: { mode: required, manifest: operations.json }\n', ''));
  expect((await askAs({}, '', byId('wallets-1'))).codes).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  await replace(fileOf());
});

describe('a contract', () => {
  const introspection = '{ __type(name: "Actor") { fields { name } } audit: __type(name: "Audit") { name } }';

  it('leaves out by name, introspection and suggestion, for its partner only', async () => {
    await replace(fileOf({ mode: 'off' }));
    const { data } = await askAs({}, introspection);
    expect(data?.['audit']).toBeNull();
    expect(JSON.stringify(data)).not.toContain('aliases');
    const asked = await askAs({}, '{ actor(id: "a") { aliase aliases } audit { entries } }');
    expect({ status: asked.status, codes: new Set(asked.codes) }).toEqual({
      status: 400,
      codes: new Set(['GRAPHQL_VALIDATION_FAILED']),
    });
    expect(asked.text).not.toMatch(/did you mean[^?]*aliases/i);
    expect(JSON.stringify((await up.ask(introspection)).data)).toContain('aliases');
    await replace(fileOf());
  });

  it('of a tag that no element carries is rejected, and the file before stays', async () => {
    await replace(fileOf({ mode: 'off', exclude: '[outer]' }));
    expect((await askAs({}, '{ actors { id } }')).codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    await replace(fileOf());
  });

  it('of a tag that only the next supergraph has is in force with it', async () => {
    const supergraph = join(up.folder, 'supergraph.graphql');
    const sdl = readFileSync(supergraph, 'utf8');
    await replace(fileOf({ mode: 'off', exclude: '[outer]' }));
    expect((await askAs({}, '{ actors { id } }')).codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    // The contract that is served still has its own tag.
    await up.replaceFollowed(
      'supergraph',
      supergraph,
      sdl.replace('@tag(name: "internal")', '@tag(name: "outer") @tag(name: "internal")'),
    );
    await eventually(async () => (await askAs({}, '{ actors { id } }')).codes.length === 0);
    await replace(fileOf());
    await up.replaceFollowed('supergraph', supergraph, sdl);
  });
});

describe('the file is followed', () => {
  it('a manifest of its own that changes counts', async () => {
    await replaceManifest(manifest('{ actors { id } }'));
    expect((await askAs({}, '{ actors { id } }')).data).toBeDefined();
    expect((await askAs({}, stored)).codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    await replaceManifest(manifest());
    expect((await askAs({}, stored)).data).toBeDefined();
  });

  it.each([
    ['of another form', () => fileOf({ mode: 'perhaps' })],
    ['without its manifest', () => fileOf().replace('operations.json', 'nothing.json')],
    ['that is not YAML', () => 'version: ['],
  ])('a file %s changes nothing', async (_what, content) => {
    await replace(content());
    expect((await askAs({}, stored)).data).toBeDefined();
    expect((await askAs({}, '{ actors { id } }')).codes).toEqual(['QUERY_NOT_IN_SAFELIST']);
    await replace(fileOf());
  });

  it('at start a wrong file is an error that names its line', async () => {
    const wrong = join(room, 'wrong.yaml');
    writeFileSync(wrong, fileOf({ mode: 'perhaps' }));
    await expect(gatewayUp({ partners: wrong })).rejects.toThrow(`${wrong}:7: `);
  });
});
