import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());

interface AnsweredError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly requestId?: string };
}

/** Asks with a request id, and returns the errors as they are sent. */
async function errorsOf(body: string, more: { path?: string; token?: string } = {}) {
  const token = more.token ?? (await up.issuer.sign({ scope: 'attribution:read' }));
  const response = await fetch(`${up.url}${more.path ?? '/graphql'}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-request-id': 'partner-4711',
    },
    body,
  });
  expect(response.headers.get('x-request-id')).toBe('partner-4711');
  return ((await response.json()) as { errors: readonly AnsweredError[] }).errors;
}

const queryOf = (query: string) => JSON.stringify({ query });

it.each([
  ['a token that is none', queryOf('{ __typename }'), { token: 'none' }, 'UNAUTHENTICATED'],
  ['a body that is none', 'none', {}, 'BAD_REQUEST'],
  ['a query that is none', queryOf('{'), {}, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', queryOf('{ none }'), {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['a field that the token may not see', queryOf('{ actors { secret } }'), {}, 'UNAUTHORIZED_FIELD_OR_TYPE'],
  ['an unknown path', queryOf('{ __typename }'), { path: '/none' }, 'NOT_FOUND'],
  ['an upload that is none', '{}', { path: '/uploads/lists' }, 'FORBIDDEN'],
])('stands on each error of %s', async (_what, body, more, code) => {
  const errors = await errorsOf(body, more);
  expect(errors.length).toBeGreaterThan(0);
  for (const { extensions } of errors) expect(extensions).toMatchObject({ code, requestId: 'partner-4711' });
});

it('stands on errors of subgraphs that are passed on, in place of an id of their own', async () => {
  const error = {
    message: 'no such list',
    path: ['actors'],
    extensions: { code: 'UNKNOWN_LIST', requestId: 'x' },
  };
  up.answers.set('sanctions', () => ({ data: { actors: null }, errors: [error] }));
  const errors = await errorsOf(queryOf('{ actors { name } }'));
  up.answers.clear();
  expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_LIST', requestId: 'partner-4711' } }]);
});

it('stands in the message of an internal error, and on that of a subgraph that is away', async () => {
  up.answers.set('sanctions', () => ({ errors: [{ message: 'a cause' }] }));
  const internal = await errorsOf(queryOf('{ actors { name } }'));
  up.answers.clear();
  expect(internal[0]?.message).toMatch(/^Internal error [\w-]{36} \(request partner-4711\)$/);
  up.down.add('sanctions');
  const unavailable = await errorsOf(queryOf('{ actors { name } }'));
  up.down.clear();
  expect(unavailable).toMatchObject([
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'partner-4711' } },
  ]);
});

it('is made by the gateway where the client sends none', async () => {
  const answer = await up.ask('{ none }');
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  expect(answer.text).toContain(`"requestId":"${answer.headers.get('x-request-id')}"`);
});
