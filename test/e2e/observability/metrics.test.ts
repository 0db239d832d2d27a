import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../shared/config/projectRoot';
import { eventually } from '../../support/eventually';
import { ask, freePort, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
let server: RunningProcess;
let url: string;
let token: string;
let metricsUrl: string;

beforeAll(async () => {
  const metricsPort = await freePort();
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  server = runEntry('cli/bin.js', ['start'], {
    PORT: '0',
    CORDON_DATA_DIR: join(folder.path, 'data'),
    CORDON_METRICS_PORT: String(metricsPort),
  });
  url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
});
afterAll(async () => {
  await server.ended('SIGTERM');
  folder.remove();
});

const scrape = async () => (await fetch(metricsUrl)).text();

/** The series that expressions of PromQL name. */
function seriesOf(expressions: readonly string[]): readonly string[] {
  return expressions.flatMap((one) => one.match(/\b(?:cordon|nodejs|process)_\w+/g) ?? []);
}

const read = (file: string) => readFileSync(join(projectRoot(), 'docker', file), 'utf8');

const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
  readonly panels: readonly {
    readonly title: string;
    readonly targets?: readonly { readonly expr: string }[];
  }[];
};
const rules = parse(read('cordon.rules.yml')) as {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
};

it('every series that the dashboard and the alerts name is there', async () => {
  const answer = await ask(
    url,
    '{ accounts(first: 1) { nodes { id } } actors(first: 1) { nodes { name } } }',
    { token },
  );
  expect(answer.errors).toBeUndefined();
  const text = await scrape();
  const metrics = new Set(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
  const inPanels = seriesOf(dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)));
  const inRules = seriesOf(rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)));
  expect(inPanels.length).toBeGreaterThan(25);
  expect(inRules.length).toBeGreaterThan(10);
  expect([...inPanels, ...inRules].filter((name) => !metrics.has(name))).toEqual([]);
});

it('what a request did is counted: its calls, its cost, its commands to the store, and its read', async () => {
  await ask(url, '{ actors(first: 1) { nodes { nme } } }', { token });
  const lines = [
    /^cordon_requests_total\{status="200"\} [1-9]/m,
    /^cordon_requests_rejected_total\{code="GRAPHQL_VALIDATION_FAILED"\} [1-9]/m,
    /^cordon_subgraph_calls_total\{subgraph="sanctions",outcome="answered"\} [1-9]/m,
    /^cordon_operation_cost_count [1-9]/m,
    /^cordon_store_commands_total\{database="cordon_enforcement",command="find",outcome="succeeded"\} [1-9]/m,
    /^cordon_ledger_appends_total\{ledger="reads"\} [1-9]/m,
    /^cordon_ledger_append_seconds_count\{ledger="reads"\} [1-9]/m,
    /^cordon_reload_refused\{file="supergraph"\} 0$/m,
  ];
  // A request is counted when its client has the whole answer.
  const text = await eventually(async () => {
    const scraped = await scrape();
    return lines.every((line) => line.test(scraped)) && scraped;
  });
  expect(text).not.toMatch(/eyJ|developer/);
});

it('serves no metrics where clients ask, and nothing else where metrics are', async () => {
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  expect((await fetch(new URL('/graphql', metricsUrl), { method: 'POST' })).status).toBe(404);
});

it('loads nothing of OpenTelemetry that sends, unless its variables name a collector', () => {
  const program = `require('./dist/cli/start/serveEverything.js');
    const { openTracing } = require('./dist/shared/tracing/openTracing.js');
    openTracing('cordon', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }).then((tracing) => {
      const loaded = Object.keys(require.cache).filter((file) => /opentelemetry.(?:sdk-trace|exporter-trace)/.test(file));
      process.stdout.write(JSON.stringify([tracing === undefined, loaded.length]));
    });`;
  const printed = execFileSync(process.execPath, ['-e', program], { cwd: projectRoot(), encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual([true, 0]);
});
