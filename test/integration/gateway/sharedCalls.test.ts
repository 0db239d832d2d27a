import { CallsUnderWay } from '../../../gateway/link/callsUnderWay';
import { httpLink } from '../../../gateway/link/httpLink';
import { localLink } from '../../../gateway/link/localLink';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import type { SubgraphCall } from '../../../gateway/link/subgraphLink';
import type { Identity } from '../../../shared/identity/identity';
import { linkCallHeader } from '../../../shared/identity/linkCall';
import { type FakeSubgraph, fakeSubgraph, send } from '../../support/fakeSubgraphs';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { callerOf } from '../../support/identities';

const caller: Identity = { ...callerOf('analyst'), client: 'app' };
const query = { query: '{ list }', variables: { first: 1 } };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

/** Calls are joined for so long, in milliseconds: on a busy machine, a burst takes more than the gateway's 10. */
const slowMs = 60_000;

/** A subgraph that answers when it is let. */
async function held(share = true, secret?: string, maxAgeMs = slowMs) {
  const waiting: (() => void)[] = [];
  const fake: FakeSubgraph = await fakeSubgraph((response) => {
    waiting.push(() => send(response, { data: { list: [{ id: 1 }] } }));
  });
  const metrics = createGatewayMetrics();
  const callsUnderWay = share ? new CallsUnderWay(maxAgeMs) : undefined;
  const options = { urls: [fake.url], secret, timeoutMs: 50_000, metrics, callsUnderWay };
  const link = httpLink({ ...options, name: 'stock' });
  const other = httpLink({ ...options, name: 'other' });
  open.push(fake, link, other);
  return {
    fake,
    link,
    other,
    /** Waits until so many calls have arrived, and lets them be answered. */
    async release(calls: number) {
      while (waiting.length < calls) await pause(5);
      await pause(50);
      for (const answer of waiting.splice(0)) answer();
    },
    /** The calls that were made, by outcome. */
    made: async () =>
      Object.fromEntries(
        (await metrics.subgraphCalls.get()).values.map(({ labels, value }) => [labels.outcome, value]),
      ),
    shared: async () => (await metrics.sharedCalls.get()).values[0]?.value ?? 0,
  };
}

/** `Promise.withResolvers` of Node 22. */
function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

it('equal queries of one caller are one call, whose result they share', async () => {
  const { fake, link, release, shared, made } = await held();
  const asked = Array.from({ length: 20 }, () => link.execute({ ...query }, { caller: { ...caller } }));
  await release(1);
  const results = await Promise.all(asked);
  expect(fake.seen).toHaveLength(1);
  expect(await shared()).toBe(19);
  expect(await made()).toEqual({ answered: 1 });
  for (const { data } of results) expect(data).toEqual({ list: [{ id: 1 }] });
  expect(new Set(results).size).toBe(1);
});

it('each has a result of its own where it has errors, which are put into it', async () => {
  const { fake, link } = await held();
  const answer = { data: { list: null }, errors: [{ message: 'no', path: ['list'] }] };
  fake.respond = (response) => send(response, answer);
  const results = await Promise.all([1, 2, 3].map(() => link.execute(query, { caller })));
  expect(fake.seen).toHaveLength(1);
  expect(results).toEqual([answer, answer, answer]);
  expect(new Set(results.map(({ data }) => data)).size).toBe(3);
});

describe('what differs is a call of its own', () => {
  const differences: [string, Partial<SubgraphCall>, object?][] = [
    ['issuer', { caller: { ...caller, issuer: 'another' } }],
    ['client', { caller: { ...caller, client: 'another' } }],
    ['no client', { caller: { ...caller, client: null } }],
    ['subject', { caller: { ...caller, subject: 'another' } }],
    ['scopes', { caller: { ...caller, scopes: [] } }],
    ['roles', { caller: { ...caller, roles: [...caller.roles, 'auditor'] } }],
    ['venue', { caller: { ...caller, venue: 'v' } }],
    ['standing with the operator', { caller: { ...caller, operator: !caller.operator } }],
    ['what is known of the caller besides', { caller: { ...caller, contract: 'c' } as Identity }],
    ['a header that goes on', { headers: { 'accept-language': 'de' } }],
    ['variables', {}, { ...query, variables: { first: 2 } }],
    ['the operation', {}, { ...query, query: '{ list more }' }],
    ['the name of the operation', {}, { ...query, operationName: 'List' }],
  ];

  it.each(differences)('%s', async (_what, call, request = query) => {
    const { fake, link, release, shared } = await held();
    const asked = [
      link.execute(query, { caller }),
      link.execute(request as typeof query, { caller, ...call }),
    ];
    await release(2);
    await Promise.all(asked);
    expect([fake.seen.length, await shared()]).toEqual([2, 0]);
  });

  it('the subgraph', async () => {
    const { fake, link, other, release } = await held();
    const asked = [link.execute(query, { caller }), other.execute(query, { caller })];
    await release(2);
    await Promise.all(asked);
    expect(fake.seen).toHaveLength(2);
  });

  it('and not where a request belongs in a trace', async () => {
    const { fake, link, release } = await held();
    const asked = ['a', 'b'].map((traceparent) => link.execute(query, { caller, headers: { traceparent } }));
    await release(1);
    await Promise.all(asked);
    expect(fake.seen).toHaveLength(1);
  });
});

