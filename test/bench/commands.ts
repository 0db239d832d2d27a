/**
 * Measures the time of a command as a client has it. 16 people at once, each with accounts of their own, flag
 * and clear them by mutations of the enforcement subgraph, over the embedded store. Each answer comes after
 * the event is on disk and the projections have it. Beside it, in the same run, it measures an empty command
 * of the store (`ping`): the machine's time for a question and its answer. Then it measures pages of lists
 * over 100,000 accounts (`--accounts N`), in processor time of the server and the store together. `--json`
 * prints one JSON object in place of the table; `--commands N` sets how many each has.
 */
import 'reflect-metadata';
import mongoose from 'mongoose';
import { accountFact, draft, venueFact } from '../support/enforcementFacts';
import { enforcementUp, type EnforcementUp } from '../support/enforcementUp';
import { person } from '../support/commandsUp';
import { type Figure, measurePages } from './pages';
import { numberOption } from './options';
import { machine, percentile, timed } from './timing';

const writers = 16;
const accountOf = (writer: number, n: number) => `kestrel:${writer}-${n % 4}`;

const flag = `mutation($input: FlagAccountInput!) { flagAccount(input: $input) { event id } }`;
const clear = `mutation($input: ClearMeasureInput!) { clearMeasure(input: $input) { event id } }`;

/** Each writer waits for its answer before its next command: a flag, then its end. */
async function write(up: EnforcementUp, each: number, round: string): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const caller = person('analyst', `writer-${writer}`);
      let measure = '';
      for (let n = 0; n < each; n++) {
        const key = `${round}-${n}`;
        const input =
          n % 2 === 0
            ? { key, account: accountOf(writer, n / 2), rule: 'bench', reason: 'a bench' }
            : { key, measure, reason: 'a bench' };
        times.push(
          await timed(async () => {
            const data = await up.data(n % 2 === 0 ? flag : clear, { input }, caller);
            measure = (data.flagAccount ?? data.clearMeasure).id as string;
          }),
        );
      }
    }),
  );
  return times;
}

/** Measures commands, over a small ledger of its own. */
async function* measureCommands(each: number): AsyncGenerator<Figure> {
  const up = await enforcementUp(() => new Date());
  try {
    await up.record(
      draft('VENUE_REGISTERED', { venues: [venueFact('kestrel')] }),
      draft('ACCOUNT_REGISTERED', {
        accounts: Array.from({ length: writers * 4 }, (_, n) => accountFact(accountOf(n >> 2, n))),
      }),
    );
    await write(up, 40, 'warm');
    const pings: number[] = [];
    const { db } = up.database.connection;
    for (let n = 0; n < 500; n++) pings.push(await timed(async () => db?.command({ ping: 1 })));
    const figure = (name: string, value: number, unit = 'ms') => ({ name, value, unit, target: '' });
    yield figure('ping of the store, p50', percentile(pings, 0.5));
    yield figure('ping of the store, p99', percentile(pings, 0.99));
    const start = performance.now();
    const times = await write(up, each, 'measured');
    const total = performance.now() - start;
    yield figure(`command, ${writers} writers, p50`, percentile(times, 0.5));
    yield figure(`command, ${writers} writers, p99`, percentile(times, 0.99));
    yield figure(`commands, ${writers} writers`, (times.length / total) * 1000, '1/s');
  } finally {
    await up.close();
  }
}

/** Prints each figure as soon as it is known: a ledger of 100,000 accounts takes a minute or more to make. */
async function main(): Promise<void> {
  const each = numberOption('--commands', 200);
  const accounts = numberOption('--accounts', 100_000);
  const asJson = process.argv.includes('--json');
  const head = { bench: 'commands', machine, node: process.version, mongoose: mongoose.version };
  const results: Figure[] = [];
  if (!asJson) console.log(`${machine}, Node ${process.version}, mongoose ${mongoose.version}`);
  for (const figures of [measureCommands(each), measurePages(accounts)]) {
    for await (const figure of figures) {
      const value = Math.round(figure.value * 100) / 100;
      results.push({ ...figure, value });
      const { name, unit, target } = figure;
      if (!asJson)
        console.log(`${name.padEnd(60)} ${String(value).padStart(10)} ${unit.padEnd(5)} ${target}`);
    }
  }
  if (asJson) console.log(JSON.stringify({ ...head, commands: writers * each, results }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
