import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { request } from 'node:http';
import { serverAudits } from 'graphql-http';
import { getIntrospectionQuery } from 'graphql';
import { everyScope, type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
let authorization: string;
beforeAll(async () => {
  up = await gatewayUp();
  authorization = `Bearer ${await up.issuer.sign({ scope: everyScope })}`;
});
afterAll(() => up.close());

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`${up.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${up.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { authorization, ...headers },
  });

/** As it is on the wire: fetch decompresses. */
function raw(headers: Record<string, string>, body: string) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request(
      `${up.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
      },
    );
    sent.on('error', reject).end(body);
  });
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

describe('the audits of graphql-http', () => {
  const audits = serverAudits({
    url: () => `${up.url}/graphql`,
    fetchFn: (url: string, options: RequestInit = {}) =>
      fetch(url, { ...options, headers: { ...(options.headers as object), authorization } }),
  });

  it('are those that are known: MUST, SHOULD and MAY', () => expect(audits.length).toBeGreaterThan(50));

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      expect('reason' in result ? result.reason : result.status).toBe('ok');
    },
  );
});

describe('the media type of an answer', () => {
  const graphqlResponse = 'application/graphql-response+json; charset=utf-8';
  const json = 'application/json; charset=utf-8';
  const cannotRun = '{"query":"{ moon }"}';

  it.each([
    ['application/graphql-response+json', graphqlResponse, 400],
    ['application/graphql-response+json; charset=utf-8, application/json; q=0.9', graphqlResponse, 400],
    ['application/json; q=0.5, application/graphql-response+json', graphqlResponse, 400],
    ['application/json', json, 200],
    ['application/json, text/plain, */*', json, 200],
    ['application/graphql-response+json; q=0.1, application/json', json, 200],
    ['*/*', json, 400],
    ['application/*', json, 400],
    ['text/html, */*; q=0.1', json, 400],
    ['application/json; q=0, */*', graphqlResponse, 400],
  ])('accept: %s', async (accept, contentType, status) => {
    const rejected = await post(cannotRun, { accept });
    expect([rejected.headers.get('content-type'), rejected.status]).toEqual([contentType, status]);
    expect(await codeOf(rejected)).toBe('GRAPHQL_VALIDATION_FAILED');
    const answered = await post('{"query":"{ whoAmI }"}', { accept });
    expect([answered.headers.get('content-type'), answered.status]).toEqual([contentType, 200]);
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{"query":"{"}'],
    ['QUERY_TOO_DEEP', `{"query":"{ actor(id: 1) ${'{ linked '.repeat(13)} { id } ${'}'.repeat(13)} }"}`],
    ['BAD_USER_INPUT', '{"query":"query($v: ID!) { actor(id: $v) { id } }"}'],
    ['OPERATION_RESOLUTION_FAILURE', '{"query":"query A {__typename} query B {__typename}"}'],
  ])('%s is an answer like others to a client that named application/json', async (code, body) => {
    const response = await post(body, { accept: 'application/json' });
    expect([response.status, await codeOf(response)]).toEqual([200, code]);
  });

  it('what was not read as a request, or is not allowed, has its own status in any media type', async () => {
    const accept = 'application/json';
    expect((await post('{', { accept })).status).toBe(400);
    expect((await post('{}', { accept })).status).toBe(400);
    expect((await post('{"query":"{ whoAmI }"}', { accept, authorization: '' })).status).toBe(401);
    expect((await post('x', { accept, 'content-type': 'text/plain' })).status).toBe(415);
  });

  it.each(['text/html', 'text/event-stream', 'multipart/mixed', 'application/json; q=0'])(
    'none that is written here: %s',
    async (accept) => {
      const response = await post('{"query":"{ whoAmI }"}', { accept });
      expect([response.status, response.headers.get('content-type')]).toEqual([406, json]);
      expect(await codeOf(response)).toBe('NOT_ACCEPTABLE');
    },
  );
});

