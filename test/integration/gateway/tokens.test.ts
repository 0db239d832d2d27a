import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { connectGateway, type GatewayStore } from '../../../gateway/store/gatewayStore.store';
import { tokenVerifier } from '../../../gateway/tokens/verifyToken';
import { createLogger } from '../../../shared/logger/logger';
import { eventually } from '../../support/eventually';
import { type Answer, ask, type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { type TestIssuer, testIssuer } from '../../support/gatewayTokens';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const question = '{ whoAmI }';

let store: TestStore;
let database: GatewayStore;
let up: GatewayUp;
let other: GatewayUp;
beforeAll(async () => {
  store = await openTestStore();
  database = await connectGateway(store);
  up = await gatewayUp({}, undefined, store);
  other = await gatewayUp({ jwks: join(up.folder, 'jwks.json') }, undefined, store);
});
afterAll(async () => {
  await Promise.all([up.close(), other.close()]);
  await database.close();
  await store.close();
});

function expectUnauthenticated({ status, codes }: Answer): void {
  expect({ status, codes }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
}

const now = () => Math.floor(Date.now() / 1_000);

/** A token with a header and claims of its own. */
function signed(claims: object, { keys }: TestIssuer, header: object = {}): Promise<string> {
  return new SignJWT({
    iss: 'cordon-development',
    aud: 'cordon',
    sub: 'tester',
    roles: ['analyst'],
    iat: now(),
    exp: now() + 300,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'test', ...header })
    .sign(keys.privateKey);
}

describe('a token', () => {
  it.each(['at+jwt', 'application/at+jwt', 'JWT'])('of the type %s is accepted', async (typ) => {
    expect((await up.ask(question, { token: await signed({}, up.issuer, { typ }) })).status).toBe(200);
  });

  it.each([
    ['of another type', {}, { typ: 'dpop+jwt' }],
    ['without iat', { iat: undefined }, {}],
    ['issued in the future', { iat: now() + 60 }, {}],
    ['that is valid for longer than a day', { exp: now() + 86_500 }, {}],
    ['of more characters than any has', { padding: 'x'.repeat(9_000) }, {}],
    ['bound in a way that is not enforced', { cnf: { kid: 'k' } }, {}],
    ['bound to a certificate that the connection does not have', { cnf: { 'x5t#S256': 'x' } }, {}],
  ])('%s is rejected', async (_what, claims, header) => {
    expectUnauthenticated(await up.ask(question, { token: await signed(claims, up.issuer, header) }));
  });
});

describe('several issuers', () => {
  it('each have their own keys and audience', async () => {
    const [first, second] = [await testIssuer('one'), await testIssuer('two')];
    writeFileSync(join(up.folder, 'first.json'), first.jwks);
    writeFileSync(join(up.folder, 'second.json'), second.jwks);
    const issuers = join(up.folder, 'issuers.yaml');
    writeFileSync(
      issuers,
      `version: 1
issuers:
  - { issuer: "https://one.example", audience: cordon, jwks: first.json }
  - { issuer: "https://two.example", audience: cordon-two, jwks: second.json, algorithms: [ES256] }
`,
    );
    const gateway = await gatewayUp({ issuers, jwks: undefined });
    try {
      const status = async (issuer: TestIssuer, options: object) =>
        (await gateway.ask(question, { token: await issuer.sign({}, options) })).status;
      const [one, two] = [{ issuer: 'https://one.example' }, { issuer: 'https://two.example' }];
      expect(await status(first, { ...one, audience: 'cordon' })).toBe(200);
      expect(await status(second, { ...two, audience: 'cordon-two' })).toBe(200);
      expect(await status(second, { ...two, audience: 'cordon' })).toBe(401);
      expect(await status(first, { ...two, audience: 'cordon-two' })).toBe(401);
      expect(await status(second, { ...one, audience: 'cordon' })).toBe(401);
      expect(await status(first, { issuer: 'https://three.example' })).toBe(401);
      // The file is followed: an issuer that is taken out ends, one that is added counts, a wrong file changes nothing.
      const token = await second.sign({}, { ...two, audience: 'cordon-two' });
      const known = async () => (await gateway.ask(question, { token })).status;
      expect(await known()).toBe(200);
      for (const [content, statuses] of [
        ['version: 1\nissuers: []\n', [200, 401]],
        [
          'version: 1\nissuers:\n  - { issuer: "https://three.example", audience: cordon, jwks: first.json }\n',
          [401, 200],
        ],
      ] as const) {
        await gateway.replaceFollowed('issuer file', issuers, content);
        const three = await status(first, { issuer: 'https://three.example' });
        expect([await known(), three]).toEqual(statuses);
        const rejected = three === 200 ? 0 : 1;
        expect(await gateway.metrics.registry.metrics()).toContain(
          `cordon_reload_refused{file="issuers"} ${rejected}\n`,
        );
      }
    } finally {
      await gateway.close();
    }
  });

  it('of a wrong file are an error that names its line', async () => {
    const issuers = join(up.folder, 'wrong.yaml');
    writeFileSync(issuers, 'version: 1\nissuers:\n  - { issuer: "https://one.example", jwks: x.json }\n');
    await expect(gatewayUp({ issuers, jwks: undefined })).rejects.toThrow('wrong.yaml:3: ');
    const noUrl =
      'version: 1\nissuers:\n  - { issuer: "https://one.example", audience: a, jwks: "https://" }\n';
    writeFileSync(issuers, noUrl);
    await expect(gatewayUp({ issuers, jwks: undefined })).rejects.toThrow(
      'a URL or the path of a file is expected',
    );
  });
});

it('an issuer that is removed while its keys are fetched has none of its tokens accepted', async () => {
  const removed = await testIssuer('removed');
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (onAsked = resolve));
  let release: () => void = () => undefined;
  const server = createServer((_request, response) => {
    release = () => response.setHeader('content-type', 'application/json').end(removed.jwks);
    onAsked();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const issuer = { issuer: 'https://removed.example', audience: 'cordon', algorithms: ['ES256'] };
  const verifier = tokenVerifier({
    issuers: [{ ...issuer, jwks }],
    operatorRoles: ['analyst'],
    maxLifeSeconds: 86_400,
    logger: createLogger('test', 'silent'),
  });
  try {
    const token = await removed.sign({}, issuer);
    const verified = verifier.verify(token);
    await asked;
    verifier.setIssuers([]);
    release();
    await expect(verified).rejects.toThrow();
    await expect(verifier.verify(token)).rejects.toThrow();
  } finally {
    verifier.close();
    server.close();
  }
});

it('a key that is rotated in at a URL loses no request, and unknown ids are not fetched for each', async () => {
  const [first, second] = [await testIssuer('first'), await testIssuer('second')];
  let served = first.jwks;
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches++;
    response.setHeader('content-type', 'application/json').end(served);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const gateway = await gatewayUp({ jwks });
  try {
    const status = async (issuer: TestIssuer) =>
      (await gateway.ask(question, { token: await issuer.sign({}) })).status;
    expect(await status(first)).toBe(200);
    served = JSON.stringify({
      keys: [first, second].flatMap((one) => (JSON.parse(one.jwks) as { keys: object[] }).keys),
    });
    expect(await status(second)).toBe(200);
    const before = fetches;
    const unknown = await testIssuer('unknown');
    for (let i = 0; i < 5; i++) expect(await status(unknown)).toBe(401);
    expect(fetches - before).toBe(1);
  } finally {
    await gateway.close();
    server.close();
  }
});

it('a key that is withdrawn at a URL ends within a minute, also where its fetch takes long', async () => {
  const withdrawn = await testIssuer('withdrawn');
  let served = withdrawn.jwks;
  const answers: (() => void)[] = [];
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (onAsked = resolve));
  const server = createServer((_request, response) => {
    const keys = served;
    answers.push(() => response.setHeader('content-type', 'application/json').end(keys));
    if (answers.length === 1) onAsked();
    else answers.at(-1)?.();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const issuer = { issuer: 'https://withdrawn.example', audience: 'cordon', algorithms: ['ES256'] };
  const verifier = tokenVerifier({
    issuers: [{ ...issuer, jwks }],
    operatorRoles: ['analyst'],
    maxLifeSeconds: 86_400,
    logger: createLogger('test', 'silent'),
  });
  let now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
  try {
    const token = await withdrawn.sign({}, issuer);
    const verified = verifier.verify(token);
    await asked;
    served = JSON.stringify({ keys: [] });
    now += 4_900;
    answers[0]?.();
    await verified;
    now += 60_000 - 4_900;
    await expect(verifier.verify(token)).rejects.toThrow();
  } finally {
    clock.mockRestore();
    verifier.close();
    server.close();
  }
});

it('tokens that name no key are verified by the keys at a URL, however many there are', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(up.issuer.jwks);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const gateway = await gatewayUp({ jwks });
  try {
    for (let i = 0; i < 10; i++) {
      const token = await signed({ jti: randomUUID() }, up.issuer, { kid: undefined });
      expect((await gateway.ask(question, { token })).status).toBe(200);
    }
  } finally {
    await gateway.close();
    server.close();
  }
});

describe('a token that is bound to a key (DPoP)', () => {
  type Proof = { htm?: string; htu?: string; iat?: number; jti?: string; ath?: string; typ?: string };

  async function holder() {
    const keys = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(keys.publicKey);
    const jkt = await calculateJwkThumbprint(jwk);
    const prove = (token: string, { typ = 'dpop+jwt', ...claims }: Proof = {}) =>
      new SignJWT({
        jti: randomUUID(),
        htm: 'POST',
        htu: `${up.url}/graphql`,
        iat: now(),
        ath: createHash('sha256').update(token).digest('base64url'),
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', typ, jwk })
        .sign(keys.privateKey);
    return { jkt, prove };
  }

  const send = (token: string, dpop: string | undefined, { url = up.url, scheme = 'DPoP' } = {}) =>
    ask(url, question, {
      headers: { authorization: `${scheme} ${token}`, ...(dpop === undefined ? {} : { dpop }) },
    });

  it('needs a fresh proof by its key, once', async () => {
    const { jkt, prove } = await holder();
    const token = await up.issuer.sign({ cnf: { jkt } });
    const proof = await prove(token);
    expect((await send(token, proof)).status).toBe(200);
    expectUnauthenticated(await send(token, proof));
    expectUnauthenticated(await send(token, undefined));
    expectUnauthenticated(await send(token, undefined, { scheme: 'Bearer' }));
    expectUnauthenticated(await send(token, await prove(token), { scheme: 'Bearer' }));
    const thief = await holder();
    expectUnauthenticated(await send(token, await thief.prove(token)));
    const unbound = await up.issuer.sign({});
    expectUnauthenticated(await send(unbound, await prove(unbound)));
  });

  it.each([
    ['of another URL', { htu: 'https://elsewhere.example/graphql' }],
    ['of another method', { htm: 'GET' }],
    ['that is old', { iat: now() - 3_600 }],
    ['of the future', { iat: now() + 600 }],
    ['of another token', { ath: 'x' }],
    ['of another type', { typ: 'JWT' }],
  ])('rejects a proof %s', async (_what, claims) => {
    const { jkt, prove } = await holder();
    const token = await up.issuer.sign({ cnf: { jkt } });
    expectUnauthenticated(await send(token, await prove(token, claims)));
  });

  it('takes a proof once in all gateways of a deployment', async () => {
    const { jkt, prove } = await holder();
    const token = await up.issuer.sign({ cnf: { jkt } });
    const behindProxy = await gatewayUp(
      { jwks: join(up.folder, 'jwks.json'), publicUrl: up.url },
      undefined,
      store,
    );
    try {
      const proof = await prove(token);
      expect((await send(token, proof, { url: behindProxy.url })).status).toBe(200);
      expectUnauthenticated(await send(token, proof));
    } finally {
      await behindProxy.close();
    }
  });
});

describe('a revocation', () => {
  it.each([
    ['of a token', { jti: randomUUID() }, 'jti'],
    ['of a client', { client_id: 'meridian-exchange' }, 'client'],
    ['of a subject', { sub: 'somebody@house' }, 'subject'],
  ] as const)('%s counts in every gateway', async (_what, claims, kind) => {
    const token = await up.issuer.sign(claims);
    for (const { url } of [up, other]) expect((await ask(url, question, { token })).status).toBe(200);
    const [value = ''] = Object.values(claims) as string[];
    await database.revocations.add({ kind, value, issuer: null, before: new Date() });
    for (const { url } of [up, other]) {
      await eventually(async () => (await ask(url, question, { token })).status !== 200);
      expectUnauthenticated(await ask(url, question, { token }));
    }
    expect((await up.ask(question)).status).toBe(200);
  });

  it('without an instant takes that of the store, not of whoever records it', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
    const before = await database.revocations.add({
      kind: 'client',
      value: 'nobody-at-all',
      issuer: null,
      before: undefined,
    });
    clock.mockRestore();
    expect(Math.abs(before.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('of a client leaves what was issued later, and other issuers', async () => {
    const claims = { client_id: 'kestrel-desk' };
    await database.revocations.add({
      kind: 'client',
      value: 'kestrel-desk',
      issuer: null,
      before: new Date(Date.now() - 60_000),
    });
    await database.revocations.add({
      kind: 'client',
      value: 'kestrel-desk',
      issuer: 'https://elsewhere.example',
      before: new Date(),
    });
    const older = await signed({ ...claims, iat: now() - 120 }, up.issuer);
    await eventually(async () => (await up.ask(question, { token: older })).status !== 200);
    expectUnauthenticated(await up.ask(question, { token: older }));
    // What the other issuer revoked was read in the same go.
    expect((await up.ask(question, { token: await up.issuer.sign(claims) })).status).toBe(200);
  });
});
