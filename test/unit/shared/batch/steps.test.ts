import { runAtOnce, runInTurns, type Steps } from '../../../../shared/batch/steps';

/** Works for some milliseconds in each step. */
function* work(steps: number, stepMs: number): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + stepMs;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

it('others work between the steps of what runs in turns, and not of what runs at once', async () => {
  let turns = 0;
  const count = () => {
    turns++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  expect(runAtOnce(work(5, 10))).toBe('done');
  expect(turns).toBe(0);
  expect(await runInTurns(work(5, 30))).toBe('done');
  expect(turns).toBeGreaterThanOrEqual(4);
  clearImmediate(next);
});

it('an error of a step ends the work', async () => {
  function* failing(): Steps<void> {
    yield;
    throw new Error('no');
  }
  expect(() => runAtOnce(failing())).toThrow('no');
  await expect(runInTurns(failing())).rejects.toThrow('no');
});
