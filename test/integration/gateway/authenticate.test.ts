import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSecretKey } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { readGatewayConfig } from '../../../gateway/config';
import type { Identity } from '../../../shared/identity/identity';
import { roles } from '../../../shared/identity/roles';
import { type Answer, ask, type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { eventually } from '../../support/eventually';
import { testIssuer } from '../../support/gatewayTokens';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());

function expectUnauthenticated(answer: Answer): void {
  expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(answer.data).toBeUndefined();
}

describe('who is not let in', () => {
  it.each([
    ['a question', '{ whoAmI }', undefined],
    ['introspection', '{ __schema { queryType { name } } }', undefined],
    ['a syntax error', '{ actor(', undefined],
    ['malformed JSON', '', '{"query": '],
    ['nothing', '', ''],
  ])('no token, with %s', async (_what, query, body) => {
    expectUnauthenticated(await ask(up.url, query, body === undefined ? {} : { body }));
  });

  it('a token that was tampered with, in any part', async () => {
    const token = await up.issuer.sign({ roles: ['analyst'] });
    const [head = '', body = '', mark = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = encode({ alg: 'none', typ: 'JWT' });
    const forgeries = [
      `${head}.${encode({ ...claims, roles: ['auditor'] })}.${mark}`,
      `${none}.${body}.`,
      `${none}.${body}.${mark}`,
      `${head}.${body}.`,
      'x.y.z',
      'x',
      `${token}x`,
    ];
    for (const forged of forgeries) expectUnauthenticated(await up.ask('{ whoAmI }', { token: forged }));
  });

  it('a token that is signed with the public key as if it were a secret', async () => {
    const { keys } = JSON.parse(up.issuer.jwks) as { keys: object[] };
    const secret = createSecretKey(Buffer.from(JSON.stringify(keys[0])));
    const token = await new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'HS256', kid: 'test' })
      .setIssuer('cordon-development')
      .setAudience('cordon')
      .setExpirationTime('5m')
      .sign(secret);
    expectUnauthenticated(await up.ask('{ whoAmI }', { token }));
  });

  it.each([
    ['expired', {}, { expiresIn: -60 }],
    ['without an end', {}, { expiresIn: undefined }],
    ['of another issuer', {}, { issuer: 'somebody' }],
    ['for another audience', {}, { audience: 'something' }],
    ['of a partner without a venue', { roles: ['partner'] }, {}],
    ['of a partner with an empty venue', { roles: ['partner'], venue: '' }, {}],
    ['of a role that is spelt differently', { roles: ['Partner'] }, {}],
    ['of an unknown role', { roles: ['king'] }, {}],
    ['with an empty list of roles', { roles: [] }, {}],
    ['without roles', { roles: undefined as never }, {}],
    ['of an unknown role with an empty venue', { roles: [], venue: '' }, {}],
    ['of a partner without a venue, whatever its other roles', { roles: ['partner', 'auditor'] }, {}],
    ['that names two clients', { client_id: 'one', azp: 'two' }, {}],
    ['without a subject', { sub: '' }, {}],
    ['whose roles are not a list', { roles: 'analyst' as never }, {}],
    ['whose scope is not text', { scope: ['a'] }, {}],
  ])('a token %s', async (_what, claims, options) => {
    expectUnauthenticated(await up.ask('{ whoAmI }', { token: await up.issuer.sign(claims, options) }));
  });

  it.each([
    ['a space before', ' dana'],
    ['a space behind', 'dana '],
    ['a space within', 'da na'],
    ['a tab', 'dana\t'],
    ['a no-break space', 'da\u00a0na'],
    ['an ideographic space', 'dana\u3000'],
    ['a zero-width space', 'da\u200bna'],
    ['a zero-width joiner', 'dana\u200d'],
    ['a byte order mark', '\ufeffdana'],
    ['a soft hyphen', 'da\u00adna'],
    ['a direction mark', '\u202edana'],
    ['a combining grapheme joiner', 'da\u034fna'],
    ['a Hangul filler', 'dana\u115f'],
    ['a variation selector', 'dana\ufe0f'],
    ['a tag character', 'dana\u{e0061}'],
    ['a control character', 'dana\u0000'],
    ['an unassigned character', 'dana\u0378'],
    ['a decomposed letter', 'rene\u0301'],
    ['full-width letters', '\uff44\uff41\uff4e\uff41'],
    ['a ligature', '\ufb01ona'],
    ['more than 255 characters', 'd'.repeat(256)],
  ])('a token whose subject has %s', async (_what, sub) => {
    expectUnauthenticated(await up.ask('{ whoAmI }', { token: await up.issuer.sign({ sub }) }));
  });

  it('a token of an issuer with another key', async () => {
    const other = await testIssuer();
    expectUnauthenticated(await up.ask('{ whoAmI }', { token: await other.sign({}) }));
  });

  it('a header of another kind', async () => {
    const answer = await ask(up.url, '{ whoAmI }', { headers: { authorization: 'Basic YTpi' } });
    expectUnauthenticated(answer);
  });

  it('says of an expired token that it is expired', async () => {
    const token = await up.issuer.sign({}, { expiresIn: -60 });
    expect((await up.ask('{ whoAmI }', { token })).errors?.[0]?.message).toBe('The token has expired.');
  });
});

