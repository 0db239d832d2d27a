import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DownstreamError } from '../../../gateway/link/downstreamError';
import { httpLink } from '../../../gateway/link/httpLink';
import { callerHeader } from '../../../shared/identity/callerHeader';
import { linkCallHeader } from '../../../shared/identity/linkCall';
import { openLinkKeys } from '../../../shared/identity/linkKeys';
import { replicaHeader, signReplica } from '../../../shared/identity/replicaAnswer';
import { createLogger } from '../../../shared/logger/logger';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { callerOf } from '../../support/identities';

const linkSecret = 'a secret of thirty-two characters';
const { current: key } = openLinkKeys({ linkSecret });
const linkTimeoutMs = 10_000;
const logger = createLogger('test', 'silent');
const caller = callerOf('analyst');
const rename = { query: 'mutation { rename(id: "a", name: "b") { id } }' };
const year = 365 * 24 * 3_600_000;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

/** A replica of a subgraph, and what it executed. */
async function replica(
  port = 0,
  secrets: { linkSecret: string; retiredLinkSecret?: string } = { linkSecret },
) {
  const executed: string[] = [];
  const subgraph = await startSubgraph('sanctions');
  const counted: typeof subgraph = {
    ...subgraph,
    execute: (request, by) => {
      executed.push(request.query);
      return subgraph.execute(request, by);
    },
  };
  const serving = await serveSubgraph(counted, {
    host: '127.0.0.1',
    port,
    ...secrets,
    linkTimeoutMs,
    logger,
  });
  open.push(serving);
  return { ...serving, executed };
}

interface Seen {
  readonly signed: string;
  readonly caller: string;
  readonly body: string;
}

/** Stands between the gateway and a replica, and keeps what passes. */
async function tap(target: string) {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        signed: String(request.headers[linkCallHeader]),
        caller: String(request.headers[callerHeader]),
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(call);
      void send(target, call).then(async (answer) => {
        const named = answer.headers.get(replicaHeader);
        if (named) response.setHeader(replicaHeader, named);
        response.writeHead(answer.status).end(await answer.text());
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({ close: () => server.closeAllConnections() }, { close: () => void server.close() });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const headersOf = ({ signed, caller: from }: Pick<Seen, 'signed' | 'caller'>) => ({
  'content-type': 'application/json',
  // Replicas come and go on one port here: no connection is kept.
  connection: 'close',
  [linkCallHeader]: signed,
  [callerHeader]: from,
});

const send = (url: string, { body, ...call }: Seen) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: headersOf(call),
    body,
  });

function linkTo(url: string, secret = linkSecret) {
  const link = httpLink({ name: 'sanctions', urls: [url], secret, timeoutMs: linkTimeoutMs });
  open.push(link);
  return link;
}

/** A call that a replica took, as it passed. */
async function takenCall(url: string): Promise<Seen> {
  const { url: tapped, seen } = await tap(url);
  await linkTo(tapped).execute(rename, { caller });
  return seen.at(-1)!;
}

const encode = (from: object) => Buffer.from(JSON.stringify(from)).toString('base64url');
const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** The fields of a call, in their order. */
const fieldsOf = (signed: string) => {
  const [version, keyId, time, life, id, name, digest] = signed.split('.');
  return { version, keyId, time: Number(time), life: Number(life), id, name, digest };
};

type Fields = ReturnType<typeof fieldsOf>;

/** Signs as the gateway does, written down anew: any fields, any caller, any subgraph. */
function signed(fields: Fields, from: string, subgraph = 'sanctions', secret = linkSecret): string {
  const { version, keyId, time, life, id, name, digest } = fields;
  const text = [version, keyId, time, life, id, name, digest].join('.');
  const mac = createHmac('sha256', secret).update(`cordon-call\n${text}\n${from}\n${subgraph}`);
  return `${text}.${mac.digest('base64url')}`;
}

/** A call to a replica that is right in all but the fields given. */
async function made(
  url: string,
  {
    secret,
    from = caller,
    subgraph,
    body = JSON.stringify(rename),
    ...changed
  }: Partial<Fields> & Forged = {},
): Promise<Seen> {
  const { version, keyId, name } = fieldsOf((await takenCall(url)).signed);
  const base = {
    version,
    keyId,
    time: Date.now(),
    life: 3_000,
    id: randomUUID(),
    name,
    digest: digestOf(body),
  };
  const encoded = encode(from);
  return { signed: signed({ ...base, ...changed }, encoded, subgraph, secret), caller: encoded, body };
}

interface Forged {
  readonly secret?: string;
  readonly from?: object;
  readonly subgraph?: string;
  readonly body?: string;
}

it('a call is taken once: the same bytes again are rejected', async () => {
  const { url, executed } = await replica();
  const call = await takenCall(url);
  expect(executed).toHaveLength(1);
  for (const again of [await send(url, call), await send(url, call)]) {
    expect(again.status).toBe(401);
    expect(await again.text()).toContain('LINK_UNSIGNED');
  }
  expect(executed).toHaveLength(1);
});

it('of many copies that arrive at once, one is taken', async () => {
  const { url, executed } = await replica();
  const copy = await made(url);
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await send(url, copy)).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(executed).toHaveLength(2);
});

