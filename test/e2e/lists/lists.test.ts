import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { runCommand } from '../../support/runCommand';
import { ask, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
let server: RunningProcess;
let url: string;
let token: string;

/** Rows as OFAC writes them: no header, `-0- ` for nothing, CRLF, a last byte 0x1A. The people are made up. */
const row = (entry: number, name: string, remarks: string) =>
  [entry, `"${name}"`, '"individual"', '"DPRK2"', ...Array<string>(7).fill('-0- '), `"${remarks}"`].join(',');
const address = '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ';
const people = [
  row(900001, 'QUILLFEATHER, Ambrose', 'DOB 01 Jan 1970; nationality Korea, North.'),
  row(900002, 'THISTLEWOOD, Marigold', `Digital Currency Address - XBT ${address}; DOB 1980.`),
  row(900003, 'OAKENSHAW, Barnaby', 'DOB circa 1965.'),
];
const listFolder = (name: string, rows: readonly string[]) => {
  const path = join(folder.path, name);
  mkdirSync(path);
  writeFileSync(join(path, 'sdn.csv'), `${rows.join('\r\n')}\r\n\x1a`);
  return path;
};

beforeAll(async () => {
  server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
});

afterAll(async () => {
  expect(await server.ended('SIGTERM')).toBe(0);
  folder.remove();
});

const listed = '{ actor(id: "ofac:900002") { name sanctioned listedWallets { id } } }';

it('a list is imported beside a running server, which answers from it, and names its version', async () => {
  expect((await ask(url, listed, { token })).data).toEqual({ actor: null });

  const imported = await runCommand(
    ['import', 'ofac', listFolder('first', people), '--version', '2024-01-08', '--json'],
    env,
  );
  expect(imported).toMatchObject({ code: 0 });
  expect(JSON.parse(imported.stdout)).toMatchObject({
    list: 'ofac-sdn',
    version: '2024-01-08',
    entries: 3,
    wallets: 1,
    added: 3,
    removed: 0,
    changed: 0,
  });

  const answer = await eventually(async () => {
    const found = await ask(url, listed, { token });
    return found.data.actor !== null && found;
  }, 100);
  expect(answer.data.actor).toMatchObject({
    name: 'THISTLEWOOD, Marigold',
    sanctioned: true,
    listedWallets: [{ id: expect.stringContaining(address) }],
  });
  expect(answer.extensions).toEqual({ listVersions: [{ list: 'ofac-sdn', version: '2024-01-08' }] });
});

it('names are screened by the command line and by the server alike', async () => {
  const subjects = join(folder.path, 'subjects.csv');
  writeFileSync(subjects, 'name\nMarigold Thistlewood\n...\nNobody Atall\n');
  const screened = await runCommand(['screen', subjects, '--json'], env);
  expect(screened.code).toBe(0);
  const [known, odd, nobody] = screened.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(known.matches[0]).toMatchObject({ actor: 'ofac:900002', matchedName: 'THISTLEWOOD, Marigold' });
  expect(odd).toMatchObject({ name: '...', matches: [], problem: expect.any(String) });
  expect(nobody).toMatchObject({ matches: [], problem: null });

  const query =
    'query($s: [ScreeningSubject!]!) { screenNames(subjects: $s) { problem matches { actor { id } score matchedName } } }';
  const asked = await ask(url, query, { token, variables: { s: [{ name: 'Marigold Thistlewood' }] } });
  expect(asked.errors).toBeUndefined();
  expect(asked.data.screenNames[0].matches[0]).toMatchObject({
    actor: { id: 'ofac:900002' },
    score: known.matches[0].score,
  });
});

it('a list that lost entries is rejected, and the good one stays in force', async () => {
  const { code, stderr } = await runCommand(
    ['import', 'ofac', listFolder('shrunken', people.slice(0, 1)), '--version', '2024-01-09', '--json'],
    env,
  );
  expect(code).toBe(1);
  expect(stderr).toContain('sdn.csv');
  const { data } = await ask(url, '{ sanctionsLists { id version entries } }', { token });
  expect(data.sanctionsLists).toEqual([{ id: 'ofac-sdn', version: '2024-01-08', entries: 3 }]);
  const exported = await runCommand(['export', 'wallets', '--list', 'ofac-sdn', '--json'], env);
  expect(
    exported.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ entry: '900002', currency: 'XBT', address }]);
});

it('a version of a wrong day is withdrawn beside a running server, and is listed as such', async () => {
  const wrong = await runCommand(
    ['import', 'ofac', listFolder('wrong', people.slice(0, 2)), '--version', '2024-10-08', '--json'].concat(
      '--accept-loss',
      'entries,births,programs',
      '--reason',
      'a trial',
    ),
    env,
  );
  expect(wrong).toMatchObject({ code: 0 });
  const listed = async () => {
    const { code, stdout } = await runCommand(['list', 'versions', 'ofac-sdn', '--json'], env);
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    return lines.map((line) => JSON.parse(line) as { version: string; state: string; reason: string | null });
  };
  expect(await listed()).toMatchObject([
    { version: '2024-01-08', state: 'SUPERSEDED' },
    { version: '2024-10-08', state: 'IN_FORCE', publishedOn: '2024-10-08', dateAssumed: false },
  ]);
  expect(
    await runCommand(['list', 'withdraw', 'ofac-sdn', '2024-10-08', '--reason', ' '], env),
  ).toMatchObject({
    code: 2,
  });
  const withdrawn = await runCommand(
    ['list', 'withdraw', 'ofac-sdn', '2024-10-08', '--reason', 'another day', '--json'],
    env,
  );
  expect(withdrawn).toMatchObject({ code: 0 });
  expect(JSON.parse(withdrawn.stdout)).toMatchObject({ inForce: '2024-01-08', reason: 'another day' });
  expect(await listed()).toMatchObject([
    { version: '2024-01-08', state: 'IN_FORCE' },
    { version: '2024-10-08', state: 'WITHDRAWN', reason: 'another day' },
  ]);
  const inForce = async () =>
    (await ask(url, '{ sanctionsLists { version } }', { token })).data.sanctionsLists[0].version as string;
  await eventually(async () => (await inForce()) === '2024-01-08', 100);
});

it.each([
  [['--accept-loss', 'wallets'], 2, '--accept-loss needs --reason'],
  [['--accept-loss', 'wallets', '--reason', ' '], 2, '--accept-loss needs --reason'],
  [['--reason', 'none'], 2, 'give --accept-loss too'],
  [['--accept-loss', 'everything', '--reason', 'none'], 2, '"everything" is no kind of loss'],
  [['--version', '2203-05-24'], 1, 'this day is in the future'],
])('an import that is called with %j ends with exit %i', async (options, code, message) => {
  const path = join(folder.path, 'first');
  const ran = await runCommand(['import', 'ofac', path, ...options], env);
  expect(ran).toMatchObject({ code, stdout: '' });
  expect(ran.stderr).toContain(message);
});

it('files that look like those of OFAC end the import with exit 1, unless only the others are asked for', async () => {
  const path = listFolder('beside', people);
  writeFileSync(join(path, 'alt_2024-01-08.csv'), '900001,1,"aka","AMBROSE",-0- \r\n');
  const args = ['import', 'ofac', path, '--version', '2024-01-08', '--json'];
  const rejected = await runCommand(args, env);
  expect(rejected).toMatchObject({ code: 1, stdout: '' });
  expect(rejected.stderr).toContain('alt_2024-01-08.csv is not read');
  expect(await runCommand([...args, '--only'], env)).toMatchObject({ code: 0 });
});
