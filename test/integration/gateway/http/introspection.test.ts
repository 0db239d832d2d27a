import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ introspection: ['auditor'] });
});
afterAll(() => up.close());

const askAs = async (role: string, query: string) =>
  up.ask(query, { token: await up.issuer.sign({ sub: role, roles: [role], scope: '' }) });

it.each([
  '{ __schema { types { name } } }',
  '{ actor(id: "a") { name } __type(name: "Actor") { name } }',
  'query { ...all } fragment all on Query { hidden: __schema { types { name } } }',
])('is answered only to the roles of the setting: %s', async (query) => {
  const rejected = await askAs('analyst', query);
  expect([rejected.status, rejected.codes, rejected.data]).toEqual([
    403,
    ['INTROSPECTION_DISABLED'],
    undefined,
  ]);
  expect((await askAs('auditor', query)).errors).toBeUndefined();
});

it('leaves __typename to everybody', async () => {
  const answer = await askAs('analyst', '{ __typename actor(id: "a") { __typename } }');
  expect(answer.data).toEqual({ __typename: 'Query', actor: { __typename: 'Actor' } });
});

it('suggests no name to whoever may not see the schema', async () => {
  const query = '{ actr(id: "a") { nme } actor(id: "a") { secrt } }';
  expect((await askAs('analyst', query)).text).not.toMatch(/did you mean|secret|name/i);
  expect((await askAs('auditor', query)).text).toMatch(/Did you mean \\"secret\\"/);
});

it('is answered to everybody where nothing is set, and to nobody where it is none', async () => {
  const [open, closed] = [await gatewayUp(), await gatewayUp({ introspection: [] })];
  const query = '{ __schema { queryType { name } } }';
  const [shown, hidden] = [await open.ask(query), await closed.ask(query)];
  await Promise.all([open.close(), closed.close()]);
  expect(shown.errors).toBeUndefined();
  expect(hidden.codes).toEqual(['INTROSPECTION_DISABLED']);
});
