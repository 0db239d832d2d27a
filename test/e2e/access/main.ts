import { parseArgs } from 'node:util';
import { accessUp, readWorld } from './accessUp';
import { describeTimes, responseTimes, timeProblems } from './responseTimes';
import { runCases } from './runCases';

/**
 * `npm run test:access -- --cases 100000 --seed 7`: 10,000 cases where none is said, of a seed that is told. After them it
 * compares response times, `--samples` of each class. Of a query that more ask (`--callers`, default 10) less is planned.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      samples: { type: 'string', default: '1000' },
      failures: { type: 'string', default: '5' },
      callers: { type: 'string', default: '10' },
    },
  });
  const [cases = NaN, seed = NaN, samples = NaN, maxFailures = NaN, callersOfQuery = NaN] = [
    values.cases,
    values.seed,
    values.samples,
    values.failures,
    values.callers,
  ].map(Number);
  if (![cases, seed, samples, maxFailures, callersOfQuery].every(Number.isInteger))
    throw new Error('--cases, --seed, --samples, --failures and --callers are whole numbers');
  console.log(`access: --cases ${cases} --seed ${seed}`);
  const up = await accessUp();
  try {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1_000);
    const { failures, outcomes, ...ran } = await runCases(up, {
      cases,
      seed,
      maxFailures,
      callersOfQuery,
      onProgress: (done) => console.log(`${done} cases, ${seconds()} s`),
    });
    for (const failure of failures) console.log(`\nFAILED  ${failure}`);
    for (const [outcome, count] of [...outcomes].sort(([, a], [, b]) => b - a))
      console.log(`${count} x ${outcome}`);
    console.log(`${ran.cases} cases in ${seconds()} s: ${failures.length} failed`);
    const times = await responseTimes(up, await readWorld(up), { samples, seed });
    for (const one of times) console.log(describeTimes(one));
    const told = timeProblems(times);
    for (const problem of told) console.log(`FAILED  ${problem}`);
    return failures.length + told.length > 0 ? 1 : 0;
  } finally {
    await up.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
