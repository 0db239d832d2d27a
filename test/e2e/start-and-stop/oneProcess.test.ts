import { chmodSync, mkdirSync, truncateSync, writeFileSync, readdirSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { flagshipActor, flagshipQuery } from '../../../cli/start/flagship';
import { runCommand } from '../../support/runCommand';
import { ask, cli, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
const running: RunningProcess[] = [];

afterAll(async () => {
  await Promise.all(running.map((server) => server.ended('SIGKILL')));
  folder.remove();
});

function start(dataDir: string, env: Record<string, string> = {}): RunningProcess {
  const server = runEntry('cli/bin.js', ['start'], { PORT: '0', CORDON_DATA_DIR: dataDir, ...env });
  running.push(server);
  return server;
}

const listening = /listens on (http:\/\/\S+)\/graphql/;

/** Returns the message of a failed start: lines of its own, without a stack. */
async function rejectionOf(server: RunningProcess): Promise<string> {
  expect(await server.ended()).toBe(1);
  const said = server.output.split('\n').filter((line) => line.startsWith('cordon: '));
  expect(said).toHaveLength(1);
  expect(server.output).not.toMatch(/\n\s+at /);
  return said[0]!;
}

const flagship = async (url: string, token: string) =>
  (await ask(url, flagshipQuery, { token, variables: { actor: flagshipActor } })).data;

describe('one process', () => {
  const dataDir = join(folder.path, 'data');

  it('ends with 0 at the first signal, heeds no second, and starts again with its keys and data', async () => {
    let server = start(dataDir);
    let url = await server.printed(listening);
    const token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
    const first = await flagship(url, token);
    expect(first.actor.frozenAccounts.nodes.length).toBeGreaterThanOrEqual(3);
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect(await server.ended('SIGTERM')).toBe(0);
    // Nothing failed while it ended: 50 is pino's level of errors.
    expect(server.output).not.toContain('"level":50');

    server = start(dataDir);
    url = await server.printed(listening);
    expect(await flagship(url, token)).toEqual(first);

    await server.ended('SIGKILL');
    server = start(dataDir);
    url = await server.printed(listening);
    expect(await flagship(url, token)).toEqual(first);
    expect(await server.ended('SIGTERM')).toBe(0);
  });

  it('rejects a data folder that another server uses', async () => {
    const first = runEntry('cli/bin.js', ['store'], { CORDON_DATA_DIR: dataDir });
    running.push(first);
    await first.printed(/mongodb:\/\/\S+/);
    expect(await rejectionOf(start(dataDir))).toContain(dataDir);
    expect(first.child.exitCode).toBeNull();
    expect(await first.ended('SIGTERM')).toBe(0);
  });

  it('rejects a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    expect(await rejectionOf(start(dataDir, { PORT: port }))).toContain(port);
    other.close();
  });

  it('rejects a file as a data folder', async () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, 'x');
    expect(await rejectionOf(start(file))).toContain(file);
    expect(await rejectionOf(start(join(file, 'below')))).toContain(join(file, 'below'));
  });

  (process.getuid?.() === 0 ? it.skip : it)(
    'rejects a data folder that it may not write to (root may write to all)',
    async () => {
      const closed = join(folder.path, 'closed');
      mkdirSync(closed, { mode: 0o500 });
      expect(await rejectionOf(start(closed))).toContain(closed);
      chmodSync(closed, 0o700);
    },
  );

  it('rejects a damaged store', async () => {
    const damaged = join(folder.path, 'damaged');
    expect(await cli(['ledger', 'rebuild'], { CORDON_DATA_DIR: damaged })).toMatchObject({ code: 0 });
    const files = readdirSync(damaged, { recursive: true }).map((name) => join(damaged, String(name)));
    const largest = files
      .filter((file) => statSync(file).isFile())
      .sort((a, b) => statSync(b).size - statSync(a).size)[0]!;
    truncateSync(largest, 100);
    writeFileSync(largest, Buffer.alloc(100, 0x5a));
    expect(await rejectionOf(start(damaged))).toContain(damaged);
  });

  it.each([
    [{ PORT: 'ninety' }, 'PORT'],
    [{ CORDON_MAX_DEPTH: '0' }, 'CORDON_MAX_DEPTH'],
  ])('names the setting that is wrong: %j', async (env, named) => {
    expect(await rejectionOf(start(join(folder.path, 'unused'), env))).toContain(named);
  });
});

describe('the command line', () => {
  const env = { CORDON_DATA_DIR: join(folder.path, 'cli') };

  it('names every command in its help', async () => {
    const { code, stdout } = await runCommand(['--help'], env);
    expect(code).toBe(0);
    for (const command of ['start', 'store', 'token', 'import', 'schema']) expect(stdout).toContain(command);
    for (const args of [
      ['start'],
      ['store'],
      ['token'],
      ['import', 'case'],
      ['schema', 'compose'],
      ['schema', 'check'],
    ]) {
      expect(await runCommand([...args, '--help'], env)).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it.each([
    [['fly']],
    [['token']],
    [['token', '--role', 'king']],
    [['token', '--role', 'analyst', '--subject', 'ann ']],
    [['token', '--role', 'partner']],
    [['token', '--role', 'analyst', '--venue', 'meridian']],
    [['start', '--port', 'ninety']],
    [['import', 'case']],
    [['import', 'moon']],
    [['schema', 'check']],
  ])('ends with 2 where it is called wrongly: %j', async (args) => {
    const { code, stderr } = await runCommand(args, env);
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('prints a token and nothing else', async () => {
    const { code, stdout } = await runCommand(
      ['token', '--role', 'partner', '--venue', 'meridian', '--subject', 'ada'],
      env,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({
      sub: 'ada',
      roles: ['partner'],
      venue: 'meridian',
      iss: 'cordon-development',
      aud: 'cordon',
    });
  });

  it('signs no token where a JWKS is configured', async () => {
    const { code, stderr } = await runCommand(['token', '--role', 'analyst'], {
      ...env,
      CORDON_JWKS: 'https://keys.example/jwks.json',
    });
    expect(code).toBe(2);
    expect(stderr).toContain('CORDON_JWKS');
  });

  it('says which file of a case is wrong, and where', async () => {
    const broken = join(folder.path, 'broken-case');
    mkdirSync(broken);
    expect(await runCommand(['import', 'case', broken], env)).toMatchObject({ code: 1 });
    writeFileSync(join(broken, 'case.yaml'), 'name: broken\ntitle: Broken\nsources: {}\n');
    writeFileSync(
      join(broken, 'actors.yaml'),
      '- id: ofac:1\n  kind: SPIRIT\n  name: A\n  sources: [nowhere]\n',
    );
    const { code, stderr } = await runCommand(['import', 'case', broken], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/actors\.yaml:2: 0\.kind/);
  });
});
