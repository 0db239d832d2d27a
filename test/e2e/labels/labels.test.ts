import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { runCommand } from '../../support/runCommand';
import { ask, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
let server: RunningProcess;
let url: string;
let token: string;

beforeAll(async () => {
  server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
});

afterAll(async () => {
  expect(await server.ended('SIGTERM')).toBe(0);
  folder.remove();
});

const write = (name: string, text: string) => {
  const file = join(folder.path, name);
  writeFileSync(file, text);
  return file;
};
const run = async (...args: string[]) => {
  const ran = await runCommand([...args, '--json'], env);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ran.stdout) as Record<string, unknown>;
};

/** Asks until the answer is the one: what is imported beside a server is answered from within seconds. */
async function untilAnswered(query: string, data: unknown, variables = {}) {
  const answer = await eventually(async () => {
    const { data: given, errors } = await ask(url, query, { token, variables });
    return JSON.stringify(given) === JSON.stringify(data) && { errors };
  }, 100);
  expect(answer.errors).toBeUndefined();
}

const exchange = '1BoatSLRHtKNngkdXEeobR76b53LETtpyT';
const about = (wallet: string) =>
  `{ wallet(address: "${wallet}") { attributions { label disputed retracted actor { id name } source { title } } } }`;

it('labels are imported beside a running server; an actor that only they name is one, and a pack says who it is', async () => {
  const pack = write(
    'pack.yaml',
    `title: Trial\ncreator: Somebody\nsource: https://example.org\ncurrency: BTC\ntags:\n- address: ${exchange}\n  label: Hot wallet\n  actor: exchange_x\n`,
  );
  expect(await run('import', 'tagpack', pack)).toMatchObject({
    read: 1,
    stored: 1,
    duplicates: 0,
    quarantined: 0,
  });
  const said = (name: string) => ({
    wallet: {
      attributions: [
        {
          label: 'Hot wallet',
          disputed: false,
          retracted: false,
          actor: { id: 'graphsense:exchange_x', name },
          source: { title: 'Trial' },
        },
      ],
    },
  });
  await untilAnswered(about(exchange), said('exchange_x'));
  const actors = write(
    'actors.yaml',
    'title: Actors\ncreator: Somebody\nactors:\n- id: exchange_x\n  label: Exchange X\n  uri: x.example\n  categories: [exchange]\n',
  );
  expect(await run('import', 'actorpack', actors)).toMatchObject({ read: 1, stored: 1, quarantined: 0 });
  await untilAnswered(about(exchange), said('Exchange X'));
});

it('what is exported and imported again adds nothing; a file that is no pack is one line and exit 1', async () => {
  for (const [kind, read] of [
    ['tagpack', undefined],
    ['actorpack', 1],
  ] as const) {
    const exported = await runCommand(['export', kind], env);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    const again = await run('import', kind, write(`${kind}.out.yaml`, exported.stdout));
    expect(again).toMatchObject({ stored: 0, quarantined: 0, ...(read ? { read } : {}) });
    expect(again['read']).toBe(again['duplicates']);
  }
  const rejected = await runCommand(
    ['import', 'tagpack', write('some.csv', 'chain,tx\na,b\n'), '--json'],
    env,
  );
  expect(rejected).toMatchObject({ code: 1, stdout: '' });
  expect(rejected.stderr).toMatch(/^cordon: [^\n]*some\.csv[^\n]*\n$/);
});

it('tags that are left out are written where --report says, with file, line and reason', async () => {
  const tags = `- address: 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2\n  label: Hot wallet\n- address: nowhere\n  label: Lost\n- label: No address\n`;
  const pack = write(
    'left-out.yaml',
    `title: Left out\ncreator: Somebody\nsource: https://example.org\ncurrency: BTC\ntags:\n${tags}`,
  );
  const report = join(folder.path, 'left-out.jsonl');
  const done = await run('import', 'tagpack', pack, '--report', report);
  expect(done).toMatchObject({ read: 3, stored: 1, quarantined: 2 });
  const lines = readFileSync(report, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(done['problems']);
  const nowhere = ['import', 'tagpack', pack, '--report', join(folder.path, 'none', 'x'), '--json'];
  expect(await runCommand(nowhere, env)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^cordon: [^\n]*the report cannot be written[^\n]*\n$/) as string,
  });
});

