import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ maxCost: 155 });
});
afterAll(() => up.close());

const nested = '{ actors { linked { linked { name secret } } } }';

it('an operation within the limit is answered', async () => {
  const answer = await up.ask(nested);
  expect(answer.errors).toBeUndefined();
});

it('one beyond it is rejected before anything is asked of a subgraph, with both numbers', async () => {
  up.calls.length = 0;
  const answer = await up.ask('{ actors { linked { linked { name } wallets { id } } } }');
  expect([answer.status, answer.codes]).toEqual([400, ['COST_ESTIMATED_TOO_EXPENSIVE']]);
  expect(answer.text).toMatch(/estimated to cost 280; at most 155 is allowed/);
  expect(up.calls).toEqual([]);
});

it('what the caller may not see costs nothing', async () => {
  const query = '{ actors { linked { linked { name } } } record(id: "sealed") { id } }';
  expect((await up.ask(query)).codes).toEqual(['COST_ESTIMATED_TOO_EXPENSIVE']);
  expect((await up.ask(query, { scope: '' })).codes).not.toContain('COST_ESTIMATED_TOO_EXPENSIVE');
});

it('what a variable leaves out costs nothing', async () => {
  const query =
    'query ($more: Boolean!) { actors { linked { linked { name } wallets @include(if: $more) { id } } } }';
  expect((await up.ask(query, { variables: { more: false } })).errors).toBeUndefined();
  expect((await up.ask(query, { variables: { more: true } })).codes).toEqual([
    'COST_ESTIMATED_TOO_EXPENSIVE',
  ]);
});

it('an answer that costs more than was estimated is stopped, and nothing further is asked', async () => {
  const aliases = Array.from({ length: 200 }, (_, i) => ({ id: String(i), __typename: 'Actor' }));
  up.answers.set('sanctions', () => ({ data: { actors: aliases } }));
  up.calls.length = 0;
  try {
    const answer = await up.ask('{ actors { id wallets { id } } }');
    expect([answer.status, answer.codes, answer.data]).toEqual([
      400,
      ['COST_ACTUAL_TOO_EXPENSIVE'],
      undefined,
    ]);
    expect(answer.text).toMatch(/costs more than 155, which is allowed: 200 when it was stopped/);
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['sanctions']);
  } finally {
    up.answers.clear();
  }
});
