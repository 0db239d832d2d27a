import { once } from 'node:events';
import type { RunningProcess } from '../../support/runCordon';
import { runEntry } from '../../support/runCordon';

it.each([
  ['a schema', ['schema', 'export']],
  ['the help', ['--help']],
])('ends without a stack where the reader of %s stops: cordon … | head', async (_what, args) => {
  const running: RunningProcess = runEntry('cli/bin.js', args, {});
  running.child.stdout?.destroy();
  const chunks: Buffer[] = [];
  running.child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(running.child, 'close');
  expect(Buffer.concat(chunks).toString()).toBe('');
});
