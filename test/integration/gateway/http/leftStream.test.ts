import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type ClientHttp2Session } from 'node:http2';
import { Writable } from 'node:stream';
import type { CallSignal } from '../../../../gateway/link/callEnd';
import { localLink } from '../../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../../gateway/link/subgraphLink';
import { createLogger } from '../../../../shared/logger/logger';
import { eventually } from '../../../support/eventually';
import { startSubgraph } from '../../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';
import { tlsFiles } from '../../../support/tlsFiles';

const { server } = tlsFiles;
const lines: Readonly<Record<string, unknown>>[] = [];
const logger = createLogger(
  'test',
  'info',
  new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).trim().split('\n'))
        lines.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
      done();
    },
  }),
);

/** Told of each call to a subgraph. No call is answered before its request has ended. */
let onCall: (signal: CallSignal) => void = () => undefined;

const abortOf = (signal: CallSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

async function neverAnswering(name: 'sanctions' | 'attribution' | 'enforcement'): Promise<SubgraphLink> {
  const link = localLink(await startSubgraph(name), { timeoutMs: 10_000 });
  return {
    ...link,
    async execute(_request, { signal }) {
      if (!signal) throw new Error('a call has the signal of its request');
      onCall(signal);
      if (!signal.aborted) await abortOf(signal);
      throw new Error('the request has ended');
    },
  };
}

let up: GatewayUp;
let session: ClientHttp2Session;
beforeAll(async () => {
  const links = await Promise.all((['sanctions', 'attribution', 'enforcement'] as const).map(neverAnswering));
  up = await gatewayUp({ tlsCertificate: server.cert, tlsKey: server.key }, links, undefined, logger);
  session = connect(up.url, { ca: readFileSync(server.cert) });
});
afterAll(async () => {
  session.close();
  await up.close();
});
beforeEach(() => (lines.length = 0));

const post = (token: string) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const stream = session.request({ ':method': 'POST', ':path': '/graphql', ...headers });
  stream.end('{"query":"{ actor(id: \\"a\\") { name } }"}');
  return stream;
};

const accessLine = () => eventually(() => lines.find(({ msg }) => msg === 'request'));

it('ends the calls of a request whose HTTP/2 stream the client resets, and logs 499', async () => {
  const token = await up.issuer.sign({ scope: '' });
  const called = new Promise<CallSignal>((resolve) => (onCall = resolve));
  const stream = post(token);
  const signal = await called;
  const aborted = abortOf(signal);
  stream.close();
  await aborted;
  expect(await accessLine()).toMatchObject({ status: 499 });
});

it('logs the address of whoever was not authenticated over HTTP/2', async () => {
  const stream = post('forged');
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
  expect(headers[':status']).toBe(401);
  stream.resume();
  expect(await accessLine()).toMatchObject({ status: 401, address: '127.0.0.1' });
});