it('a listed wallet is an attribution by its list, for traces to start from, until the list takes it off', async () => {
  const wallet = '12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX';
  const row = (entry: number, name: string, remarks: string) =>
    [entry, `"${name}"`, '"individual"', '"DPRK2"', ...Array<string>(7).fill('-0- '), `"${remarks}"`].join(
      ',',
    );
  const list = (name: string, remarks: string) => {
    const path = join(folder.path, name);
    mkdirSync(path);
    const rows = [
      row(900001, 'QUILLFEATHER, Ambrose', remarks),
      row(900002, 'OAKENSHAW, Barnaby', 'DOB 1965.'),
    ];
    writeFileSync(join(path, 'sdn.csv'), `${rows.join('\r\n')}\r\n\x1a`);
    return path;
  };
  const publish = (name: string, remarks: string, version: string, ...options: string[]) =>
    run('import', 'ofac', list(name, remarks), '--version', version, ...options);
  const wallets = '{ actor(id: "ofac:900001") { name wallets { nodes { address } } } }';
  const holding = (...addresses: string[]) => ({
    actor: { name: 'QUILLFEATHER, Ambrose', wallets: { nodes: addresses.map((address) => ({ address })) } },
  });
  await publish('first', `Digital Currency Address - XBT ${wallet}; DOB 1980.`, '2024-01-08');
  await untilAnswered(wallets, holding(wallet));
  // It is the only wallet of this small list.
  const accepted = ['--accept-loss', 'wallets', '--reason', 'taken off'];
  await publish('second', 'DOB 1980.', '2024-02-08', ...accepted);
  await untilAnswered(wallets, holding());
  const { data } = await ask(
    url,
    `{ wallet(address: "${wallet}") { now: attributions { stance retracted knownSince confidenceId }
       before: attributions(knownAt: "2024-01-31T00:00:00Z") { stance retracted } } }`,
    { token },
  );
  const confidenceId = 'authority_data';
  expect(data.wallet).toEqual({
    now: [
      { stance: 'ASSERTS', retracted: true, knownSince: '2024-01-08T00:00:00Z', confidenceId },
      { stance: 'RETRACTS', retracted: false, knownSince: '2024-02-08T00:00:00Z', confidenceId },
    ],
    before: [{ stance: 'ASSERTS', retracted: false }],
  });
});

it('an analyst states and takes back through the gateway; a partner may not, and sees nothing of it', async () => {
  const partner = (
    await runCommand(['token', '--role', 'partner', '--venue', 'meridian'], env)
  ).stdout.trim();
  const state = `mutation($input: StateAttributionInput!) { stateAttribution(input: $input) { id disputed actor { name } wallet { address } } }`;
  const input = {
    key: 'e2e-1',
    wallet: exchange,
    stance: 'DISPUTES',
    actorId: 'graphsense:exchange_x',
    confidenceId: 'forensic_investigation',
    method: 'asked them',
  };
  const rejected = await ask(url, state, { token: partner, variables: { input } });
  expect(rejected).toMatchObject({
    data: { stateAttribution: null },
    errors: [{ path: ['stateAttribution'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
  });
  const said = await ask(url, state, { token, variables: { input } });
  expect(said.errors).toBeUndefined();
  expect(said.data.stateAttribution).toEqual({
    id: expect.stringMatching(/^hand:developer:[0-9a-f]{32}:e2e-1$/),
    disputed: true,
    actor: { name: 'Exchange X' },
    wallet: { address: exchange },
  });
  const seen = await ask(url, about(exchange), { token: partner });
  expect(seen.data.wallet.attributions).toMatchObject([{ label: 'Hot wallet', disputed: false }]);
  // Two in one request are done one after the other.
  const both = await ask(
    url,
    `mutation($input: StateAttributionInput!, $id: ID!) { again: stateAttribution(input: $input) { id }
       back: retractAttribution(input: { key: "e2e-2", id: $id, reason: "they were wrong" }) { stance } }`,
    { token, variables: { input, id: said.data.stateAttribution.id } },
  );
  expect({ data: both.data, errors: both.errors }).toEqual({
    data: { again: { id: said.data.stateAttribution.id }, back: { stance: 'RETRACTS' } },
    errors: undefined,
  });
  const { data } = await ask(url, about(exchange), { token });
  expect(
    data.wallet.attributions.map((one: { disputed: boolean; retracted: boolean }) => [
      one.disputed,
      one.retracted,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [false, true],
      [false, false],
    ]),
  );
});
