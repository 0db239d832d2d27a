/**
 * The flagship question in one process over the embedded store (`npm start`'s way), with a client in another process:
 * processor time and store queries a request. `--json`, `--rounds N`, `--requests N`, `--profile FOLDER`.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { flagshipActor, flagshipQuery } from '../../cli/start/flagship';
import { scopesOfRole } from '../../shared/identity/roles';
import { testIssuer } from '../support/gatewayTokens';
import type { Usage } from './flagship/usage';
import { numberOption, option } from './options';
import { machine, percentile } from './timing';

const rounds = numberOption('--rounds', 5);
const requestsPerRound = numberOption('--requests', 200);
/** Callers of their own, so that no call is shared between requests. */
const callers = 10;
const profileFolder = option('--profile');

interface Running {
  readonly child: ChildProcess;
  readonly pool: Pool;
}

async function start(jwks: string): Promise<Running> {
  const profile = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
  const child = fork(join(__dirname, 'flagship', 'serve.js'), {
    execArgv: profile,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, CORDON_JWKS: jwks, CORDON_RATE_LIMIT: '1000000000', CORDON_LOG_LEVEL: 'error' },
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, pool: new Pool(url, { connections: callers }) };
}

async function usageOf({ child }: Running): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

async function ask({ pool }: Running, token: string): Promise<string> {
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: flagshipQuery, variables: { actor: flagshipActor } }),
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 300));
  return text;
}

/** Returns the processor's milliseconds a request, the background's of the same time included. */
async function measure(running: Running, tokens: readonly string[]): Promise<number> {
  const before = await usageOf(running);
  let next = 0;
  await Promise.all(
    tokens.map(async (token) => {
      while (next++ < requestsPerRound) await ask(running, token);
    }),
  );
  return processorMs(before, await usageOf(running)) / requestsPerRound;
}

const processorMs = (before: Usage, after: Usage) =>
  (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1_000;

/** Returns, by collection, the median of what single requests sent: what the background adds now and then is left out. */
async function storeQueries(running: Running, token: string): Promise<Record<string, number>> {
  const counts: Record<string, number>[] = [];
  for (let n = 0; n < 21; n++) {
    const { queries: before } = await usageOf(running);
    await ask(running, token);
    const { queries: after } = await usageOf(running);
    counts.push(Object.fromEntries(Object.entries(after).map(([at, sum]) => [at, sum - (before[at] ?? 0)])));
  }
  const places = [...new Set(counts.flatMap(Object.keys))].sort();
  const median = (place: string) =>
    percentile(
      counts.map((count) => count[place] ?? 0),
      0.5,
    );
  return Object.fromEntries(places.map((place) => [place, median(place)]).filter(([, count]) => count !== 0));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
  const issuer = await testIssuer();
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, issuer.jwks);
  const tokens = await Promise.all(
    Array.from({ length: callers }, (_, n) =>
      issuer.sign(
        { sub: `caller-${n}`, scope: scopesOfRole.analyst.join(' '), roles: ['analyst'] },
        { expiresIn: 3_000 },
      ),
    ),
  );
  const running = await start(jwks);
  try {
    const [one = ''] = tokens;
    const answerBytes = (await ask(running, one)).length;
    await measure(running, tokens);
    const [alone, together]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      alone.push(await measure(running, [one]));
      together.push(await measure(running, tokens));
    }
    const idleBefore = await usageOf(running);
    await new Promise((resolve) => void setTimeout(resolve, 3_000));
    const idleMsASecond = processorMs(idleBefore, await usageOf(running)) / 3;
    const queries = await storeQueries(running, one);
    const { rss } = await usageOf(running);
    report({
      machine,
      node: process.version,
      rounds,
      requestsPerRound,
      answerBytes,
      'processor ms a request, one caller': percentile(alone, 0.5),
      [`processor ms a request, ${callers} callers`]: percentile(together, 0.5),
      'processor ms a second, nobody asking': idleMsASecond,
      'resident MiB': rss / 2 ** 20,
      'store queries a request': Object.values(queries).reduce((sum, count) => sum + count, 0),
      queries,
    });
  } finally {
    await running.pool.destroy();
    running.child.send('end');
    await once(running.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function report({ queries, ...facts }: Record<string, unknown>): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...facts, queries }));
    return;
  }
  for (const [name, value] of Object.entries(facts))
    console.log(`${name}: ${typeof value === 'number' ? Number(value.toFixed(2)) : String(value)}`);
  console.table(queries);
}

void main();
