import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { request as requestHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { ConfigError } from '../../../../shared/config/settings';
import { eventually } from '../../../support/eventually';
import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';
import { readPair, tlsFiles } from '../../../support/tlsFiles';

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const { server, client } = tlsFiles;
const ca = readFileSync(server.cert);
const overTls = {
  tlsCertificate: server.cert,
  tlsKey: server.key,
  tlsClientCertificates: 'request',
} as const;
const ask = '{"query":"{ actor(id: \\"a\\") { name } }"}';
const answered = '{"data":{"actor":{"name":"Alpha"}}}';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp(overTls);
});
afterAll(() => up.close());

interface Sent {
  readonly token?: string;
  readonly certificate?: { readonly cert: string; readonly key: string };
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
}

const headersOf = ({ token }: Sent) => ({
  'content-type': 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

async function byHttp1(url: string, sent: Sent): Promise<Received> {
  const { method = 'POST', path = '/graphql', body = ask, certificate } = sent;
  const request = requestHttps(`${url}${path}`, {
    method,
    headers: headersOf(sent),
    ca,
    agent: false,
    ...certificate,
  });
  request.end(method === 'GET' ? undefined : body);
  const [response] = (await once(request, 'response')) as [
    NodeJS.ReadableStream & { statusCode: number; headers: object },
  ];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: { ...response.headers }, text };
}

async function byHttp2(url: string, sent: Sent): Promise<Received> {
  const { method = 'POST', path = '/graphql', body = ask, certificate } = sent;
  const session = connectHttp2(url, { ca, ...certificate });
  try {
    const stream = session.request({ ':method': method, ':path': path, ...headersOf(sent) });
    stream.end(method === 'GET' ? undefined : body);
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    return { status: Number(headers[':status']), headers, text };
  } finally {
    session.close();
  }
}

const protocols = [
  ['HTTP/1.1', byHttp1],
  ['HTTP/2', byHttp2],
] as const;

describe.each(protocols)('over %s', (_name, send) => {
  it('answers the graph, with the id and strict transport security', async () => {
    const token = await up.issuer.sign({ scope: '' });
    const { status, headers, text } = await send(up.url, { token });
    expect([status, text]).toEqual([200, answered]);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('serves health and pages', async () => {
    const health = await send(up.url, { method: 'GET', path: '/health/live' });
    expect([health.status, health.text]).toEqual([200, '{"live":true}']);
    expect((await send(up.url, { method: 'GET', path: '/explorer/' })).status).toBe(200);
  });

  it('takes a token that is bound to a certificate only with that certificate (RFC 8705)', async () => {
    const thumbprint = new X509Certificate(readFileSync(client.cert)).fingerprint256.replaceAll(':', '');
    const bound = Buffer.from(thumbprint, 'hex').toString('base64url');
    const token = await up.issuer.sign({ scope: '', cnf: { 'x5t#S256': bound } });
    expect((await send(up.url, { token, certificate: readPair(client) })).text).toBe(answered);
    expect((await send(up.url, { token })).status).toBe(401);
    expect((await send(up.url, { token, certificate: readPair(server) })).status).toBe(401);
  });

  it('ends a request whose body is over the limit, and goes on', async () => {
    const token = await up.issuer.sign({ scope: '' });
    const body = JSON.stringify({ query: `{ whoAmI } #${'x'.repeat(3_000_000)}` });
    expect((await send(up.url, { token, body })).status).toBe(413);
    expect((await send(up.url, { token })).status).toBe(200);
  });
});

async function handshake(url: string, options: object): Promise<TLSSocket> {
  const { port } = new URL(url);
  const socket = connectTls({ port: Number(port), host: '127.0.0.1', ca, ...options });
  await once(socket, 'secureConnect');
  return socket;
}

it('offers HTTP/2 by ALPN, unless it is off', async () => {
  const without = await gatewayUp({ ...overTls, http2: 'off' });
  try {
    const both = await handshake(up.url, { ALPNProtocols: ['h2', 'http/1.1'] });
    const one = await handshake(without.url, { ALPNProtocols: ['h2', 'http/1.1'] });
    expect([both.alpnProtocol, one.alpnProtocol]).toEqual(['h2', 'http/1.1']);
    both.destroy();
    one.destroy();
    const token = await without.issuer.sign({ scope: '' });
    expect((await byHttp1(without.url, { token })).text).toBe(answered);
  } finally {
    await without.close();
  }
});

it('keeps HTTP/1.1 connections, and ends those whose headers do not come, with HTTP/2 and without', async () => {
  const isHeld = async (http2: 'on' | 'off') => {
    const gateway = await gatewayUp({ ...overTls, http2 });
    try {
      const socket = await handshake(gateway.url, { ALPNProtocols: ['http/1.1'] });
      socket.write('GET /health/live HTTP/1.1\r\nhost: test\r\n\r\nPOST /graphql HTTP/1.1\r\nhost: te');
      let text = '';
      for await (const chunk of socket) text += String(chunk);
      expect(text).toMatch(/keep-alive: timeout=620/i);
      expect(text).toMatch(/HTTP\/1\.1 408 /);
    } finally {
      await gateway.close();
    }
  };
  await Promise.all([isHeld('on'), isHeld('off')]);
  // By its own defaults Node would end such a request after one to two minutes.
}, 55_000);

it('still knows the certificate of a connection that resumes a session', async () => {
  const thumbprint = new X509Certificate(readFileSync(client.cert)).fingerprint256.replaceAll(':', '');
  const token = await up.issuer.sign({
    scope: '',
    cnf: { 'x5t#S256': Buffer.from(thumbprint, 'hex').toString('base64url') },
  });
  const first = await handshake(up.url, { ...readPair(client), maxVersion: 'TLSv1.2' });
  const session = first.getSession();
  first.destroy();
  const resumed = await handshake(up.url, { ...readPair(client), maxVersion: 'TLSv1.2', session });
  expect(resumed.isSessionReused()).toBe(true);
  resumed.write(
    `GET /graphql?query={actor(id:"a"){name}} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nauthorization: Bearer ${token}\r\n\r\n`,
  );
  let text = '';
  for await (const chunk of resumed) text += String(chunk);
  expect(text).toContain(answered);
});

it('follows the certificate: a renewed one counts for new connections, a wrong one changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-tls-'));
  const files = { tlsCertificate: join(folder, 'tls.crt'), tlsKey: join(folder, 'tls.key') };
  copyFileSync(server.cert, files.tlsCertificate);
  copyFileSync(server.key, files.tlsKey);
  const followed = await gatewayUp(files);
  const subject = async () => {
    const socket = await handshake(followed.url, { rejectUnauthorized: false });
    const { subject: found } = socket.getPeerCertificate();
    socket.destroy();
    return found.CN;
  };
  try {
    expect(await subject()).toBe('localhost');
    const isRejected = async () =>
      /^cordon_reload_refused\{[^}]*certificate[^}]*\} 1$/m.test(await followed.metrics.registry.metrics());
    writeFileSync(files.tlsCertificate, 'not a certificate');
    await eventually(isRejected);
    expect(await subject()).toBe('localhost');
    // The one in force comes back.
    copyFileSync(server.cert, files.tlsCertificate);
    await eventually(async () => !(await isRejected()));
    copyFileSync(client.key, files.tlsKey);
    copyFileSync(client.cert, files.tlsCertificate);
    await eventually(async () => (await subject()) === 'client');
  } finally {
    await followed.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each([
  [{ tlsCertificate: server.cert }, /CORDON_TLS_KEY: is needed beside/],
  [{ tlsKey: server.key }, /CORDON_TLS_CERTIFICATE: is needed beside/],
  [{ tlsClientCertificates: 'request' as const }, /CORDON_TLS_CLIENT_CERTIFICATES: needs/],
  [{ tlsCertificate: server.cert, tlsKey: client.key }, /are not a certificate and its private key/],
  [
    { tlsCertificate: '/nowhere.crt', tlsKey: client.key },
    /CORDON_TLS_CERTIFICATE: .* cannot be read: ENOENT/,
  ],
])('does not start with half a certificate, or a wrong one: %j', async (config, message) => {
  const failed = gatewayUp(config);
  await expect(failed).rejects.toThrow(ConfigError);
  await expect(failed).rejects.toThrow(message);
});
