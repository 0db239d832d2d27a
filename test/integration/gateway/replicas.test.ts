import { DownstreamError } from '../../../gateway/link/downstreamError';
import { httpLink } from '../../../gateway/link/httpLink';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { eventually } from '../../support/eventually';
import { type FakeSubgraph, fakeSubgraph, send } from '../../support/fakeSubgraphs';
import { callerOf } from '../../support/identities';

const caller = callerOf('analyst');
const query = { query: '{ name }' };
const mutation = { query: 'mutation { rename }' };
const timeoutMs = 60_000;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

const opened = async (respond: FakeSubgraph['respond'], port = 0) => {
  const fake = await fakeSubgraph(respond, port);
  open.push(fake);
  return fake;
};

/** Answers with its own name; readiness too. */
const well =
  (name: string): FakeSubgraph['respond'] =>
  (response, { query: asked }) =>
    send(response, { data: asked === '{ __typename }' ? { __typename: 'Query' } : { name } });

function linkTo(...fakes: readonly { url: string }[]) {
  const metrics = createGatewayMetrics();
  const urls = fakes.map(({ url }) => url);
  const link = httpLink({ name: 'stock', urls, secret: undefined, timeoutMs, metrics });
  open.push(link);
  const ask = async () => (await link.execute(query, { caller })).data?.['name'];
  const count = async (name: keyof typeof metrics) => {
    const metric = metrics[name];
    if (!('get' in metric)) throw new Error(name);
    return (await metric.get()).values.reduce((sum, { value }) => sum + value, 0);
  };
  return { link, ask, count };
}

/** The URL of a port where nobody listens. */
async function nowhere() {
  const fake = await fakeSubgraph(well(''));
  fake.close();
  return fake;
}

describe('several replicas', () => {
  it('share the calls', async () => {
    const fakes = [await opened(well('a')), await opened(well('b')), await opened(well('c'))];
    const { ask } = linkTo(...fakes);
    await Promise.all(Array.from({ length: 30 }, ask));
    expect(fakes.map(({ seen }) => seen.length)).toEqual([10, 10, 10]);
  });

  it('a busy one is spared', async () => {
    const held: (() => void)[] = [];
    const slow = await opened((response) => held.push(() => send(response, { data: { name: 'a' } })));
    const quick = await opened(well('b'));
    const { ask } = linkTo(slow, quick);
    const first = ask();
    for (let i = 0; i < 10; i++) expect(await ask()).toBe('b');
    expect(slow.seen).toHaveLength(1);
    await eventually(() => held.length > 0);
    for (const answer of held) answer();
    expect(await first).toBe('a');
  });

  it('one that is dead costs no answer, to a query or a mutation, and is ejected', async () => {
    const { ask, link, count } = linkTo(await nowhere(), await opened(well('b')));
    for (let i = 0; i < 12; i++) expect(await ask()).toBe('b');
    for (let i = 0; i < 12; i++)
      expect((await link.execute(mutation, { caller })).data).toEqual({ name: 'b' });
    expect(await count('retriedCalls')).toBeLessThanOrEqual(10);
    expect(await count('ejectedReplicas')).toBe(1);
  });

  it('one that is back is called again within a second or so', async () => {
    const dead = await nowhere();
    const { ask, count } = linkTo(dead, await opened(well('b')));
    for (let i = 0; i < 12; i++) await ask();
    const back = await opened(well('a'), Number(new URL(dead.url).port));
    await eventually(async () => (await count('ejectedReplicas')) === 0);
    await Promise.all(Array.from({ length: 10 }, ask));
    expect(back.seen.length).toBe(5);
  });

  it('are ready while one of them answers, with the cases that all have who answer', async () => {
    const saying = (cases: readonly string[]) => (response: Parameters<FakeSubgraph['respond']>[0]) =>
      send(response, { data: { __typename: 'Query' }, extensions: { cordonHealth: { cases } } });
    const { link } = linkTo(await opened(saying(['x', 'y'])), await opened(saying(['y'])), await nowhere());
    expect(await link.health()).toEqual({ cases: ['y'] });
    await expect(linkTo(await nowhere(), await nowhere()).link.health()).rejects.toThrow(DownstreamError);
  });
});

