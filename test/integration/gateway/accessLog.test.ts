import { once } from 'node:events';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { createLogger } from '../../../shared/logger/logger';
import { eventually } from '../../support/eventually';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { localLink } from '../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';

type Line = Readonly<Record<string, unknown>>;

let up: GatewayUp;
let text: string;
const headersSeen: (Readonly<Record<string, string>> | undefined)[] = [];

const written = new Writable({
  write(chunk, _encoding, done) {
    text += String(chunk);
    done();
  },
});

async function recording(name: 'sanctions' | 'attribution' | 'enforcement'): Promise<SubgraphLink> {
  const logger = createLogger(name, 'debug', written);
  const link = localLink(await startSubgraph(name, [], logger), { timeoutMs: 10_000 });
  return {
    ...link,
    execute(request, call) {
      headersSeen.push(call.headers);
      return link.execute(request, call);
    },
  };
}

beforeAll(async () => {
  text = '';
  const links = await Promise.all((['sanctions', 'attribution', 'enforcement'] as const).map(recording));
  up = await gatewayUp({}, links, undefined, createLogger('test', 'debug', written));
});
afterAll(() => up.close());
beforeEach(() => {
  text = '';
  headersSeen.length = 0;
});

const lines = () =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The line is written when the connection has the whole answer, which is just after the client has it. */
async function accessLines(): Promise<readonly Line[]> {
  return eventually(() => {
    const found = lines().filter(({ msg }) => msg === 'request');
    return found.length > 0 && found;
  });
}

it('writes one line a request: who by client, which operation, what it cost', async () => {
  const token = await up.issuer.sign({
    sub: 'kim@desk.example',
    client_id: 'desk',
    roles: ['analyst'],
    scope: 'attribution:read',
  });
  const query = 'query Wallets($id: ID!) { actor(id: $id) { name wallets { chain } } }';
  const answer = await up.ask(query, {
    token,
    variables: { id: 'a' },
    headers: { 'x-request-id': 'trial-4711' },
  });
  expect(answer.data).toEqual({ actor: { name: 'Alpha', wallets: [{ chain: 'eip155:1' }] } });
  const [line, ...others] = await accessLines();
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    level: 30,
    requestId: 'trial-4711',
    method: 'POST',
    status: 200,
    client: 'desk',
    venue: null,
    operation: 'Wallets',
    type: 'query',
    cost: 2,
    calls: 2,
  });
  expect(line?.['ms']).toBeGreaterThan(0);
  expect(line?.['operationHash']).toMatch(/^[0-9a-f]{64}$/);
  expect(text).not.toMatch(/kim|eyJ|"a"|Alpha|127\.0\.0\.1/);
});

it('passes the id on to each subgraph, and answers with it', async () => {
  const answer = await up.ask('{ actor(id: "a") { wallets { id } } }', {
    headers: { 'x-request-id': '01J.a:b_c-9' },
  });
  expect(answer.headers.get('x-request-id')).toBe('01J.a:b_c-9');
  expect(headersSeen.map((headers) => headers?.['x-request-id'])).toEqual(['01J.a:b_c-9', '01J.a:b_c-9']);
  const operations = lines().filter(({ msg }) => msg === 'operation');
  expect(operations.map(({ requestId }) => requestId)).toEqual(['01J.a:b_c-9', '01J.a:b_c-9']);
});

it.each(['', 'two words', '{"id":1}', 'x'.repeat(129)])('makes a new id in place of %j', async (given) => {
  const answer = await up.ask('{ whoAmI }', { headers: { 'x-request-id': given } });
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it('says the code of what was rejected, with the address where nobody was authenticated', async () => {
  const answer = await up.ask('{ whoAmI }', { token: 'forged' });
  expect(answer.status).toBe(401);
  const [line] = await accessLines();
  expect(line).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'], address: '127.0.0.1' });
  expect(line).not.toHaveProperty('operation');
});

it('names internal errors by their ids, under which the cause is logged with the id of the request', async () => {
  const headers = { 'x-request-id': 'trial-4712' };
  const answer = await up.ask('{ actor(id: "broken") { id name } }', { headers });
  expect(answer.codes).toEqual(['INTERNAL_SERVER_ERROR']);
  const { errorId } = answer.errors?.[0]?.extensions ?? {};
  const [line] = await accessLines();
  expect(line).toMatchObject({ errorIds: [errorId], codes: ['INTERNAL_SERVER_ERROR'] });
  const cause = lines().filter((one) => one['errorId'] === errorId);
  expect(cause).toMatchObject([{ requestId: 'trial-4712', msg: 'unexpected error' }]);
});

it('redacts an operation that is named by what may be a secret', async () => {
  const secret = `K${'a1'.repeat(26)}`;
  await up.ask(`query ${secret} { whoAmI }`);
  const [line] = await accessLines();
  expect(line?.['operation']).toMatch(/not repeated/);
  expect(text).not.toContain(secret);
});

it('logs 499 where the client went before its answer', async () => {
  const token = await up.issuer.sign({ scope: '' });
  const asked = request(`${up.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'content-length': '100',
      expect: '100-continue',
    },
  });
  asked.on('error', () => undefined).flushHeaders();
  // The gateway has the request, and waits for its body.
  await once(asked, 'continue');
  asked.destroy();
  const [line] = await accessLines();
  expect(line).toMatchObject({ status: 499 });
});

it('leaves other paths to the level debug, without their query', async () => {
  await fetch(`${up.url}/signed-in?code=secret-code`);
  const [line] = await accessLines();
  expect(line).toMatchObject({ level: 20, path: '/signed-in' });
  expect(text).not.toContain('secret-code');
});
