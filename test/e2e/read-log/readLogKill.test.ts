import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { crashIt } from '../../support/crashIt';
import { randomDelays } from '../../support/randomDelays';
import { testIssuer } from '../../support/gatewayTokens';
import {
  cli,
  freePort,
  pause,
  type RunningProcess,
  runEntry,
  temporaryFolder,
  untilReady,
} from '../../support/runCordon';

const kills = Number(process.env['SERVER_KILLS'] ?? 2);
const perSecond = 500;

const folder = temporaryFolder();
let server: RunningProcess | undefined;
afterAll(async () => {
  await server?.ended('SIGKILL');
  folder.remove();
});

/** Asks at a steady rate until the server is killed under it. Returns which requests were answered, and how many were sent. */
async function loadUntilKilled(url: string, token: string, first: number, killAfterMs: number) {
  const pool = new Pool(url, { connections: 64 });
  const answered: number[] = [];
  const under: Promise<void>[] = [];
  const started = performance.now();
  let sent = 0;
  let isKilled = false;
  while (!isKilled) {
    const elapsed = performance.now() - started;
    for (; sent < (elapsed / 1_000) * perSecond; sent++) {
      const number = first + sent;
      const asked = pool
        .request({
          path: '/graphql',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'x-cordon-purpose': `read ${number}`,
          },
          body: '{"query":"query Load { accounts(first: 3) { nodes { status } } }"}',
        })
        .then(async ({ statusCode, body }) => {
          const text = await body.text();
          if (statusCode === 200 && !text.includes('"errors"')) answered.push(number);
        })
        .catch(() => undefined);
      under.push(asked);
    }
    if (elapsed > killAfterMs) {
      server?.child.kill('SIGKILL');
      isKilled = true;
    }
    await pause(2);
  }
  await Promise.all(under);
  await pool.destroy();
  return { answered, sent };
}

crashIt(
  `the read log has each answered read once, and no read that was not asked, at ${perSecond} a second and after kill -9`,
  async () => {
    const issuer = await testIssuer();
    const file = (name: string, content: string) => {
      const path = join(folder.path, name);
      writeFileSync(path, content);
      return path;
    };
    const jwks = file('jwks.json', issuer.jwks);
    const port = await freePort();
    const env = {
      PORT: String(port),
      CORDON_DATA_DIR: join(folder.path, 'data'),
      CORDON_RATE_LIMIT: '100000000',
      CORDON_ISSUERS: file(
        'issuers.yaml',
        `version: 1\nissuers:\n  - { issuer: cordon-development, audience: cordon, jwks: ${jwks} }\n`,
      ),
    };
    const url = `http://127.0.0.1:${port}`;
    const scope = 'enforcement:read';
    const reader = await issuer.sign({ sub: 'load', scope }, { expiresIn: 3_600 });
    const auditor = await issuer.sign({ sub: 'auditor', roles: ['auditor'], scope }, { expiresIn: 3_600 });
    const delay = randomDelays('readLogKill');
    const answered = new Set<number>();
    let asked = 0;
    for (let kill = 0; kill < kills; kill++) {
      server = runEntry('cli/bin.js', ['start'], env);
      await untilReady(url);
      const run = await loadUntilKilled(url, reader, asked, 2_000 + delay(3_000));
      await server.ended();
      for (const number of run.answered) answered.add(number);
      asked += run.sent;
    }
    expect(answered.size).toBeGreaterThan(0);
    server = runEntry('cli/bin.js', ['start'], env);
    await untilReady(url);
    const logged = await purposesOf(url, auditor);
    expect(new Set(logged).size).toBe(logged.length);
    expect(logged.filter((number) => !(number >= 0 && number < asked))).toEqual([]);
    const found = new Set(logged);
    expect([...answered].filter((number) => !found.has(number))).toEqual([]);
    const verified = await cli(['ledger', 'verify', '--ledger', 'reads', '--json'], env);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
    process.stderr.write(
      `${kills} kills: ${asked} asked, ${answered.size} answered, ${logged.length} in the log\n`,
    );
  },
  300_000 + kills * 120_000,
);

/** The numbers of all reads in the log that this test made. */
async function purposesOf(url: string, token: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (let after: string | null = null, more = true; more;) {
    const query = `{ reads(by: "load", first: 200${after === null ? '' : `, after: "${after}"`}) { nodes { purpose records } pageInfo { endCursor hasNextPage } } }`;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data: {
        reads: {
          nodes: { purpose: string; records: string[] }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      };
    };
    for (const { purpose, records } of data.reads.nodes) {
      expect(records).toHaveLength(3);
      found.push(Number(purpose.replace('read ', '')));
    }
    ({ endCursor: after, hasNextPage: more } = data.reads.pageInfo);
  }
  return found;
}