describe('GET', () => {
  it('answers a query, with variables and a name, and is kept by nobody', async () => {
    const response = await get({
      query: 'query A($id: ID!) { actor(id: $id) { name } } query B { whoAmI }',
      variables: '{"id":"b"}',
      operationName: 'A',
      extensions: '{}',
    });
    expect(await response.json()).toEqual({ data: { actor: { name: 'Beta' } } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['no query', {}, 'BAD_REQUEST'],
    ['variables that are not JSON', { query: '{ whoAmI }', variables: '{' }, 'BAD_REQUEST'],
    ['variables that are a list', { query: '{ whoAmI }', variables: '[]' }, 'BAD_REQUEST'],
    ['an unknown field', { query: '{ moon }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ])('rejects %s', async (_what, parameters: Record<string, string>, code) => {
    const response = await get(parameters);
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
  });

  it('rejects a parameter that is given twice', async () => {
    const url = `${up.url}/graphql?query={whoAmI}&query={__typename}`;
    expect((await fetch(url, { headers: { authorization } })).status).toBe(400);
    const variables = `${up.url}/graphql?query={whoAmI}&variables={}&variables={}`;
    expect((await fetch(variables, { headers: { authorization } })).status).toBe(400);
  });

  it('never runs a mutation, whichever media type is asked for', async () => {
    up.calls.length = 0;
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      const response = await get({ query: 'mutation { rename(id: "a", name: "x") { id } }' }, { accept });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await codeOf(response)).toBe('METHOD_NOT_ALLOWED');
    }
    const named = { query: 'query A { whoAmI } mutation B { rename(id: "a", name: "x") { id } }' };
    expect((await get({ ...named, operationName: 'B' })).status).toBe(405);
    expect(up.calls).toEqual([]);
    expect((await get({ ...named, operationName: 'A' })).status).toBe(200);
  });

  it('needs a token, and is counted, as POST is', async () => {
    expect((await get({ query: '{ whoAmI }' }, { authorization: '' })).status).toBe(401);
    const small = await gatewayUp({ ratePerMinute: 1 });
    try {
      const headers = { authorization: `Bearer ${await small.issuer.sign({})}` };
      const url = `${small.url}/graphql?query={whoAmI}`;
      const statuses = [await fetch(url, { headers }), await fetch(url, { headers })].map(
        ({ status }) => status,
      );
      expect(statuses).toEqual([200, 429]);
    } finally {
      await small.close();
    }
  });

  it.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    const response = await fetch(`${up.url}/graphql?query={whoAmI}`, { method, headers: { authorization } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('compression', () => {
  const introspection = JSON.stringify({ query: getIntrospectionQuery() });

  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br; q=0, gzip', 'gzip', gunzipSync],
  ])('of an answer: accept-encoding %s', async (accepted, encoding, decompress) => {
    const { headers, body } = await raw({ 'accept-encoding': accepted }, introspection);
    expect([headers['content-encoding'], headers['cache-control']]).toEqual([encoding, 'no-store']);
    expect(headers['vary']).toMatch(/accept-encoding/);
    const plain = await raw({}, introspection);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(decompress(body).equals(plain.body)).toBe(true);
    expect(body.length).toBeLessThan(plain.body.length / 2);
  });

  it('of a small answer, or where none is accepted that is written here: none', async () => {
    const small = await raw({ 'accept-encoding': 'br, gzip' }, '{"query":"{ whoAmI }"}');
    const other = await raw({ 'accept-encoding': 'zstd' }, introspection);
    expect([small, other].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined]);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['identity', (body: string) => Buffer.from(body)],
  ])('of a request: %s', async (encoding, compress) => {
    const response = await post(compress('{"query":"{ actor(id: \\"a\\") { name } }"}'), {
      'content-encoding': encoding,
    });
    expect(await response.json()).toEqual({ data: { actor: { name: 'Alpha' } } });
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))],
    [
      'br',
      brotliCompressSync(Buffer.alloc(64 * 1024 * 1024, ' '), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
      }),
    ],
  ])('a bomb is rejected: %s', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const response = await post(bomb, { 'content-encoding': encoding });
    expect([response.status, await codeOf(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it.each([
    ['what is not gzip', 'gzip', Buffer.from('{"query":"{ whoAmI }"}')],
    ['what is not brotli', 'br', Buffer.from('{"query":"{ whoAmI }"}')],
    ['half of it', 'gzip', gzipSync('{"query":"{ whoAmI }"}').subarray(0, 20)],
  ])('rejects %s', async (_what, encoding, body) => {
    const response = await post(body, { 'content-encoding': encoding });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each(['zstd', 'deflate', 'gzip, br', 'constructor'])('is not read as %s', async (encoding) => {
    const response = await post(gzipSync('{"query":"{ whoAmI }"}'), { 'content-encoding': encoding });
    expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'br, gzip']);
    expect(await codeOf(response)).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
});

describe('the media type of a request', () => {
  it.each(['application/json', 'Application/JSON;charset=UTF-8', 'application/json; charset="utf-8"'])(
    'is %s',
    async (contentType) => {
      expect((await post('{"query":"{ whoAmI }"}', { 'content-type': contentType })).status).toBe(200);
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'application/json; charset=utf-16',
    'application/jsonp',
  ])('is not %s', async (contentType) => {
    const response = await post('{"query":"{ whoAmI }"}', { 'content-type': contentType });
    expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});
