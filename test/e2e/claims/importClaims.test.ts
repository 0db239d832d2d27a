import { join } from 'node:path';
import { claimIn, claimsFolder, memo } from '../../support/claimsFile';
import { runCommand } from '../../support/runCommand';
import { ask, runEntry, temporaryFolder } from '../../support/runCordon';
import { crashIt } from '../../support/crashIt';

const claims = [
  claimIn('five', 'Acme lost 5 coins in 2022.', { value: '5', time: '2022' }),
  claimIn('nine', 'Acme lost 9 coins in 2022.', { value: '9', time: '2022' }),
];
const file = {
  sources: { M: { ...memo, published: true, url: 'https://example.org/memo' } },
  claims,
  contradictions: [{ id: 'G', topic: 'how many', claims: ['five', 'nine'] }],
};
const wrong = { ...file, claims: [{ ...claims[0], quote: 'Acme lost 6 coins in 2022.' }, claims[1]] };

const folder = temporaryFolder();
const given = claimsFolder();
const importing = (env: Record<string, string>, content: unknown = file) =>
  runCommand(['import', 'claims', given.write(content), '--sources', given.sources, '--json'], env);
afterAll(() => {
  given.remove();
  folder.remove();
});

it('claims are imported beside a running server, which answers from them without a restart', async () => {
  const env = { CORDON_DATA_DIR: join(folder.path, 'beside') };
  const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  try {
    const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
    await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
    const imported = await importing(env);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(imported.stdout)).toMatchObject({
      read: 2,
      verified: 2,
      stored: 2,
      quarantined: 0,
      groups: 1,
    });
    const token = (await runCommand(['token', '--role', 'spokesperson'], env)).stdout.trim();
    const query =
      '{ claims { nodes { quote } } supported: publicStatements { totalCount } publicStatements(includeUnsupported: true) { nodes { quote modality source { url } } } contradictions { claims { quote } } }';
    const answer = await ask(url, query, { token });
    const quotes = claims.map(({ quote }) => ({ quote }));
    expect(answer.data).toEqual({
      claims: { nodes: expect.arrayContaining(quotes) },
      // Two claims that cannot both hold, and no primary source: nothing of it is offered without asking.
      supported: { totalCount: 0 },
      publicStatements: {
        nodes: expect.arrayContaining([
          { ...quotes[0], modality: 'STATES', source: { url: 'https://example.org/memo' } },
        ]),
      },
      contradictions: [{ claims: quotes }],
    });
    const accounts = await ask(url, '{ accounts { nodes { id } } }', { token });
    expect(accounts.data?.accounts ?? null).toBeNull();
    expect(accounts.errors).toHaveLength(1);
  } finally {
    expect(await server.ended('SIGTERM')).toBe(0);
  }
});

crashIt('an import that is killed at any moment can be run again: nothing is there twice', async () => {
  const env = { CORDON_DATA_DIR: join(folder.path, 'killed') };
  for (const after of [300, 600, 900]) {
    const running = runEntry(
      'cli/bin.js',
      ['import', 'claims', given.write(file), '--sources', given.sources],
      env,
    );
    await new Promise((done) => setTimeout(done, after));
    await running.ended('SIGKILL');
  }
  expect(JSON.parse((await importing(env)).stdout)).toMatchObject({ verified: 2, quarantined: 0, groups: 1 });
  expect(JSON.parse((await importing(env)).stdout)).toMatchObject({ stored: 0, duplicates: 2, groups: 1 });
});

it('reports the claims that it rejected, and rejects in one line a file that it cannot read', async () => {
  const env = { CORDON_DATA_DIR: join(folder.path, 'wrong') };
  const report = JSON.parse((await importing(env, wrong)).stdout);
  expect(report).toMatchObject({ read: 2, verified: 1, quarantined: 1, groups: 0 });
  expect(report.quarantine).toEqual([
    expect.objectContaining({
      id: 'five',
      expected: 'Acme lost 6 coins in 2022.',
      found: expect.stringContaining('Acme lost 5 coins in 2022.'),
    }),
  ]);
  const text = await runCommand(['import', 'claims', given.write(wrong), '--sources', given.sources], env);
  expect(text).toMatchObject({ code: 0 });
  expect(text.stdout).toContain('1 quarantined');
  for (const [args, message] of [
    [[given.write('no JSON'), '--sources', given.sources], /is not JSON/],
    [[given.write(file), '--sources', join(given.sources, 'absent')], /is not a folder/],
    [[join(given.sources, 'absent.json'), '--sources', given.sources], /cannot be read \(ENOENT\)/],
  ] as const) {
    const rejected = await runCommand(['import', 'claims', ...args], env);
    expect(rejected).toMatchObject({ code: 1, stdout: '' });
    expect(rejected.stderr).toMatch(message);
    expect(rejected.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect(await runCommand(['import', 'claims', given.write(file)], env)).toMatchObject({ code: 2 });
});
