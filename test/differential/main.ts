import { parseArgs } from 'node:util';
import { executorNames } from '../../gateway/execution/openExecutor';
import { runDifferential } from './runDifferential';

/** `npm run test:differential -- --seed 7 --operations 100000`; `--executor stock` counts what the stock executor gets wrong. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      operations: { type: 'string', default: '10000' },
      executor: { type: 'string', default: 'compiled' },
      failures: { type: 'string', default: '5' },
    },
  });
  const [seed, operations, maxFailures] = [values.seed, values.operations, values.failures].map(Number);
  const executor = executorNames.find((name) => name === values.executor);
  if (!executor) throw new Error(`--executor is one of ${executorNames.join(', ')}`);
  if (![seed, operations, maxFailures].every(Number.isInteger))
    throw new Error('--seed, --operations and --failures are whole numbers');
  console.log(`differential test of the ${executor} executor: --seed ${seed} --operations ${operations}`);
  const started = Date.now();
  const result = await runDifferential({
    seed: seed as number,
    operations: operations as number,
    executor,
    maxFailures: maxFailures as number,
    onGraph: (done) => {
      if (done % 1_000 === 0)
        console.log(`${done} operations, ${Math.round((Date.now() - started) / 1_000)} s`);
    },
  });
  for (const failure of result.failures) console.log(`\nFAILED  ${failure}`);
  for (const [kind, count] of result.known) console.log(`known   ${count} x ${kind}`);
  console.log(
    `${result.operations} operations (${result.withFaults} with faults) on ${result.graphs} graphs in ${Math.round((Date.now() - started) / 1_000)} s: ${result.failures.length} failed`,
  );
  return result.failures.length > 0 ? 1 : 0;
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
