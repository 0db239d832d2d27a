import { getIntrospectionQuery } from 'graphql';
import { flagship } from '../../../gateway/explorer/flagship';
import { queryLimits } from '../../../gateway/steps/limitQuery';
import { type Answer, type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ maxCost: 1e9 });
});
afterAll(() => up.close());

function expectRejection(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, codes: [...new Set(answer.codes)] }).toEqual({ status, codes: [code] });
  expect(answer.errors?.every((error) => error.message.length > 0)).toBe(true);
  expect(answer.data).toBeUndefined();
  expect(answer.text).not.toMatch(/node_modules|\/(gateway|subgraphs|shared)\/|at \w+ \(/);
  expect(answer.headers.get('content-type')).toContain('application/json');
}

describe('a body that is no request is rejected with a code', () => {
  it.each([
    ['malformed JSON', '{"query": ', 'BAD_REQUEST'],
    ['no body', '', 'BAD_REQUEST'],
    ['not an object', '3', 'BAD_REQUEST'],
    ['no query', '{"variables":{}}', 'BAD_REQUEST'],
    ['an empty query', '{"query":""}', 'BAD_REQUEST'],
    ['a query that is not text', '{"query":{}}', 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{__typename}","variables":[1]}', 'BAD_REQUEST'],
    ['a batch', '[{"query":"{__typename}"}]', 'BAD_REQUEST'],
    [
      'a persisted query of another version',
      '{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"x"}}}',
      'BAD_REQUEST',
    ],
    ['a syntax error', '{"query":"{ actor("}', 'GRAPHQL_PARSE_FAILED'],
    ['a comment alone', '{"query":"# nothing"}', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ actor(id: 1) { moon } }"}', 'GRAPHQL_VALIDATION_FAILED'],
    ['an inaccessible field', '{"query":"{ actor(id: 1) { linkedActorIds } }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an entity call of its own',
      '{"query":"{ _entities(representations: []) { __typename } }"}',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a subscription', '{"query":"subscription { x }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a wrong date as a literal',
      '{"query":"{ actor(id: 1) { sanctioned(asOf: \\"2023-02-31\\") } }"}',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a wrong number as a literal', '{"query":"{ count(from: \\"1e3\\") }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of a name that the gateway needs',
      '{"query":"query($representations: ID!) { actor(id: $representations) { id wallets { id } } }"}',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an alias in the form that the planner gives its own, which could stand for a lost field',
      '{"query":"{ actor(id: 1) { id id__alias_0: id } }"}',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'several operations and no name',
      '{"query":"query A {__typename} query B {__typename}"}',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'an operation that is not there',
      '{"query":"query A {__typename}","operationName":"C"}',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s', async (_what, body, code) => {
    expectRejection(await up.ask('', { body }), 400, code);
  });

  it.each([
    ['a wrong type', 'query($v: ID!) { actor(id: $v) { id } }', { v: { a: 1 } }],
    ['none where one is needed', 'query($v: ID!) { actor(id: $v) { id } }', {}],
    ['a wrong date', 'query($v: Date) { actor(id: "a") { sanctioned(asOf: $v) } }', { v: '2023-02-31' }],
    ['a wrong BigInt', 'query($v: BigInt!) { count(from: $v) }', { v: 12.5 }],
  ])('a variable: %s', async (_what, query, variables) => {
    expectRejection(await up.ask(query, { variables }), 400, 'BAD_USER_INPUT');
  });

  it('a variable is checked even where only a forbidden field uses it', async () => {
    const query = 'mutation($id: ID!) { rename(id: $id, name: "x") { id } }';
    expectRejection(await up.ask(query, { variables: { id: [1] }, scope: '' }), 400, 'BAD_USER_INPUT');
  });

  it('a body over 2 MiB', async () => {
    const query = `{ actor(id: "${'x'.repeat(2_200_000)}") { id } }`;
    expectRejection(await up.ask(query), 413, 'PAYLOAD_TOO_LARGE');
  });

  it('a body that is not said to be JSON', async () => {
    const answer = await up.ask('{ actor(id: "a") { id } }', { headers: { 'content-type': 'text/plain' } });
    expectRejection(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('a path where there is nothing', async () => {
    const nowhere = await fetch(`${up.url}/nowhere`);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describe('values pass unharmed', () => {
  it('a date and a number of any length, as literal, variable and default', async () => {
    const big = '173600000000000000000001';
    const answer = await up.ask(
      `query($v: BigInt!, $d: Date = "2023-05-23") {
        a: count(from: "${big}") b: count(from: $v) actor(id: "a") { sanctioned(asOf: $d) }
      }`,
      { variables: { v: big } },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      a: '173600000000000000000000',
      b: '173600000000000000000000',
      actor: { sanctioned: true },
    });
  });

  it('the caller travels to the subgraph', async () => {
    const token = await up.issuer.sign({
      sub: 'pia',
      roles: ['partner', 'king'],
      venue: 'venue:x',
      client_id: 'venue-x-app',
      scope: 'a  b a',
    });
    const { data } = await up.ask('{ whoAmI }', { token });
    expect(JSON.parse(String(data?.['whoAmI']))).toEqual({
      issuer: 'cordon-development',
      client: 'venue-x-app',
      operator: false,
      subject: 'pia',
      roles: ['partner'],
      scopes: ['a', 'b'],
      venue: 'venue:x',
    });
  });

  it('names that JavaScript uses itself are names', async () => {
    const query =
      '{ constructor: actor(id: "a") { toString: name __proto__: note valueOf: secret hasOwnProperty: wallets { id } } }';
    const answer = await up.ask(query, { scope: 'attribution:read' });
    expect(answer.codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(answer.text).toContain(
      '"constructor":{"toString":"Alpha","__proto__":"note on a","valueOf":null,"hasOwnProperty":[{"id":"w-a"}]}',
    );
    up.down.add('sanctions').add('attribution');
    const lost = await up.ask('{ __proto__: actor(id: "a") { name } constructor: wallet(id: "w") { id } }');
    up.down.clear();
    expect(lost.text).toContain('"data":{"__proto__":null,"constructor":null}');
    expect(lost.codes).toEqual(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE']);
  });

  it('one name for two fields of different types keeps apart what is null, false or nothing', async () => {
    const query = '{ record(id: "b") { ... on Actor { x: note y: sanctioned } ... on Sealed { x: id } } }';
    const answer = await up.ask(query);
    expect(answer.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const fine = await up.ask('{ record(id: "b") { ... on Actor { x: note } ... on Sealed { x: secret } } }');
    expect(fine.errors).toBeUndefined();
    expect(fine.data).toEqual({ record: { x: null } });
  });

  it('the operation that is named is the one that runs', async () => {
    const query =
      'query A { actor(id: "a") { ...F } } query B { actor(id: "b") { ...F } } fragment F on Actor { name }';
    const names = await Promise.all(
      ['A', 'B'].map(async (operationName) => (await up.ask(query, { operationName })).data),
    );
    expect(names).toEqual([{ actor: { name: 'Alpha' } }, { actor: { name: 'Beta' } }]);
  });
});

describe('introspection', () => {
  it('is answered with a token, however deep', async () => {
    const answer = await up.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(answer.text).not.toMatch(/linkedActorIds|Reach|_entities|join__|requiresScopes/);
  });

  it('is asked of no subgraph', async () => {
    up.calls.length = 0;
    await up.ask('{ __schema { queryType { name } } __type(name: "Actor") { name } __typename }');
    expect(up.calls).toEqual([]);
  });
});

describe('a query that is too much', () => {
  const nested = (depth: number) =>
    `{ actor(id: "a") ${'{ linked '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;

  it('as deep as the limit is answered, and deeper is not', async () => {
    expect((await up.ask(nested(12))).errors).toBeUndefined();
    expectRejection(await up.ask(nested(13)), 400, 'QUERY_TOO_DEEP');
  });

  it('a depth in fragments counts, and a cycle of them ends', async () => {
    const parts = Array.from(
      { length: 7 },
      (_, i) => `fragment F${i} on Actor { linked { linked { ...F${i + 1} } } }`,
    );
    const query = `{ actor(id: "a") { ...F0 } } ${parts.join(' ')} fragment F7 on Actor { id }`;
    expectRejection(await up.ask(query), 400, 'QUERY_TOO_DEEP');
    const cycle = '{ actor(id: "a") { ...F } } fragment F on Actor { linked { ...F } }';
    expectRejection(await up.ask(cycle), 400, 'GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['tokens', `{ actor(id: "a") { ${'id '.repeat(queryLimits.maxTokens)} } }`],
    ['aliases', `{ actor(id: "a") { ${Array.from({ length: 101 }, (_, i) => `a${i}: id`).join(' ')} } }`],
    [
      'root fields',
      `{ ${'whoAmI actors { id } '.repeat(20)} ${Array.from({ length: 11 }, (_, i) => `a${i}: whoAmI`).join(' ')} }`,
    ],
    ['repeats', `{ actor(id: "a") { ${'linked { id } '.repeat(21)} } }`],
    ['directives', `{ whoAmI ${'@skip(if: false) '.repeat(101)} }`],
    [
      'fields in fragments that multiply',
      `{ actor(id: "a") { ...F0 } } ${Array.from({ length: 20 }, (_, i) => `fragment F${i} on Actor { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F20 on Actor { id name }`,
    ],
  ])('too many %s', async (_what, query) => {
    const began = performance.now();
    expectRejection(await up.ask(query), 400, 'QUERY_TOO_LARGE');
    // Validation would take minutes.
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('the flagship question fits', async () => {
    // It is not in this schema: what rejects it must be that, and not its size.
    expectRejection(await up.ask(flagship, { variables: { actor: 'a' } }), 400, 'GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a caller that asks too often', () => {
  it('is told apart from others of the same subject by its venue or its client', async () => {
    const small = await gatewayUp({ ratePerMinute: 1 });
    try {
      const claims = [
        { venue: 'v', roles: ['partner'] },
        { venue: 'w', roles: ['partner'] },
        { client_id: 'one' },
        { client_id: 'two' },
        { client_id: 'two' },
      ];
      const statuses = [];
      for (const given of claims) {
        const token = await small.issuer.sign({ sub: 'same', ...given });
        statuses.push((await small.ask('{ whoAmI }', { token })).status);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 429]);
    } finally {
      await small.close();
    }
  });

  it('is rejected with the time to wait, and others are not', async () => {
    const small = await gatewayUp({ ratePerMinute: 2 });
    try {
      const eager = await small.issuer.sign({ sub: 'eager' });
      const other = await small.issuer.sign({ sub: 'other' });
      const statuses = [];
      for (const token of [eager, eager, eager, other])
        statuses.push(await small.ask('{ whoAmI }', { token }));
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
      expectRejection(statuses[2] as Answer, 429, 'RATE_LIMITED');
      expect(Number(statuses[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await small.close();
    }
  });
});
