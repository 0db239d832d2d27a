import { createLogger } from '../../../shared/logger/logger';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { headOfPost, type RawOutcome, sendRaw } from '../../support/rawRequest';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());

/** Longer than any of them may last, also on a busy machine; less than the minutes for which such a request stayed open. */
const waitMs = 55_000;

const expectClosed = ({ status, isClosed }: RawOutcome, wanted: number) =>
  expect([status, isClosed]).toEqual([wanted, true]);

/** Sent together before the tests, because each waits for seconds. */
let sent: Awaited<ReturnType<typeof sendAll>>;
beforeAll(async () => {
  sent = await sendAll();
});

async function sendAll() {
  const authorization = `Bearer ${await up.issuer.sign({})}`;
  const send = (start: string, trickle?: string, url = up.url) =>
    sendRaw(url, { start, ...(trickle ? { trickle } : {}) }, waitMs);
  const chunked = headOfPost('/graphql', { authorization, 'transfer-encoding': 'chunked' });
  const body = '{"query":"{ whoAmI }"}';
  const whole = headOfPost('/graphql', { 'content-length': String(body.length) }, body);
  const subgraph = await serveSubgraph(await startSubgraph('sanctions'), {
    host: '127.0.0.1',
    port: 0,
    linkSecret: 'a secret of thirty-two characters',
    linkTimeoutMs: 10_000,
    logger: createLogger('test', 'silent'),
  });
  try {
    const [noToken, noTokenTrickled, noPath, noMethod, noEnd, trickled, noHeaders, tooLarge, kept, unsigned] =
      await Promise.all([
        send(headOfPost('/graphql', {}, '{"query":')),
        send(headOfPost('/graphql', { 'content-length': '1000000' }), 'x'),
        send(headOfPost('/nowhere', {})),
        send(headOfPost('/graphql', {}).replace('POST', 'PUT')),
        send(headOfPost('/graphql', { authorization }, '{"query":')),
        send(headOfPost('/graphql', { authorization, 'content-length': '1000000' }), 'x'),
        send('POST /graphql HTTP/1.1\r\nhost: te'),
        send(chunked.replace('content-length: 1000\r\n', ''), `40000\r\n${'x'.repeat(0x40000)}\r\n`),
        sendRaw(up.url, { start: `${whole}${whole}` }, 6_000),
        send(headOfPost('/graphql', {}, '{"query":'), undefined, subgraph.url),
      ]);
    return {
      noToken,
      noTokenTrickled,
      noPath,
      noMethod,
      noEnd,
      trickled,
      noHeaders,
      tooLarge,
      kept,
      unsigned,
    };
  } finally {
    await subgraph.close();
  }
}

it('a request that does not come to its end is answered and closed, the sooner the less is known of it', () => {
  for (const [outcome, status] of [
    [sent.noToken, 401],
    [sent.noTokenTrickled, 401],
    [sent.noPath, 404],
    [sent.noMethod, 405],
  ] as const) {
    // Answered by its headers, or its status were 408.
    expectClosed(outcome, status);
  }
  for (const outcome of [sent.noEnd, sent.trickled]) {
    expectClosed(outcome, 408);
    expect(outcome.text).toContain('REQUEST_TIMEOUT');
  }
  expectClosed(sent.noHeaders, 408);
});

it('a body without a length that is over the limit is rejected before its end', () => {
  expectClosed(sent.tooLarge, 413);
  expect(sent.tooLarge.text).toContain('PAYLOAD_TOO_LARGE');
});

it('a client that sent its body whole keeps its connection, whatever the answer', () => {
  expect(sent.kept.text.match(/HTTP\/1\.1 401/g)).toHaveLength(2);
  expect(sent.kept.isClosed).toBe(false);
});

it('a subgraph reads no body that is not signed for', () => {
  expectClosed(sent.unsigned, 401);
});
