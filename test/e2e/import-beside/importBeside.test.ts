import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../support/runCommand';
import { ask, runEntry, temporaryFolder } from '../../support/runCordon';
import { writeSyntheticCase } from '../../support/syntheticCase';

const question = '{ actor(id: "test:owner") { frozenAccounts { totalCount completeness } } }';

it('a case is imported beside a running server, which answers from it without a restart', async () => {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
  const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  try {
    const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
    const token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
    expect((await ask(url, question, { token })).data).toEqual({ actor: null });

    const cases = join(folder.path, 'case');
    mkdirSync(cases);
    writeSyntheticCase(cases, 'synthetic', 7);
    const imported = await runCommand(['import', 'case', cases, '--json'], env);
    expect(imported).toMatchObject({ code: 0 });
    expect(JSON.parse(imported.stdout)).toMatchObject({
      case: 'synthetic',
      loaded: true,
      attribution: { transfers: 14, deposits: 7 },
    });
    const answer = await ask(url, question, { token });
    expect(answer.data.actor.frozenAccounts).toEqual({ totalCount: 7, completeness: 'COMPLETE' });

    const again = await runCommand(['import', 'case', cases, '--json'], env);
    expect(JSON.parse(again.stdout)).toMatchObject({ loaded: false });
    expect((await ask(url, question, { token })).data).toEqual(answer.data);
  } finally {
    expect(await server.ended('SIGTERM')).toBe(0);
    folder.remove();
  }
});

it('a case is imported without a server, and is there when one starts', async () => {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
  const cases = join(folder.path, 'case');
  mkdirSync(cases);
  writeSyntheticCase(cases, 'synthetic', 3);
  expect(await runCommand(['import', 'case', cases], env)).toMatchObject({ code: 0 });
  const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  try {
    const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
    const token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await ask(url, question, { token })).data.actor.frozenAccounts).toEqual({
      totalCount: 3,
      completeness: 'COMPLETE',
    });
    expect((await ask(url, '{ actor(id: "ofac:43337") { id } }', { token })).data).toEqual({ actor: null });
  } finally {
    expect(await server.ended('SIGTERM')).toBe(0);
    folder.remove();
  }
});

it('a case with a mistake in the part of one subgraph is in none of them', async () => {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
  const cases = join(folder.path, 'case');
  mkdirSync(cases);
  writeSyntheticCase(cases, 'synthetic', 3);
  // Attribution's part, which is written last: with only the others, funds would seem to have reached nobody.
  appendFileSync(join(cases, 'transfers.csv'), 'no transfer\n');
  const rejected = await runCommand(['import', 'case', cases], env);
  expect(rejected.code).toBe(1);
  expect(rejected.stderr).toContain('transfers.csv:');
  const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
  try {
    const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
    const token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
    const left = await ask(url, '{ actor(id: "test:owner") { id } accounts { totalCount } }', { token });
    expect(left.data).toEqual({ actor: null, accounts: { totalCount: 0 } });
  } finally {
    expect(await server.ended('SIGTERM')).toBe(0);
    folder.remove();
  }
});
