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

/** Longer than any of them may last, by far less than the minutes for which such a request stayed open. */
const waitMs = 20_000;

function expectClosed({ status, closedAfter }: RawOutcome, wanted: number, withinMs: number): void {
  expect(status).toBe(wanted);
  expect(closedAfter).toBeLessThan(withinMs);
}

it('a request that does not come to its end is answered and closed, the sooner the less is known of it', async () => {
  const authorization = `Bearer ${await up.issuer.sign({})}`;
  const send = (start: string, trickle?: string) =>
    sendRaw(up.url, { start, ...(trickle ? { trickle } : {}) }, waitMs);
  const [noToken, noTokenTrickled, noPath, noMethod, noEnd, trickled, noHeaders] = await Promise.all([
    send(headOfPost('/graphql', {}, '{"query":')),
    send(headOfPost('/graphql', { 'content-length': '1000000' }), 'x'),
    send(headOfPost('/nowhere', {})),
    send(headOfPost('/graphql', {}).replace('POST', 'PUT')),
    send(headOfPost('/graphql', { authorization }, '{"query":')),
    send(headOfPost('/graphql', { authorization, 'content-length': '1000000' }), 'x'),
    send('POST /graphql HTTP/1.1\r\nhost: te'),
  ]);
  for (const [outcome, status] of [
    [noToken, 401],
    [noTokenTrickled, 401],
    [noPath, 404],
    [noMethod, 405],
  ] as const) {
    // Answered by its headers; the connection outlives the answer for as long as a client takes to read it.
    expectClosed(outcome, status, 6_000);
    expect(outcome.answeredAfter).toBeLessThan(3_000);
  }
  for (const outcome of [noEnd, trickled]) {
    expectClosed(outcome, 408, 12_000);
    expect(outcome.text).toContain('REQUEST_TIMEOUT');
  }
  expectClosed(noHeaders, 408, 12_000);
});

it('a body without a length that is over the limit is rejected before its end', async () => {
  const authorization = `Bearer ${await up.issuer.sign({})}`;
  const head = headOfPost('/graphql', { authorization, 'transfer-encoding': 'chunked' });
  const chunk = `40000\r\n${'x'.repeat(0x40000)}\r\n`;
  const outcome = await sendRaw(
    up.url,
    { start: head.replace('content-length: 1000\r\n', ''), trickle: chunk },
    waitMs,
  );
  expectClosed(outcome, 413, 12_000);
  expect(outcome.text).toContain('PAYLOAD_TOO_LARGE');
});

it('a client that sent its body whole keeps its connection, whatever the answer', async () => {
  const body = '{"query":"{ whoAmI }"}';
  const post = headOfPost('/graphql', { 'content-length': String(body.length) }, body);
  const { text, closedAfter } = await sendRaw(up.url, { start: `${post}${post}` }, 3_500);
  expect(text.match(/HTTP\/1\.1 401/g)).toHaveLength(2);
  expect(closedAfter).toBeUndefined();
});

it('a subgraph reads no body that is not signed for', async () => {
  const serving = await serveSubgraph(await startSubgraph('sanctions'), {
    host: '127.0.0.1',
    port: 0,
    linkSecret: 'a secret of thirty-two characters',
    linkTimeoutMs: 10_000,
    logger: createLogger('test', 'silent'),
  });
  try {
    const outcome = await sendRaw(serving.url, { start: headOfPost('/graphql', {}, '{"query":') }, waitMs);
    expectClosed(outcome, 401, 6_000);
    expect(outcome.answeredAfter).toBeLessThan(3_000);
  } finally {
    await serving.close();
  }
});