it('a call for one replica is not executed by another, nor by the same one after a restart', async () => {
  const first = await replica();
  const second = await replica();
  const call = await takenCall(first.url);
  expect((await send(second.url, call)).status).toBe(421);
  await first.close();
  const restarted = await replica(Number(new URL(first.url).port));
  const answer = await send(restarted.url, call);
  expect(answer.status).toBe(421);
  expect(await answer.text()).toContain('LINK_MISDIRECTED');
  expect([...second.executed, ...restarted.executed]).toEqual([]);
});

it('the gateway finds a replica that was started anew, and a mutation is executed once', async () => {
  const first = await replica();
  const link = linkTo(first.url);
  await link.execute(rename, { caller });
  await first.close();
  const restarted = await replica(Number(new URL(first.url).port));
  const result = await link.execute({ query: '{ whoAmI }' }, { caller });
  expect(JSON.parse(String(result.data?.['whoAmI']))).toEqual(caller);
  await link.execute(rename, { caller });
  expect(restarted.executed.filter((query) => query === rename.query)).toHaveLength(1);
});

it('a call lives as long as the gateway waits for it', async () => {
  const { url } = await replica();
  const before = Date.now();
  const { time, life } = fieldsOf((await takenCall(url)).signed);
  expect(time + life).toBeGreaterThanOrEqual(before + linkTimeoutMs);
  expect(life).toBeLessThanOrEqual(linkTimeoutMs);
});

it('the caller is the one whom the call was signed for, and a call that is right in all is taken', async () => {
  const { url } = await replica();
  const body = JSON.stringify({ query: '{ whoAmI }' });
  const from = { ...caller, subject: 'rené', scopes: ['a', 'b:c'], venue: 'v' };
  const answer = await send(url, await made(url, { from, body }));
  const { data } = (await answer.json()) as { data: { whoAmI: string } };
  expect(JSON.parse(data.whoAmI)).toEqual(from);
});

describe('a call that is not signed with the secret', () => {
  const changes: [string, (call: Seen) => Partial<Seen>][] = [
    ['another caller', () => ({ caller: encode({ ...caller, operator: true, roles: ['approver'] }) })],
    ['no caller', () => ({ caller: '' })],
    ['another body', () => ({ body: '{"query":"{ whoAmI }"}' })],
    [
      'another time',
      ({ signed: text }) => ({ signed: text.replace(/^(2\.\w+\.)\d+/, `$1${Date.now() + 1}`) }),
    ],
    ['a longer life', ({ signed: text }) => ({ signed: text.replace(/^(2\.\w+\.\d+\.)\d+/, '$13001') })],
    [
      'another id',
      ({ signed: text }) => ({ signed: text.replace(/^(2\.\w+\.\d+\.\d+\.)[^.]+/, `$1${randomUUID()}`) }),
    ],
    ['a cut signature', ({ signed: text }) => ({ signed: text.slice(0, -1) })],
    ['no signature', ({ signed: text }) => ({ signed: text.replace(/[^.]+$/, '') })],
    ['a field more', ({ signed: text }) => ({ signed: `${text}.x` })],
    ['nothing', () => ({ signed: '' })],
  ];

  it.each(changes)('but holds %s is rejected', async (_what, change) => {
    const { url, executed } = await replica();
    const call = await made(url);
    executed.length = 0;
    expect((await send(url, { ...call, ...change(call) })).status).toBe(401);
    expect(executed).toEqual([]);
    expect((await send(url, call)).status).toBe(200);
  });

  it('is rejected, whatever key it names', async () => {
    const { url } = await replica();
    const secret = 'another secret of thirty-two chars';
    const named = openLinkKeys({ linkSecret: secret }).current.id;
    for (const forged of [{ secret }, { secret, keyId: named }, { keyId: named }])
      expect((await send(url, await made(url, forged))).status).toBe(401);
  });

  it('for another subgraph is rejected', async () => {
    const { url } = await replica();
    expect((await send(url, await made(url, { subgraph: 'attribution' }))).status).toBe(401);
  });
});

