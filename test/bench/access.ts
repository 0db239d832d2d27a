/**
 * Weighs what guards a request: authentication, contract, cost, rate and read log together, as a part of the gateway's
 * processor time on the flagship question. Two gateways over one fleet, one with all of it and one without any, each a process
 * of its own (process.cpuUsage), interleaved rounds, medians. The answers of subgraphs are recorded, so that the gateway is
 * what is busy; the store is real. Each connection is a caller of its own: equal calls of one caller would be one call. `--rounds N`, `--requests N`, `--connections N`, `--json`, `--profile FOLDER`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flagshipActor, flagshipQuery } from '../../cli/start/flagship';
import { testIssuer } from '../support/gatewayTokens';
import { startFleet } from '../support/fleet';
import { temporaryFolder } from '../support/runCordon';
import { type RecordedSubgraph, recordSubgraph } from './access/recordedSubgraph';
import { deployedNodeOptions } from './gateway/cordonGateway';
import { processorTimeOf } from './gateway/processorTime';
import { type RunningGateway, startGatewayProcess } from './gateway/runningGateway';
import { numberOption, option } from './options';
import { machine, percentile } from './timing';

const rounds = numberOption('--rounds', 7);
const requests = numberOption('--requests', 500);

/** Until V8 has compiled what is hot: a gateway runs for days. */
const warmUpRounds = 6;

const connections = numberOption('--connections', 10);

const client = 'meridian-exchange';
const scopes = ['sanctions:read', 'attribution:read', 'enforcement:read'];

/** The people of one partner, one for each connection. */
const subjects = Array.from({ length: connections }, (_, i) => `person-${i}`);

const callerOf = (subject: string) => ({
  issuer: 'cordon-development',
  client,
  venue: 'meridian',
  subject,
  roles: ['partner'],
  scopes,
  operator: false,
});

interface Contender {
  readonly name: 'with' | 'without';
  readonly gateway: RunningGateway;
  readonly milliseconds: number[];
}

async function main(): Promise<void> {
  const folder = temporaryFolder();
  const fleet = await startFleet();
  const contenders: Contender[] = [];
  const recorded: RecordedSubgraph[] = [];
  try {
    const record = async (url: string) => {
      const subgraph = await recordSubgraph(url);
      recorded.push(subgraph);
      return subgraph.url;
    };
    const { sanctions, attribution, enforcement } = fleet.subgraphUrls;
    const subgraphs = {
      CORDON_SANCTIONS_URL: await record(sanctions),
      CORDON_ATTRIBUTION_URL: await record(attribution),
      CORDON_ENFORCEMENT_URL: await record(enforcement),
    };
    const issuer = await testIssuer();
    const claims = { client_id: client, venue: 'meridian', roles: ['partner'], scope: scopes.join(' ') };
    const tokens = await Promise.all(
      subjects.map((sub) => issuer.sign({ sub, ...claims }, { expiresIn: 3_600 })),
    );
    const callers = Object.fromEntries(tokens.map((token, i) => [token, callerOf(subjects[i] ?? '')]));
    const jwks = join(folder.path, 'jwks.json');
    const partners = join(folder.path, 'partners.yaml');
    writeFileSync(jwks, issuer.jwks);
    writeFileSync(
      partners,
      `version: 1
partners:
  - client: ${client}
    venue: meridian
    scopes: [${scopes.map((scope) => `"${scope}"`).join(', ')}]
    contract: { exclude: [internal] }
    limits: { requestsPerMinute: 1000000, costPerOperation: 100000, costPerHour: 1000000000000 }
    networks: ["127.0.0.0/8"]
`,
    );
    const env = { ...fleet.environment, ...subgraphs, CORDON_JWKS: jwks, CORDON_LOG_LEVEL: 'error' };
    const open = async (name: Contender['name'], file: string, more: Record<string, string>) =>
      contenders.push({
        name,
        gateway: await startGatewayProcess({
          name,
          file,
          nodeOptions: deployedNodeOptions,
          env: { ...env, ...more },
        }),
        milliseconds: [],
      });
    await open('with', join(process.cwd(), 'dist', 'gateway', 'main.js'), { CORDON_PARTNERS: partners });
    await open('without', join(__dirname, 'access', 'bareGateway.js'), {
      BENCH_CALLERS: JSON.stringify(callers),
    });
    for (let i = 0; i < warmUpRounds; i++) for (const contender of contenders) await round(contender, tokens);
    for (const contender of contenders) contender.milliseconds.length = 0;
    for (let i = 0; i < rounds; i++) for (const contender of contenders) await round(contender, tokens);
    const folderOfProfiles = option('--profile');
    if (folderOfProfiles !== undefined)
      for (const { name, gateway } of contenders)
        await gateway.profile(join(folderOfProfiles, `${name}.cpuprofile`), () =>
          round({ name, gateway, milliseconds: [] }, tokens),
        );
    report(contenders);
  } finally {
    for (const { gateway } of contenders) await gateway.stop();
    for (const subgraph of recorded) subgraph.close();
    await fleet.close();
    folder.remove();
  }
}

async function round({ gateway, milliseconds, name }: Contender, tokens: readonly string[]): Promise<void> {
  const body = JSON.stringify({ query: flagshipQuery, variables: { actor: flagshipActor } });
  const measured = await processorTimeOf(gateway, { requests, connections }, async (_, connection) => {
    const response = await gateway.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[connection]}` },
      body,
    });
    const text = await response.body.text();
    if (response.statusCode !== 200 || text.includes('"errors"') || !text.includes('meridian:'))
      throw new Error(`${name}: ${response.statusCode} ${text.slice(0, 300)}`);
  });
  milliseconds.push(measured.milliseconds);
}

function report(contenders: readonly Contender[]): void {
  const medianOf = (name: Contender['name']) =>
    percentile(contenders.find((contender) => contender.name === name)?.milliseconds ?? [], 0.5);
  const [guarded, bare] = [medianOf('with'), medianOf('without')];
  const share = (guarded - bare) / guarded;
  const result = { machine, rounds, requests, withMs: guarded, withoutMs: bare, share };
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify(result)}\n`
      : `gateway's processor a flagship request, ${machine}, medians of ${rounds} rounds of ${requests}\n` +
          `with     ${guarded.toFixed(3)} ms\nwithout  ${bare.toFixed(3)} ms\n` +
          `authentication, contract, cost, rate and read log: ${(share * 100).toFixed(1)} %\n`,
  );
}

void main();
