import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createLogger } from '../../../shared/logger/logger';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { eventually } from '../../support/eventually';
import { startSubgraph } from '../../support/gatewaySubgraphs';
import { ask, type GatewayUp, gatewayUp } from '../../support/gatewayUp';

/** Runs the process entry from its source, as the built one runs. */
const runFromSource = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  const options = JSON.parse(readFileSync('.swcrc', 'utf8'));
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
  // What is loaded late has the name that it has once it is built.
  const Module = require('node:module');
  const { _resolveFilename: resolve } = Module;
  Module._resolveFilename = (name, parent, ...rest) =>
    resolve(parent?.filename?.endsWith('.ts') ? name.replace(/^([.].*)[.]js$/, '$1') : name, parent, ...rest);
  require('./gateway/main.ts');
`;
const secret = 'a secret of thirty-two characters';
const children: ChildProcess[] = [];
let files: GatewayUp;
beforeAll(async () => {
  files = await gatewayUp();
});
afterAll(() => files.close());
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;
  output(): string;
}

function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['-e', runFromSource], {
    cwd: join(__dirname, '..', '..', '..'),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return { child, ended, output: () => output };
}

const fleet = (more: Record<string, string> = {}) => ({
  PORT: '0',
  CORDON_JWKS: join(files.folder, 'jwks.json'),
  CORDON_SUPERGRAPH: join(files.folder, 'supergraph.graphql'),
  CORDON_LINK_SECRET: secret,
  CORDON_SANCTIONS_URL: 'http://127.0.0.1:1',
  CORDON_ATTRIBUTION_URL: 'http://127.0.0.1:1',
  CORDON_ENFORCEMENT_URL: 'http://127.0.0.1:1',
  ...more,
});

const listening = ({ child, output }: Run): Promise<string> =>
  eventually(() => {
    if (child.exitCode !== null) throw new Error(`it does not listen: ${output()}`);
    return /"url":"([^"]+)"/.exec(output())?.[1];
  }, 50);

it('answers for a fleet, and ends cleanly when asked to, twice', async () => {
  const logger = createLogger('test', 'silent');
  const options = { host: '127.0.0.1', port: 0, linkSecret: secret, linkTimeoutMs: 10_000, logger };
  const serving = await serveSubgraph(await startSubgraph('sanctions'), options);
  try {
    const gateway = run(fleet({ CORDON_SANCTIONS_URL: serving.url }));
    const url = await listening(gateway);
    const answer = await ask(url, '{ actor(id: "a") { name } wallet(id: "w") { id } }', {
      token: await files.issuer.sign({}),
    });
    expect(answer.data).toEqual({ actor: { name: 'Alpha' }, wallet: null });
    expect(answer.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
    gateway.child.kill('SIGINT');
    gateway.child.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  } finally {
    await serving.close();
  }
});

it('never logs the query string of a GET, whatever becomes of it', async () => {
  const gateway = run(fleet({ CORDON_LOG_LEVEL: 'trace' }));
  const url = await listening(gateway);
  const authorization = `Bearer ${await files.issuer.sign({})}`;
  const queries = [
    '{ actor(id: "marked") { name } }',
    '{ marked }',
    '{ marked',
    'query($v: Date) { marked: actor(id: "a") { sanctioned(asOf: $v) } }&variables={"v":"marked"}',
    'mutation { marked: __typename }',
  ];
  for (const query of queries)
    for (const headers of [{}, { authorization }, { authorization, accept: 'text/marked' }])
      await (await fetch(`${url}/graphql?query=${query}`, { headers })).arrayBuffer();
  await (await fetch(`${url}/nowhere?query=marked`)).arrayBuffer();
  gateway.child.kill('SIGTERM');
  const { output } = await gateway.ended;
  expect(output).toContain('ECONNREFUSED');
  expect(output).not.toContain('marked');
});

describe('what whoever starts it can put right is one line, and exit 1', () => {
  let taken: Server;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void taken.close());

  it.each([
    ['a wrong configuration', () => ({ PORT: 'x' }), /PORT.*CORDON_JWKS.*CORDON_LINK_SECRET/],
    [
      'a subgraph without an address',
      () => fleet({ CORDON_ATTRIBUTION_URL: '' }),
      /CORDON_ATTRIBUTION_URL: a URL is needed/,
    ],
    ['a port in use', () => fleet({ PORT: String((taken.address() as AddressInfo).port) }), /EADDRINUSE/],
    [
      'a supergraph that is not there',
      () => fleet({ CORDON_SUPERGRAPH: '/nowhere.graphql' }),
      /nowhere\.graphql.*ENOENT/,
    ],
  ])('%s', async (_what, env, words) => {
    const { code, output } = await run(env()).ended;
    const lines = output.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect({ code, lines: lines.length }).toEqual({ code: 1, lines: 1 });
    expect(output).toMatch(words);
    expect(output).not.toMatch(/\n\s+at /);
  });
});
