/**
 * The gateway over four memoised subgraphs of HTTP, with tokens and signed calls: processor time a request (process.cpuUsage
 * of the gateway's process), 50 connections, varied queries, interleaved rounds. `--json`, `--quick`, `--rounds N`.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql, parse } from 'graphql';
import { Pool } from 'undici';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { testIssuer } from '../support/gatewayTokens';
import { freePort } from '../support/runCordon';
import { shopGraph, shopQuery } from './gateway/shopGraph';
import { percentile } from './timing';

const quick = process.argv.includes('--quick');
const roundsGiven = Number(process.argv[process.argv.indexOf('--rounds') + 1]);
const rounds = process.argv.includes('--rounds') ? roundsGiven : quick ? 1 : 5;
const requestsPerRound = quick ? 50 : 400;
const connections = 50;
const variants = 40;

interface Usage {
  readonly cpu: NodeJS.CpuUsage;
  readonly rss: number;
}

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly pool: Pool;
  readonly milliseconds: number[];
  rssMiB: number;
  callsAlone: number;
}

let calls = 0;

async function serveSubgraph(name: keyof typeof shopGraph): Promise<Server> {
  const { sdl, resolvers } = shopGraph[name];
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers });
  const memo = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = async () => {
      calls++;
      const body = Buffer.concat(chunks).toString();
      let answer = memo.get(body);
      if (answer === undefined) {
        const { query, variables } = JSON.parse(body);
        answer = JSON.stringify(await graphql({ schema, source: query, variableValues: variables }));
        memo.set(body, answer);
      }
      response.setHeader('content-type', 'application/json').end(answer);
    };
    request.on('end', () => void end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function startGateway(name: string, folder: string): Promise<Running> {
  const port = await freePort();
  const child = fork('dist/gateway/main.js', {
    execArgv: ['--require', join(__dirname, 'gateway', 'usageProbe.js')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      CORDON_EXECUTOR: name,
      CORDON_SUPERGRAPH: join(folder, 'supergraph.graphql'),
      CORDON_JWKS: join(folder, 'jwks.json'),
      CORDON_LINK_SECRET: 'a secret of the bench, 32 characters or more',
      CORDON_RATE_LIMIT: '1000000000',
      CORDON_LOG_LEVEL: 'error',
    },
  });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  for (let tries = 0; ; tries++) {
    const ready = await pool.request({ method: 'GET', path: '/health/ready' }).catch(() => undefined);
    await ready?.body.dump();
    if (ready?.statusCode === 200) break;
    if (tries > 100) throw new Error(`the gateway with the ${name} executor is not ready after 20 seconds`);
    await new Promise((resolve) => void setTimeout(resolve, 200));
  }
  return { name, child, pool, milliseconds: [], rssMiB: 0, callsAlone: 0 };
}

const usageOf = ({ child }: Running) =>
  new Promise<Usage>((resolve) => {
    child.once('message', (usage) => resolve(usage as Usage));
    child.send('usage');
  });

async function ask({ pool, name }: Running, token: string, variant: number): Promise<void> {
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: shopQuery(variant) }),
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors"'))
    throw new Error(`${name}: ${text.slice(0, 300)}`);
}

async function measure(gateway: Running, token: string): Promise<void> {
  const before = await usageOf(gateway);
  let next = 0;
  const worker = async () => {
    while (next < requestsPerRound) await ask(gateway, token, next++ % variants);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const after = await usageOf(gateway);
  const micro = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  gateway.milliseconds.push(micro / 1_000 / requestsPerRound);
  gateway.rssMiB = Math.max(gateway.rssMiB, after.rss / 2 ** 20);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-gateway-'));
  const names = Object.keys(shopGraph) as (keyof typeof shopGraph)[];
  const servers = await Promise.all(names.map(serveSubgraph));
  const gateways: Running[] = [];
  try {
    const urls = Object.fromEntries(
      names.map((name, i) => [name, `http://127.0.0.1:${portOf(servers[i] as Server)}/graphql`]),
    );
    const sdls = Object.fromEntries(names.map((name) => [name, shopGraph[name].sdl]));
    const composed = composeSupergraph(sdls, urls);
    if ('problems' in composed) throw new Error(JSON.stringify(composed.problems));
    writeFileSync(join(folder, 'supergraph.graphql'), composed.supergraphSdl);
    const issuer = await testIssuer();
    writeFileSync(join(folder, 'jwks.json'), issuer.jwks);
    const token = await issuer.sign({}, { expiresIn: 3_000 });
    for (const name of ['compiled', 'stock']) gateways.push(await startGateway(name, folder));
    for (const gateway of gateways) {
      // Every variant is planned, and every subgraph's answer is known, before anything is measured.
      for (let variant = 0; variant < variants; variant++) await ask(gateway, token, variant);
      calls = 0;
      await ask(gateway, token, 0);
      gateway.callsAlone = calls;
      await measure(gateway, token);
      gateway.milliseconds.length = 0;
    }
    for (let round = 0; round < rounds; round++)
      for (const gateway of gateways) await measure(gateway, token);
    report(gateways);
  } finally {
    for (const { child, pool } of gateways) {
      child.kill('SIGKILL');
      await pool.destroy();
    }
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(gateways: readonly Running[]): void {
  const measured = gateways.map(({ name, milliseconds, rssMiB, callsAlone }) => ({
    executor: name,
    processorMs: Number(percentile(milliseconds, 0.5).toFixed(3)),
    callsAlone,
    rssMiB: Math.round(rssMiB),
  }));
  const facts = {
    node: process.version,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    rounds,
    requestsPerRound,
    connections,
    variants,
  };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...facts, measured }));
    return;
  }
  console.log(
    Object.entries(facts)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', '),
  );
  console.table(measured);
}

void main();