describe('a replica that answers wrongly', () => {
  const faults: [string, FakeSubgraph['respond']][] = [
    ['status 500', (response) => send(response, { data: { name: null } }, 500)],
    ['no JSON', (response) => send(response, 'none')],
    ['data: null', (response) => send(response, { data: null })],
    ['nothing', (response) => send(response, {})],
    ['a list', (response) => send(response, [])],
    ['a list as data', (response) => send(response, { data: [] })],
  ];

  it.each(faults)(
    '%s is an error and never a null, and is ejected when it goes on',
    async (_what, respond) => {
      const wrong = await opened(respond);
      const { ask, link } = linkTo(wrong);
      for (let i = 0; i < 5; i++) await expect(ask()).rejects.toThrow(DownstreamError);
      expect(wrong.seen).toHaveLength(5);
      await expect(ask()).rejects.toThrow('ejected');
      await expect(link.execute(mutation, { caller })).rejects.toMatchObject({ sent: false });
      expect(wrong.seen).toHaveLength(5);
      wrong.respond = well('a');
      await eventually(async () => (await ask().catch(() => '')) === 'a');
    },
  );

  it('errors of GraphQL are answers: it stays', async () => {
    const fake = await opened((response) => send(response, { data: null, errors: [{ message: 'no' }] }));
    const { link } = linkTo(fake);
    for (let i = 0; i < 8; i++)
      expect((await link.execute(query, { caller })).errors).toEqual([{ message: 'no' }]);
  });

  it('GraphQL errors with status 500 are no answer to the call, and the replica stays', async () => {
    const fake = await opened((response) =>
      send(response, { errors: [{ message: 'no', extensions: { code: 'BAD' } }] }, 500),
    );
    const { ask } = linkTo(fake);
    for (let i = 0; i < 8; i++) await expect(ask()).rejects.toThrow('HTTP status 500');
    expect(fake.seen).toHaveLength(8);
  });

  it('what was ejected and then rejects the trial (4xx) is called again', async () => {
    const fake = await opened((response) => send(response, 'broken', 500));
    const { ask } = linkTo(fake);
    for (let i = 0; i < 5; i++) await expect(ask()).rejects.toThrow('HTTP status 500');
    await expect(ask()).rejects.toThrow('ejected');
    fake.respond = (response, { query: asked }) =>
      asked === '{ __typename }' ? send(response, {}, 403) : well('a')(response, { query: asked } as never);
    await eventually(async () => (await ask().catch(() => '')) === 'a');
  });

  it('what rejects calls (4xx) stays, and is not asked twice', async () => {
    const fake = await opened((response) => send(response, {}, 401));
    const { ask } = linkTo(fake);
    for (let i = 0; i < 8; i++) await expect(ask()).rejects.toThrow('HTTP status 401');
    expect(fake.seen).toHaveLength(8);
  });

  it('an answer of over 64 MiB is an error, and the next call is answered', async () => {
    const chunk = 'x'.repeat(1024 * 1024);
    const fake = await opened((response) => {
      response.writeHead(200).write('{"data":{"name":"');
      const more = () => {
        while (response.writable && !response.destroyed) if (!response.write(chunk)) break;
      };
      response.on('drain', more);
      more();
    });
    const { ask } = linkTo(fake);
    await expect(ask()).rejects.toThrow(DownstreamError);
    fake.respond = well('a');
    expect(await ask()).toBe('a');
  });

  it('JSON that is nested a million times is an error or an answer, and no crash', async () => {
    const depth = 1_000_000;
    const fake = await opened((response) =>
      send(response, `{"data":{"name":${'['.repeat(depth)}${']'.repeat(depth)}}}`),
    );
    const { ask } = linkTo(fake);
    await ask().catch((error: unknown) => expect(error).toBeInstanceOf(DownstreamError));
    fake.respond = well('a');
    expect(await ask()).toBe('a');
  });
});