describe('who is let in', () => {
  const identityOf = async (on: GatewayUp, claims: JWTPayload) => {
    const answer = await on.ask('{ whoAmI }', { token: await on.issuer.sign(claims) });
    return answer.status === 200 ? (JSON.parse(String(answer.data?.['whoAmI'])) as Identity) : answer.status;
  };

  it.each([...roles].filter((role) => role !== 'partner'))('%s, as one of the operator', async (role) => {
    expect(await identityOf(up, { roles: [role] })).toMatchObject({
      operator: true,
      venue: null,
      roles: [role],
    });
  });

  it('a token with a venue, confined to it whatever its roles', async () => {
    for (const given of [[], ['king'], ['partner'], ['analyst']])
      expect(await identityOf(up, { roles: given, venue: 'v' })).toMatchObject({ venue: 'v' });
  });

  it.each(['dana', 'ren\u00e9', 'dana@example.com', 'auth0|5f7c8ec7c33c6c004bbafe82', '\u6771\u4eac'])(
    'the subject %s, as it is spelt',
    async (sub) => expect(await identityOf(up, { sub })).toMatchObject({ subject: sub }),
  );

  it('the client that the token names, by either claim', async () => {
    for (const claims of [{ client_id: 'app' }, { azp: 'app' }, { client_id: 'app', azp: 'app' }])
      expect(await identityOf(up, claims)).toMatchObject({ client: 'app' });
    expect(await identityOf(up, {})).toMatchObject({ client: null, issuer: 'cordon-development' });
  });

  it('only roles that the deployment counts as its own see all venues', async () => {
    const { operatorRoles } = readGatewayConfig({
      CORDON_JWKS: 'x',
      CORDON_LINK_SECRET: 'x'.repeat(32),
      CORDON_OPERATOR_ROLES: 'auditor, group-compliance',
    });
    const other = await gatewayUp({ operatorRoles });
    try {
      expect(await identityOf(other, { roles: ['analyst'] })).toBe(401);
      expect(await identityOf(other, { roles: ['auditor'] })).toMatchObject({ operator: true });
      expect(await identityOf(other, { roles: ['group-compliance'] })).toMatchObject({
        operator: true,
        roles: [],
      });
      expect(await identityOf(other, { roles: ['analyst'], venue: 'v' })).toMatchObject({
        operator: false,
        venue: 'v',
      });
    } finally {
      await other.close();
    }
  });
});

describe('keys', () => {
  it('in a file are followed: a rotated key counts, one that was taken out no longer, and a broken file lets nobody in', async () => {
    const before = await up.issuer.sign({});
    const next = await testIssuer('next');
    const after = await next.sign({});
    const file = join(up.folder, 'jwks.json');
    const put = (content: string) => {
      writeFileSync(`${file}.new`, content);
      renameSync(`${file}.new`, file);
    };
    put(next.jwks);
    await eventually(async () => (await up.ask('{ whoAmI }', { token: after })).status === 200);
    expectUnauthenticated(await up.ask('{ whoAmI }', { token: before }));
    put('{"keys": ');
    await eventually(async () => (await up.ask('{ whoAmI }', { token: after })).status === 503);
    expect((await up.ask('{ whoAmI }', { token: after })).codes).toEqual(['KEYS_UNAVAILABLE']);
    rmSync(file);
    expectUnauthenticated(await ask(up.url, '{ whoAmI }'));
    put(up.issuer.jwks);
    await eventually(async () => (await up.ask('{ whoAmI }', { token: before })).status === 200);
  });

  it('at a URL are fetched; while they cannot be, nobody is let in, and nobody is called a forger', async () => {
    let status = 503;
    const issuer = await testIssuer();
    const server: Server = createServer((_request, response) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status === 200 ? issuer.jwks : '{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const remote = await gatewayUp({
      jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    });
    try {
      const token = await issuer.sign({});
      const rejected = await remote.ask('{ whoAmI }', { token });
      expect({ status: rejected.status, codes: rejected.codes }).toEqual({
        status: 503,
        codes: ['KEYS_UNAVAILABLE'],
      });
      expect(rejected.text).not.toContain('127.0.0.1');
      status = 200;
      expect((await remote.ask('{ whoAmI }', { token })).status).toBe(200);
    } finally {
      await remote.close();
      server.close();
    }
  });
});
