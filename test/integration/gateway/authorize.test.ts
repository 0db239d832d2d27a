import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { sdls } from '../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());
beforeEach(() => {
  up.calls.length = 0;
});

const unauthorized = (field: string, path: (string | number)[]) => ({
  message: `You may not see ${field}.`,
  path,
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
});

const asked = () => up.calls.map(({ query }) => query).join('\n');

describe('a field that a token may not see', () => {
  it('is null with an error at every place where it would be, and is not asked for', async () => {
    const answer = await up.ask('{ actors { name hidden: secret wallets { id } } }', { scope: 'other:read' });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      actors: [
        { name: 'Alpha', hidden: null, wallets: null },
        { name: 'Beta', hidden: null, wallets: null },
      ],
    });
    expect(answer.errors).toEqual([
      unauthorized('Actor.secret', ['actors', 0, 'hidden']),
      unauthorized('Actor.wallets', ['actors', 0, 'wallets']),
      unauthorized('Actor.secret', ['actors', 1, 'hidden']),
      unauthorized('Actor.wallets', ['actors', 1, 'wallets']),
    ]);
    expect(asked()).not.toMatch(/secret|wallets/);
    expect(up.calls).toHaveLength(1);
  });

  it('is seen with any one of the sets of scopes, and with all of that set', async () => {
    const secretWith = async (scope: string) =>
      (await up.ask('{ actor(id: "a") { secret } }', { scope })).codes;
    expect(await secretWith('secret:read')).toEqual([]);
    expect(await secretWith('audit:read legal:read')).toEqual([]);
    expect(await secretWith('audit:read')).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(await secretWith('SECRET:READ secret:rea secret:read2')).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('is found in fragments, and below other fields', async () => {
    const answer = await up.ask(
      `query($in: Boolean!) { actor(id: "a") { ...F ... @include(if: $in) { again: secret } linked { ...F } } }
       fragment F on Actor { secret }`,
      { scope: '', variables: { in: true } },
    );
    expect(answer.data).toEqual({
      actor: { secret: null, again: null, linked: [{ secret: null }, { secret: null }] },
    });
    expect(answer.errors?.map((error) => error.path?.join('.'))).toEqual([
      'actor.secret',
      'actor.again',
      'actor.linked.0.secret',
      'actor.linked.1.secret',
    ]);
    expect(asked()).not.toMatch(/secret|\$in/);
  });

  it('is not spoken of where it is skipped, or where what it is on is null', async () => {
    const answer = await up.ask(
      '{ actor(id: "a") { name secret @skip(if: true) } none: actor(id: "nobody") { secret } }',
      { scope: '' },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ actor: { name: 'Alpha' }, none: null });
  });

  it('does not take along what is beside it under the same name', async () => {
    const query = '{ actor(id: "a") { linked { id } linked { secret } } }';
    expect((await up.ask(query, { scope: '' })).data).toEqual({
      actor: {
        linked: [
          { id: 'a', secret: null },
          { id: 'b', secret: null },
        ],
      },
    });
  });

  it('omits variables that only it used', async () => {
    const query = 'mutation($id: ID!, $name: String!) { rename(id: $id, name: $name) { id } }';
    const answer = await up.ask(query, { scope: '', variables: { id: 'a', name: 'x' } });
    expect(answer.data).toEqual({ rename: null });
    expect(answer.errors).toEqual([
      {
        ...unauthorized('Mutation.rename', ['rename']),
        message: 'You may not do Mutation.rename: it needs the scope sanctions:write.',
      },
    ]);
    expect(up.calls).toEqual([]);
  });

  it('two tokens that ask the same get each its own, whoever asks first', async () => {
    const query = '{ actor(id: "b") { id secret } }';
    for (const scope of ['', 'secret:read', '', 'secret:read']) {
      const { data } = await up.ask(query, { scope });
      expect(data).toEqual({ actor: { id: 'b', secret: scope ? 'secret of b' : null } });
    }
  });
});

