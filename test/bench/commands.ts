/**
 * What a command takes as a client has it: 16 people at once, each with accounts of their own, who flag and clear them by
 * mutations of the enforcement subgraph, over the embedded store. Each answer comes after the event is on disk and the
 * views have it. Beside it, in the same run, a command of the store that does nothing (`ping`): what the machine takes for
 * a question and its answer. Then what pages of lists take over 100,000 accounts (`--accounts N`), in processor time of the
 * server and the store together. `--json` prints one JSON object in place of the table; `--commands N` sets how many each has.
 */
import 'reflect-metadata';
import mongoose from 'mongoose';
import { accountFact, draft, venueFact } from '../support/enforcementFacts';
import { enforcementUp, type EnforcementUp } from '../support/enforcementUp';
import { person } from '../support/commandsUp';
import { type Figure, measurePages } from './pages';
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

function numberGiven(option: string, otherwise: number): number {
  const given = process.argv.indexOf(option);
  return given < 0 ? otherwise : Number(process.argv[given + 1]);
}

/** What commands take, over a small ledger of its own. */
async function measureCommands(each: number): Promise<Omit<Measured, 'pages'>> {
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
    const start = performance.now();
    const times = await write(up, each, 'measured');
    return { pings, times, total: performance.now() - start };
  } finally {
    await up.close();
  }
}

async function main(): Promise<void> {
  const commands = await measureCommands(numberGiven('--commands', 200));
  print({ ...commands, pages: await measurePages(numberGiven('--accounts', 100_000)) });
}

interface Measured {
  readonly pings: readonly number[];
  readonly times: readonly number[];
  readonly total: number;
  readonly pages: readonly Figure[];
}

function print({ pings, times, total, pages }: Measured): void {
  const results = [
    { name: 'ping of the store, p50', value: percentile(pings, 0.5), unit: 'ms', target: '' },
    { name: 'ping of the store, p99', value: percentile(pings, 0.99), unit: 'ms', target: '' },
    { name: `command, ${writers} writers, p50`, value: percentile(times, 0.5), unit: 'ms', target: '' },
    { name: `command, ${writers} writers, p99`, value: percentile(times, 0.99), unit: 'ms', target: '' },
    { name: `commands, ${writers} writers`, value: (times.length / total) * 1000, unit: '1/s', target: '' },
    ...pages,
  ].map((one) => ({ ...one, value: Math.round(one.value * 100) / 100 }));
  const head = { bench: 'commands', machine, node: process.version, mongoose: mongoose.version };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...head, commands: times.length, results }));
    return;
  }
  console.log(`${machine}, Node ${process.version}, mongoose ${mongoose.version}, ${times.length} commands`);
  for (const { name, value, unit, target } of results)
    console.log(`${name.padEnd(60)} ${String(value).padStart(10)} ${unit.padEnd(5)} ${target}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