describe('a secret that is replaced', () => {
  const next = 'the next secret of thirty-two characters';

  it('is accepted beside the new one, and rejected once it is withdrawn', async () => {
    const { url } = await replica(0, { linkSecret: next, retiredLinkSecret: linkSecret });
    for (const secret of [linkSecret, next]) {
      const { data } = await linkTo(url, secret).execute({ query: '{ whoAmI }' }, { caller });
      expect(JSON.parse(String(data?.['whoAmI']))).toEqual(caller);
    }
    const { url: renewed } = await replica(0, { linkSecret: next });
    await expect(linkTo(renewed).execute(rename, { caller })).rejects.toThrow('HTTP status 401');
  });
});

describe('a call that the secret has signed is rejected nevertheless', () => {
  const now = () => Date.now();

  const faults: [string, () => Partial<Fields> & Forged][] = [
    ['that is valid for a year', () => ({ life: year })],
    ['that is valid for longer than the deadline of the link', () => ({ life: linkTimeoutMs + 1 })],
    ['whose time is over', () => ({ time: now() - 12_000, life: 3_000 })],
    ['of the future', () => ({ time: now() + 60_000 })],
    ['without an id', () => ({ id: '' })],
    ['for another body', () => ({ digest: digestOf('{}') })],
    ['of another form', () => ({ version: '1' })],
    ['from a caller of another form', () => ({ from: { ...caller, roles: 'approver' } })],
    ['from a caller whose subject has two spellings', () => ({ from: { ...caller, subject: 'da na' } })],
  ];

  it.each(faults)('%s', async (_what, fault) => {
    const { url, executed } = await replica();
    const call = await made(url, fault());
    executed.length = 0;
    expect((await send(url, call)).status).toBe(401);
    expect(executed).toEqual([]);
  });

  it('that names no replica', async () => {
    const { url, executed } = await replica();
    const call = await made(url, { name: '' });
    executed.length = 0;
    expect((await send(url, call)).status).toBe(421);
    expect(executed).toEqual([]);
  });

  it('whose time is over before its body is there', async () => {
    const { url, executed } = await replica();
    // The clocks may differ by 5 seconds: the call is valid for another second and a half.
    const { body, ...call } = await made(url, { time: now() - 6_000, life: 2_500 });
    executed.length = 0;
    const late = new ReadableStream<string>({
      async start(stream) {
        await new Promise((done) => setTimeout(done, 2_000));
        stream.enqueue(body);
        stream.close();
      },
    }).pipeThrough(new TextEncoderStream());
    const headers = headersOf(call);
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: late, duplex: 'half' });
    expect(answer.status).toBe(401);
    expect(executed).toEqual([]);
  });
});

describe('an answer that names another replica', () => {
  /** Answers 421 with this name; counts the calls. */
  async function naming(name: (callId: string) => string) {
    const state = { calls: 0 };
    const server = createServer((request, response) => {
      state.calls++;
      const { id = '' } = fieldsOf(String(request.headers[linkCallHeader]));
      response.writeHead(421, { [replicaHeader]: name(id) }).end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => server.closeAllConnections() }, { close: () => void server.close() });
    return { state, link: linkTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
  }
  const named = randomUUID();
  const { current: another } = openLinkKeys({ linkSecret: 'another secret of thirty-two chars' });
  const subgraph = 'sanctions';

  it.each<[string, (callId: string) => string]>([
    ['unsigned', () => named],
    ['signed with another secret', (callId) => signReplica(another, named, { subgraph, callId })],
    ['signed for another call', () => signReplica(key, named, { subgraph, callId: randomUUID() })],
    ['signed by another subgraph', (callId) => signReplica(key, named, { subgraph: 'x', callId })],
    [
      'with a signature of another',
      (callId) => signReplica(key, randomUUID(), { subgraph, callId }).replace(/^[^.]+/, named),
    ],
  ])('%s makes no second call', async (_what, name) => {
    const { state, link } = await naming(name);
    await expect(link.execute(rename, { caller })).rejects.toThrow(DownstreamError);
    expect(state.calls).toBe(1);
  });

  it('without end is given up', async () => {
    const { state, link } = await naming((callId) => signReplica(key, named, { subgraph, callId }));
    await expect(link.execute(rename, { caller })).rejects.toMatchObject({ sent: false });
    expect(state.calls).toBe(3);
  });
});