describe('a type that a token may not see', () => {
  it('is protected behind an interface too', async () => {
    const query = '{ record(id: "sealed") { id note ... on Sealed { secret } } }';
    const rejected = await up.ask(query, { scope: 'secret:read' });
    expect(rejected.data).toEqual({ record: null });
    expect(rejected.errors).toEqual([unauthorized('Query.record', ['record'])]);
    expect(up.calls).toEqual([]);
    expect((await up.ask(query, { scope: 'secret:read sealed:read' })).data).toEqual({
      record: { id: 'sealed', note: 'sealed note', secret: 'sealed secret' },
    });
  });
});

describe('a root field that cannot be null', () => {
  const forbidden = (field: string, scope: string) => ({
    status: 403,
    errors: [
      {
        message: `You may not ask for ${field}: it needs the scope ${scope}.`,
        extensions: { code: 'FORBIDDEN' },
      },
    ],
  });

  it('ends the request, and nothing is executed', async () => {
    const answer = await up.ask(
      '{ actor(id: "a") { name } ...F } fragment F on Query { mine: audit { entries } }',
      {
        scope: 'legal:read',
      },
    );
    expect({ status: answer.status, errors: answer.errors }).toEqual(forbidden('Query.audit', 'audit:read'));
    expect(answer).not.toHaveProperty('data');
    expect(up.calls).toEqual([]);
  });

  it('ends it for a mutation too: none of the others is done', async () => {
    const query = 'mutation { rename(id: "a", name: "x") { id } mustRename(id: "a", name: "x") { id } }';
    const answer = await up.ask(query, { scope: 'audit:read' });
    expect({ status: answer.status, errors: answer.errors }).toEqual(
      forbidden('Mutation.mustRename', 'sanctions:write'),
    );
    expect(up.calls).toEqual([]);
    expect((await up.ask(query, { scope: 'sanctions:write' })).errors).toBeUndefined();
  });

  it('does not where it is not included', async () => {
    const query = 'query($all: Boolean!) { actor(id: "a") { name } audit @include(if: $all) { entries } }';
    const without = await up.ask(query, { scope: '', variables: { all: false } });
    expect([without.status, without.errors]).toEqual([200, undefined]);
    expect((await up.ask(query, { scope: '', variables: { all: true } })).status).toBe(403);
  });
});

describe('a supergraph of a composer that leaves out what is implied', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-careless-'));
  const supergraph = join(folder, 'supergraph.graphql');
  let careless: GatewayUp;
  beforeAll(async () => {
    const sdl = mustCompose(sdls)
      .supergraphSdl.replace(
        /(interface Record\s+@join__type\(graph: SANCTIONS\))\s+@requiresScopes\(.*\)/,
        '$1',
      )
      .replace(/(interface Record[^}]*secret: String) @requiresScopes\(.*\)/, '$1')
      .replace(/linkedActorIds: \[ID!\]! @inaccessible/, '$& @requiresScopes(scopes: [["links:read"]])');
    writeFileSync(supergraph, sdl);
    careless = await gatewayUp({ supergraph });
  });
  afterAll(async () => {
    await careless.close();
    rmSync(folder, { recursive: true });
  });

  it('shows nothing through an interface that its types hide', async () => {
    for (const id of ['a', 'sealed']) {
      const query = `{ record(id: "${id}") { id note secret } }`;
      const some = await careless.ask(query, { scope: 'secret:read' });
      expect(some.data).toEqual({ record: null });
      const none = await careless.ask(query, { scope: 'sealed:read' });
      expect(none.data?.['record']).toMatchObject({ id, secret: null });
    }
    expect(careless.calls.map(({ query }) => query).join()).not.toContain('secret');
  });

  it('answers no field that requires a hidden one', async () => {
    const query = '{ actor(id: "a") { name frozenAccounts { id } } }';
    expect((await careless.ask(query, { scope: '' })).data).toEqual({
      actor: { name: 'Alpha', frozenAccounts: null },
    });
    expect((await careless.ask(query, { scope: 'links:read' })).errors).toBeUndefined();
  });
});