it('mutations are never shared, and what asks after one joins no call from before', async () => {
  const { fake, link, other, release } = await held();
  const mutation = { query: 'mutation { rename }' };
  const changes = [link.execute(mutation, { caller }), link.execute(mutation, { caller })];
  await release(2);
  await Promise.all(changes);
  const before = link.execute(query, { caller });
  while (fake.seen.length < 3) await pause(5);
  const changed = other.execute(mutation, { caller });
  while (fake.seen.length < 4) await pause(5);
  fake.respond = (response) => send(response, { data: { list: [] } });
  const another = other.execute(mutation, { caller });
  await another;
  const after = await link.execute(query, { caller });
  expect(after.data).toEqual({ list: [] });
  await release(2);
  expect((await before).data).toEqual({ list: [{ id: 1 }] });
  await changed;
});

it('what begins later is a call of its own: another process may have changed what the first one read', async () => {
  const { fake, link, release, shared } = await held(true, undefined, 10);
  const before = link.execute(query, { caller });
  while (fake.seen.length < 1) await pause(5);
  await pause(15);
  fake.respond = (response) => send(response, { data: { list: [] } });
  expect((await link.execute(query, { caller })).data).toEqual({ list: [] });
  await release(1);
  expect((await before).data).toEqual({ list: [{ id: 1 }] });
  expect(await shared()).toBe(0);
});

it('who leaves takes nobody along; when all have left, the call ends', async () => {
  const { fake, link, release } = await held();
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [first, second].map(({ signal }) => link.execute(query, { caller, signal }));
  while (fake.seen.length < 1) await pause(5);
  first.abort();
  await expect(asked[0]).rejects.toThrow('the request has ended');
  await release(1);
  expect((await asked[1])?.data).toEqual({ list: [{ id: 1 }] });

  const { promise: closed, resolve: end } = withResolvers();
  fake.respond = (response) => void response.on('close', () => end());
  const lone = new AbortController();
  const left = link.execute(query, { caller, signal: lone.signal });
  while (fake.seen.length < 2) await pause(5);
  lone.abort();
  await expect(left).rejects.toThrow('the request has ended');
  await closed;
});

it('each waits for as long as its own request may take', async () => {
  const { fake, link, release } = await held();
  const short = link.execute(query, { caller, deadline: Date.now() + 100 });
  const long = link.execute(query, { caller, deadline: Date.now() + 40_000 });
  await expect(short).rejects.toThrow('no answer within');
  await release(1);
  expect((await long).data).toEqual({ list: [{ id: 1 }] });
  expect(fake.seen).toHaveLength(1);
});

it('and the subgraph is told of the longest that any of them may wait', async () => {
  const { fake, link, release, made } = await held(true, 'a secret of more than thirty-two characters');
  const short = link.execute(query, { caller, deadline: Date.now() + 100 });
  const long = link.execute(query, { caller, deadline: Date.now() + 40_000 });
  await expect(short).rejects.toThrow('no answer within');
  await release(1);
  await long;
  const [, , , life] = String(fake.seen[0]?.headers[linkCallHeader]).split('.');
  expect(Number(life)).toBeGreaterThan(40_000);
  expect(Number(life)).toBeLessThanOrEqual(50_000);
  expect(await made()).toEqual({ answered: 1 });
});

it('a failure is shared, and not kept', async () => {
  const { fake, link } = await held();
  fake.respond = (response) => send(response, 'no', 500);
  const asked = await Promise.allSettled([1, 2, 3].map(() => link.execute(query, { caller })));
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(fake.seen).toHaveLength(1);
  fake.respond = (response) => send(response, { data: { list: [] } });
  expect((await link.execute(query, { caller })).data).toEqual({ list: [] });
});

it('nothing is shared where it is switched off', async () => {
  const { fake, link, release } = await held(false);
  const asked = [link.execute(query, { caller }), link.execute(query, { caller })];
  await release(2);
  await Promise.all(asked);
  expect(fake.seen).toHaveLength(2);
});

it('in one process it is the same', async () => {
  const subgraph = await startSubgraph('sanctions');
  let calls = 0;
  const counted: typeof subgraph = {
    ...subgraph,
    async execute(request, by) {
      calls++;
      await pause(50);
      return subgraph.execute(request, by);
    },
  };
  const link = localLink(counted, { timeoutMs: 50_000, callsUnderWay: new CallsUnderWay(slowMs) });
  open.push(link);
  const asked = (by: Identity) => link.execute({ query: '{ actors { name } }' }, { caller: by });
  const results = await Promise.all([asked(caller), asked(caller), asked({ ...caller, subject: 'another' })]);
  expect(calls).toBe(2);
  expect(new Set(results).size).toBe(2);
});
