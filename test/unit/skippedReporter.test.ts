import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';

/** Runs real test files by jest with no test let through, as a machine without the shared data has them. */
function reportOf(...patterns: readonly string[]) {
  const root = projectRoot();
  const { stderr } = spawnSync(
    process.execPath,
    [
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '-i',
      '--selectProjects',
      'unit',
      '--testPathPatterns',
      ...patterns,
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, SHARED_DATA: join(root, 'no such folder') },
    },
  );
  return stderr;
}

it('the end of a run counts and names the groups that were skipped for want of the shared data', () => {
  const report = reportOf('sanctions/lists/unAliases', 'attribution/tracing/taintedtxFixture');
  expect(report).toMatch(/^Skipped: \d+ tests \(needs \.\.\/shared\/data\), in \d+ groups:$/m);
  expect(report).toMatch(/^ {2}\d+ in test\/unit\/sanctions\/lists\/unAliases\.test\.ts: .+$/m);
  expect(report).not.toContain('no reason given');
});
