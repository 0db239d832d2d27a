import { parseArgs } from 'node:util';
import { accessUp } from './accessUp';
import { runCases } from './runCases';

/** `npm run test:access -- --cases 100000 --seed 7`: 10,000 cases where none is said, of a seed that is told. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      failures: { type: 'string', default: '5' },
    },
  });
  const [cases = NaN, seed = NaN, maxFailures = NaN] = [values.cases, values.seed, values.failures].map(
    Number,
  );
  if (![cases, seed, maxFailures].every(Number.isInteger))
    throw new Error('--cases, --seed and --failures are whole numbers');
  console.log(`access: --cases ${cases} --seed ${seed}`);
  const up = await accessUp();
  try {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1_000);
    const { failures, outcomes, ...ran } = await runCases(up, {
      cases,
      seed,
      maxFailures,
      onProgress: (done) => console.log(`${done} cases, ${seconds()} s`),
    });
    for (const failure of failures) console.log(`\nFAILED  ${failure}`);
    for (const [outcome, count] of [...outcomes].sort(([, a], [, b]) => b - a))
      console.log(`${count} x ${outcome}`);
    console.log(`${ran.cases} cases in ${seconds()} s: ${failures.length} failed`);
    return failures.length > 0 ? 1 : 0;
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
