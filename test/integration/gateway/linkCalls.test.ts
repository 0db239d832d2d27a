import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, SignJWT } from 'jose';
import { DownstreamError } from '../../../gateway/link/downstreamError';
import { httpLink } from '../../../gateway/link/httpLink';
import { bodyDigest, linkCallHeader, signCall } from '../../../shared/identity/linkCall';
import { replicaHeader, signReplica } from '../../../shared/identity/replicaAnswer';
import { createLogger } from '../../../shared/logger/logger';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { callerOf } from '../../support/identities';

const linkSecret = 'a secret of thirty-two characters';
const key = new TextEncoder().encode(linkSecret);
const linkTimeoutMs = 4_000;
const logger = createLogger('test', 'silent');
const caller = callerOf('analyst');
const rename = { query: 'mutation { rename(id: "a", name: "b") { id } }' };
const year = 365 * 24 * 3_600;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

/** A replica of a subgraph, and what it executed. */
async function replica(port = 0) {
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
    linkSecret,
    linkTimeoutMs,
    logger,
  });
  open.push(serving);
  return { ...serving, executed };
}

interface Seen {
  readonly signed: string;
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

const send = (url: string, { signed, body }: Seen) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    // Replicas come and go on one port here: no connection is kept.
    headers: { 'content-type': 'application/json', connection: 'close', [linkCallHeader]: signed },
    body,
  });

function linkTo(url: string) {
  const link = httpLink({ name: 'sanctions', url, secret: linkSecret, timeoutMs: linkTimeoutMs });
  open.push(link);
  return link;
}

/** A call that a replica took, as it passed. */
async function takenCall(url: string): Promise<Seen> {
  const { url: tapped, seen } = await tap(url);
  await linkTo(tapped).execute(rename, caller);
  return seen.at(-1)!;
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
  const { signed } = await takenCall(url);
  const body = JSON.stringify(rename);
  const { replica: name } = decodeJwt(signed) as { replica: string };
  const call = { subgraph: 'sanctions', replica: name, body, deadline: Date.now() + 1_000 };
  const copy = { body, signed: (await signCall(key, call, caller)).signed };
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
  await link.execute(rename, caller);
  await first.close();
  const restarted = await replica(Number(new URL(first.url).port));
  const result = await link.execute({ query: '{ whoAmI }' }, caller);
  expect(JSON.parse(String(result.data?.['whoAmI']))).toEqual(caller);
  await link.execute(rename, caller);
  expect(restarted.executed.filter((query) => query === rename.query)).toHaveLength(1);
});

it('a call lives as long as the gateway waits for it', async () => {
  const { url } = await replica();
  const before = Date.now();
  const { iat = 0, exp = 0 } = decodeJwt((await takenCall(url)).signed);
  expect(exp * 1_000).toBeGreaterThanOrEqual(before + linkTimeoutMs - 1);
  expect(exp - iat).toBeLessThanOrEqual(linkTimeoutMs / 1_000 + 0.001);
});

describe('a call that the secret has signed is rejected nevertheless', () => {
  const now = () => Date.now() / 1_000;
  const body = JSON.stringify(rename);
  const made = async (url: string, claims: { iat?: number; exp?: number; jti?: string; body?: string }) => {
    const { replica: name } = decodeJwt((await takenCall(url)).signed);
    const payload = { iat: now(), exp: now() + 3, jti: 'one', body: bodyDigest(body), ...claims };
    const signed = await new SignJWT({ caller, replica: name, ...payload })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('cordon-gateway')
      .setAudience('cordon-sanctions')
      .sign(key);
    return { signed, body };
  };

  it.each([
    ['that is valid for a year', () => ({ exp: now() + year })],
    ['that is valid for longer than the deadline of the link', () => ({ exp: now() + 5 })],
    ['whose time is over', () => ({ iat: now() - 12, exp: now() - 9 })],
    ['of the future', () => ({ iat: now() + 60, exp: now() + 61 })],
    ['without an id', () => ({ jti: '' })],
    ['for another body', () => ({ body: bodyDigest('{}') })],
  ])('%s', async (_what, claims) => {
    const { url, executed } = await replica();
    const call = await made(url, claims());
    executed.length = 0;
    expect((await send(url, call)).status).toBe(401);
    expect(executed).toEqual([]);
  });

  it('whose time is over before its body is there', async () => {
    const { url, executed } = await replica();
    // The clocks may differ by 5 seconds: the call is valid for another second and a half.
    const { signed, body } = await made(url, { iat: now() - 6, exp: now() - 3.5 });
    executed.length = 0;
    const late = new ReadableStream<string>({
      async start(stream) {
        await new Promise((done) => setTimeout(done, 2_000));
        stream.enqueue(body);
        stream.close();
      },
    }).pipeThrough(new TextEncoderStream());
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', [linkCallHeader]: signed },
      body: late,
      duplex: 'half',
    });
    expect(answer.status).toBe(401);
    expect(executed).toEqual([]);
  });

  it('and one that is right in all is taken', async () => {
    const { url } = await replica();
    expect((await send(url, await made(url, {}))).status).toBe(200);
  });
});

describe('an answer that names another replica', () => {
  /** Answers 421 with this name; counts the calls. */
  async function naming(name: (callId: string) => Promise<string>) {
    const state = { calls: 0 };
    const server = createServer((request, response) => {
      state.calls++;
      const { jti } = decodeJwt(String(request.headers[linkCallHeader]));
      void name(String(jti)).then((header) => response.writeHead(421, { [replicaHeader]: header }).end('{}'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => server.closeAllConnections() }, { close: () => void server.close() });
    return { state, link: linkTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
  }
  const target = { subgraph: 'sanctions', replica: 'x' };

  it.each([
    ['unsigned', async () => 'x'],
    ['signed with another secret', (id: string) => signReplica(new Uint8Array(32), target, id)],
    ['signed for another call', () => signReplica(key, target, 'another')],
  ])('%s makes no second call', async (_what, name) => {
    const { state, link } = await naming(name);
    await expect(link.execute(rename, caller)).rejects.toThrow(DownstreamError);
    expect(state.calls).toBe(1);
  });

  it('without end is given up', async () => {
    const { state, link } = await naming((id) => signReplica(key, target, id));
    await expect(link.execute(rename, caller)).rejects.toMatchObject({ sent: false });
    expect(state.calls).toBe(3);
  });
});