describe('what is asked again', () => {
  it.each([502, 503, 504])('a query that was answered with %d, once', async (status) => {
    const fake = await opened((response) => send(response, '<html>', status));
    const { ask, count } = linkTo(fake);
    await expect(ask()).rejects.toThrow(`HTTP status ${status}`);
    expect([fake.seen.length, await count('retriedCalls')]).toEqual([2, 1]);
  });

  it('never a mutation that was sent, and never a query that was answered with 500', async () => {
    const fake = await opened((response) => send(response, '<html>', 503));
    const { ask, link } = linkTo(fake);
    await expect(link.execute(mutation, { caller })).rejects.toMatchObject({ sent: true });
    expect(fake.seen).toHaveLength(1);
    fake.respond = (response) => send(response, '', 500);
    await expect(ask()).rejects.toThrow('HTTP status 500');
    expect(fake.seen).toHaveLength(2);
  });

  it('a tenth of the calls, beside the first few: a subgraph that fails is not buried', async () => {
    let at = 0;
    // Never five failures in a row: the replica is not ejected.
    const fake = await opened((response) =>
      at++ % 3 === 2 ? send(response, { data: { name: 'a' } }) : send(response, '', 503),
    );
    const { ask, count } = linkTo(fake);
    for (let i = 0; i < 300; i++) await ask().catch(() => undefined);
    const retried = await count('retriedCalls');
    expect(retried).toBeGreaterThanOrEqual(20);
    expect(retried).toBeLessThanOrEqual(20 + 30);
  });
});

describe('the deadline', () => {
  it('of the request ends a call that the link would wait for', async () => {
    const fake = await opened(() => undefined);
    const { link } = linkTo(fake);
    const call = { caller, deadline: Date.now() + 200 };
    await expect(link.execute(query, call)).rejects.toThrow('no answer within');
  });

  it('that is over sends nothing', async () => {
    const fake = await opened(well('a'));
    const call = { caller, deadline: Date.now() - 1 };
    await expect(linkTo(fake).link.execute(mutation, call)).rejects.toMatchObject({ sent: false });
    expect(fake.seen).toEqual([]);
  });

  it('that the request cut short says nothing of the replica', async () => {
    const fake = await opened(() => undefined);
    const { link, ask } = linkTo(fake);
    for (let i = 0; i < 6; i++)
      await expect(link.execute(query, { caller, deadline: Date.now() + 20 })).rejects.toThrow('no answer');
    fake.respond = well('a');
    expect(await ask()).toBe('a');
  });
});

it('the headers of a call go on, and no signature without a secret', async () => {
  const fake = await opened(well('a'));
  const headers = {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    'x-team': 'desk',
  };
  await linkTo(fake).link.execute(query, { caller, headers });
  const [seen] = fake.seen;
  expect(seen?.headers).toMatchObject({ ...headers, accept: 'application/json' });
  expect(Object.keys(seen?.headers ?? {}).filter((name) => name.startsWith('x-cordon'))).toEqual([]);
  expect(seen?.path).toBe('/graphql');
});

describe('the health of replicas', () => {
  const saying =
    (extensions: object): FakeSubgraph['respond'] =>
    (response) =>
      send(response, { data: { __typename: 'Query' }, extensions });
  const withCases = (...cases: string[]) => saying({ cordonHealth: { cases } });
  const healthOf = async (...respond: FakeSubgraph['respond'][]) => {
    const fakes = await Promise.all(respond.map((one) => opened(one)));
    return linkTo(...fakes).link.health();
  };

  it('has the cases that each of them has', async () => {
    expect(await healthOf(withCases('a', 'b'), withCases('b', 'c'))).toEqual({ cases: ['b'] });
    expect(await healthOf(well('a'), well('b'))).toEqual({ cases: undefined });
  });

  it('has no case where one of them says none', async () => {
    expect(await healthOf(withCases('a'), well('b'))).toEqual({ cases: [] });
  });

  it.each([{ cordonHealth: null }, { cordonHealth: { cases: 'a' } }, { cordonHealth: {} }])(
    'in another form (%j) is none',
    async (extensions) => {
      await expect(healthOf(saying(extensions))).rejects.toThrow('cordonHealth');
    },
  );
});
