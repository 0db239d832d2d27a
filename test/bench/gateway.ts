/**
 * Gateways side by side over four memoised subgraphs of HTTP. Measures the processor time a request of the
 * gateway's process (process.cpuUsage): 50 connections, varied queries, interleaved rounds, medians. Cordon
 * has all security on; its peers are without. `bare proxy` is what Node and undici cost for as many calls.
 * `--json`, `--quick`, `--rounds N`, `--requests N`, `--only cordon,stock`, `--profile
 * FILE.cpuprofile` (Cordon's).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { testIssuer } from '../support/gatewayTokens';
import { cordonGateway } from './gateway/cordonGateway';
import { type Contender, contenderOf, measure, warm } from './gateway/contender';
import { hiveGateway, installHive } from './gateway/hiveGateway';
import { type MemoisedSubgraph, serveMemoised } from './gateway/memoisedSubgraph';
import { reportOf, tableOf } from './gateway/report';
import { type GatewayProcess, type RunningGateway, startGatewayProcess } from './gateway/runningGateway';
import { shopGraph } from './gateway/shopGraph';
import { measureCall } from './link/measureCall';
import { hmacCalls } from './link/signAndCheck';
import { numberOption, option } from './options';
import { percentile } from './timing';

const quick = process.argv.includes('--quick');
const rounds = numberOption('--rounds', quick ? 3 : 5);
const requests = numberOption('--requests', quick ? 200 : 500);
const only = option('--only')?.split(',');
const connections = 50;

/** Starts one of the gateways. Returns undefined, and says why, where that is not asked for or cannot be. */
async function start(name: string, open: () => Promise<RunningGateway>): Promise<RunningGateway | undefined> {
  if (only && !only.some((wanted) => name.startsWith(wanted))) return undefined;
  try {
    return await open();
  } catch (error) {
    process.stderr.write(`${name} is skipped: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-gateway-'));
  const names = Object.keys(shopGraph) as (keyof typeof shopGraph)[];
  const subgraphs = await Promise.all(names.map(serveMemoised));
  const started: RunningGateway[] = [];
  try {
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, composed(subgraphs));
    const issuer = await testIssuer();
    writeFileSync(join(folder, 'jwks.json'), issuer.jwks);
    const tokens = await Promise.all(
      Array.from({ length: connections }, (_, i) =>
        issuer.sign({ sub: `caller-${i}` }, { expiresIn: 3_000 }),
      ),
    );
    const contenders: Contender[] = [];
    const enter = (gateway: RunningGateway | undefined, name: string, callers = tokens.slice(0, 1)) => {
      if (!gateway) return;
      if (!started.includes(gateway)) started.push(gateway);
      contenders.push(contenderOf(gateway, name, callers));
    };
    const load = { requests, connections, subgraphs };
    const cordon = await start('cordon', () => startGatewayProcess(cordonGateway(folder)));
    enter(cordon, 'cordon');
    enter(cordon, 'cordon, 50 callers', tokens);
    for (const contender of contenders) await warm(contender, load);
    const [proxied] = contenders;
    const bare = proxied && bareProxy(subgraphs, proxied.callsAlone);
    if (bare) enter(await start(bare.name, () => startGatewayProcess(bare)), bare.name);
    const stock = {
      name: 'stock',
      file: join(__dirname, 'gateway', 'stockGateway.js'),
      env: { SUPERGRAPH: supergraph },
    };
    enter(await start('stock', () => startGatewayProcess(stock)), 'stock');
    for (const planner of ['js', 'rust'] as const) {
      const hive = hiveGateway(planner, supergraph);
      const open = async () => {
        installHive();
        return startGatewayProcess(hive);
      };
      enter(await start(hive.name, open), hive.name);
    }
    for (const contender of contenders) if (contender.gateway !== cordon) await warm(contender, load);
    for (let round = 0; round < rounds; round++)
      for (const contender of contenders) {
        if (contender.name === bare?.name) await makeAsManyCalls(contender, proxied);
        await measure(contender, load);
      }
    const profile = option('--profile');
    const [first] = contenders;
    if (profile !== undefined && first)
      await first.gateway.profile(profile, () => measure(first, { ...load, requests: 4 * requests }));
    const signAndCheck = hmacCalls();
    const micros: number[] = [];
    for (let round = 0; round < 5; round++) micros.push(await measureCall(signAndCheck, 4_000));
    const linkCallMs = percentile(micros, 0.5) / 1_000;
    const report = reportOf(contenders, { linkCallMs, rounds, requests, connections });
    process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(report)}\n` : tableOf(report));
  } finally {
    for (const gateway of started) await gateway.stop();
    for (const subgraph of subgraphs) subgraph.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The proxy makes the calls of one request, with the bodies that Cordon sent last. */
function bareProxy(subgraphs: readonly MemoisedSubgraph[], calls: number): GatewayProcess {
  const bodies = subgraphs.map(({ url, lastBody }) => ({ url, body: lastBody }));
  return {
    name: 'bare proxy',
    file: join(__dirname, 'gateway', 'bareProxy.js'),
    env: { CALLS: String(calls), ANSWER_BYTES: '15000', BODIES: JSON.stringify(bodies) },
  };
}

/** Lets the proxy make as many calls a request as another gateway made in its last round. */
async function makeAsManyCalls({ gateway }: Contender, measured: Contender | undefined): Promise<void> {
  const calls = measured?.callsUnderLoad.at(-1) ?? 0;
  const { body } = await gateway.pool.request({ method: 'PUT', path: `/calls/${calls}` });
  await body.dump();
}

function composed(subgraphs: readonly MemoisedSubgraph[]): string {
  const sdls = Object.fromEntries(Object.entries(shopGraph).map(([name, { sdl }]) => [name, sdl]));
  const result = composeSupergraph(sdls, Object.fromEntries(subgraphs.map(({ name, url }) => [name, url])));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.supergraphSdl;
}

void main();
