// `npm run test:crash [-- --kills N]`: kill -9 at random moments, far more often than `npm test` has time
// for. Kills a process that serves the store while it and others write events, N times (1,000 by default; a
// full run is 10,000). For each 1,000: 200 kills of a process that writes documents, 30 of the whole server
// and 30 of one of two monitors. Then runs the cases of a full disk. Prints the time taken.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = process.argv.indexOf('--kills');
const kills = at < 0 ? 1_000 : Number(process.argv[at + 1]);
if (!Number.isInteger(kills) || kills < 1) {
  process.stderr.write('test:crash: --kills takes a whole number, 1 or more\n');
  process.exit(2);
}
const servers = Math.max(1, Math.round((kills * 30) / 1_000));
const stores = Math.min(kills, 200);
process.stderr.write(
  `test:crash: ${kills} kills of a store under a ledger, ${stores} under documents, ${servers} of the server, ${servers} of a monitor. Takes about ${Math.ceil((kills * 1.2 + stores + servers * 6) / 60)} minutes on two idle cores\n`,
);
const start = Date.now();
const ran = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--selectProjects',
    'integration',
    'e2e',
    '--testPathPatterns',
    '(embedded-mongo/test/integration/(kill|fullDisk)|ledger/(kill|fullDisk|serverKill)|monitoring/monitorKill|import-transfers|e2e/(claims|freezes|read-log))',
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: {
      ...process.env,
      LEDGER_KILLS: String(kills),
      STORE_KILLS: String(stores),
      SERVER_KILLS: String(servers),
      MONITOR_KILLS: String(servers),
      CRASH_TESTS: '1',
    },
  },
);
process.stderr.write(`test:crash: ${Math.round((Date.now() - start) / 1000)} s\n`);
process.exitCode = ran.status ?? 1;
