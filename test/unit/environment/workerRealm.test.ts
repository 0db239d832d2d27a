import { runInContext } from 'node:vm';
import type { Context } from 'node:vm';

interface WorkerRealm {
  readonly realm: Context;
  restoreRealm(): void;
}

const { realm, restoreRealm } = jest.requireActual<WorkerRealm>('../../environment/workerRealm');
const run = (code: string): unknown => runInContext(code, realm);

it('takes away the globals that a test file adds, and gives back those that it replaces', () => {
  const fetchBefore = run('fetch');
  run('globalThis.added = 1; globalThis.fetch = null');
  restoreRealm();
  expect(run('[typeof added, fetch]')).toEqual(['undefined', fetchBefore]);
});

it.each([
  ['Date.now = () => 0', 'Date.now'],
  ['Array.prototype.last = function last() {}', 'Array.prototype.last'],
  ['delete Math.random', 'Math.random'],
])('rejects a file that leaves a built-in object changed: %s', (code, name) => {
  const before = run(`[${name}]`) as unknown[];
  run(code);
  expect(restoreRealm).toThrow(`The test file leaves ${name} changed: restore it.`);
  expect(run(`[${name}]`)).toEqual(before);
});
