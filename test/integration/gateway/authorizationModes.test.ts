import { Writable } from 'node:stream';
import pino from 'pino';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

const lines: Record<string, unknown>[] = [];
const logger = pino(
  { level: 'warn' },
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  }),
);

describe('reject', () => {
  let up: GatewayUp;
  beforeAll(async () => {
    up = await gatewayUp({ authorization: 'reject' });
  });
  afterAll(() => up.close());

  it('executes nothing of an operation with a field that the token may not see, and names each', async () => {
    const query = '{ actors { name secret linked { secret } wallets { id } } }';
    const answer = await up.ask(query, { scope: 'audit:read' });
    expect(answer.status).toBe(403);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: 'You may not ask for Actor.secret: it needs the scope secret:read, or the scope legal:read.',
        extensions: { code: 'FORBIDDEN' },
      },
      {
        message: 'You may not ask for Actor.wallets: it needs the scope attribution:read.',
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    expect(up.calls).toEqual([]);
    expect((await up.ask(query)).status).toBe(200);
  });

  it('rejects an act beside others: none of them is done', async () => {
    up.calls.length = 0;
    const query = 'mutation { rename(id: "a", name: "x") { id secret } }';
    expect((await up.ask(query, { scope: 'sanctions:write' })).status).toBe(403);
    expect(up.calls).toEqual([]);
  });

  it('does not count what is skipped', async () => {
    const answer = await up.ask('{ actor(id: "a") { name secret @skip(if: true) } }', { scope: '' });
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
  });
});

describe('dry-run', () => {
  let up: GatewayUp;
  beforeAll(async () => {
    up = await gatewayUp({ authorization: 'dry-run' }, undefined, undefined, logger);
  });
  afterAll(() => up.close());

  it('answers as if everything were allowed, and logs each time what was not', async () => {
    const query = 'query Secrets { actors { secret } audit { entries } }';
    for (let i = 0; i < 2; i++) {
      lines.length = 0;
      const token = await up.issuer.sign({ scope: 'legal:read', client_id: 'desk' });
      const answer = await up.ask(query, { token, headers: { 'x-request-id': `trial-${i}` } });
      expect([answer.status, answer.errors]).toEqual([200, undefined]);
      expect(answer.data).toEqual({
        actors: [{ secret: 'secret of a' }, { secret: 'secret of b' }],
        audit: { entries: 7 },
      });
      expect(lines).toMatchObject([
        {
          requestId: `trial-${i}`,
          client: 'desk',
          operation: 'Secrets',
          fields: ['Actor.secret', 'Query.audit'],
        },
      ]);
    }
    lines.length = 0;
    await up.ask(query);
    expect(lines).toEqual([]);
  });

  it('logs no name of an operation that may be a secret, and cuts a long one', async () => {
    const secret = `K${'a1'.repeat(26)}`;
    for (const name of [secret, 'long_'.repeat(60)]) {
      lines.length = 0;
      await up.ask(`query ${name} { audit { entries } }`, { scope: '' });
      expect(lines).toHaveLength(1);
      const { operation } = lines[0] as { readonly operation: string };
      expect(operation.length).toBeLessThanOrEqual(100);
      expect(operation).not.toContain(secret);
    }
  });
});
