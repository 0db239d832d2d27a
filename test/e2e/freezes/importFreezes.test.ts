import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../support/runCommand';
import { ask, pause, runEntry, temporaryFolder } from '../../support/runCordon';
import { crashIt } from '../../support/crashIt';

const header =
  'event_name,block_number,txhash,log_index,timestamp,_balance,_blackListedUser,_user,contract_address';
const address = (n: number) => `0x${n.toString(16).padStart(40, '0')}`;

/** So many freezes of an address each. */
function writeFreezes(file: string, count: number): void {
  const lines = Array.from({ length: count }, (_, i) =>
    [
      'AddedBlackList',
      i + 1,
      `0x${(i + 1).toString(16).padStart(64, '0')}`,
      0,
      '2020-01-01T00:00:00',
      '',
      '',
      address(i + 1),
      '0xdAC17F958D2ee523a2206206994597C13D831ec7',
    ].join(','),
  );
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
}

crashIt(
  'freezes are imported beside a running server, killed at any moment and run again, and nothing is there twice',
  async () => {
    const folder = temporaryFolder();
    const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
    const file = join(folder.path, 'freezes.csv');
    const count = 800;
    writeFreezes(file, count);
    const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: '0', CORDON_CASE: 'none' });
    try {
      const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
      const token = await server.printed(/^ {2}([\w-]+\.[\w-]+\.[\w-]+)$/m);
      const counts = async () => {
        const answer = await ask(
          url,
          '{ all: accounts { totalCount } frozen: accounts(status: FROZEN) { totalCount } }',
          {
            token,
          },
        );
        return answer.data as Record<'all' | 'frozen', { totalCount: number }>;
      };
      for (const after of [1_000]) {
        const importing = runEntry('cli/bin.js', ['import', 'freezes', file], env);
        await pause(after);
        await importing.ended('SIGKILL');
        const { all, frozen } = await counts();
        // Whatever had been stored when it was killed, no account is seen without its freeze.
        expect(frozen.totalCount).toBe(all.totalCount);
      }
      const { code, stdout } = await runCommand(['import', 'freezes', file, '--json'], env);
      expect(code).toBe(0);
      const report = JSON.parse(stdout) as Record<string, number>;
      expect(report).toEqual({
        read: count,
        stored: report['stored'],
        duplicates: count - report['stored']!,
        ignored: 0,
        quarantined: 0,
        doubleFreezes: 0,
        unfreezesOfUnfrozen: 0,
        destructionsOfUnfrozen: 0,
        destroyed: '0',
      });
      expect(await counts()).toEqual({ all: { totalCount: count }, frozen: { totalCount: count } });
      const rebuilt = await runCommand(['ledger', 'rebuild', '--json'], env);
      expect(JSON.parse(rebuilt.stdout)).toMatchObject({ differences: 0 });
      expect((await runCommand(['ledger', 'verify', '--json'], env)).code).toBe(0);
    } finally {
      expect(await server.ended('SIGTERM')).toBe(0);
      folder.remove();
    }
  },
  180_000,
);

it('a bad line is named, and a file that is none is one line on stderr', async () => {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: join(folder.path, 'data') };
  const file = join(folder.path, 'freezes.csv');
  writeFileSync(file, `${header}\nAddedBlackList,1\n`);
  const bad = await runCommand(['import', 'freezes', file, '--json'], env);
  expect(bad).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('line 2 is quarantined: it has 2 fields'),
  });
  expect(JSON.parse(bad.stdout)).toMatchObject({ read: 1, stored: 0, quarantined: 1 });
  const none = await runCommand(['import', 'freezes', join(folder.path, 'none.csv')], env);
  expect(none).toMatchObject({ code: 1, stdout: '' });
  expect(none.stderr.trim().split('\n')).toEqual([expect.stringContaining('there is no such file')]);
  folder.remove();
});
