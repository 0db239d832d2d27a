import { join } from 'node:path';
import { cli, freePort, pause, runEntry, temporaryFolder, untilReady } from '../../support/runCordon';
import { type LedgerWriter, startWriter, type Told } from '../../support/ledgerWriter';
import { crashIt } from '../../support/crashIt';

/** One takes some seconds; `npm run test:crash` sets more. */
const kills = Number(process.env['SERVER_KILLS'] ?? 1);

crashIt(
  'kill -9 of the whole server, while others write through it: nothing acknowledged is lost, and the views equal a rebuild',
  async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder.path, 'data');
    const env = { CORDON_DATA_DIR: dataDir };
    const told: Told = { acknowledged: new Map(), unheard: new Set() };
    for (let round = 0; round < kills; round++) {
      const port = await freePort();
      const server = runEntry('cli/bin.js', ['start'], { ...env, PORT: String(port) });
      let writer: LedgerWriter | undefined;
      try {
        // Some are killed while they start and catch up with what was left, the others at work.
        if (round % 3 === 2) await server.printed(/listens/, 500).catch(() => undefined);
        else await untilReady(`http://127.0.0.1:${port}`);
        writer = startWriter(dataDir, 'cordon_enforcement', String(round), told);
        await Promise.race([writer.ready, writer.ended()]);
        await pause(300 + ((round * 397) % 1_500));
      } finally {
        server.child.kill('SIGKILL');
        writer?.child.kill('SIGKILL');
        await Promise.all([server.ended(), writer?.ended()]);
      }
    }
    const verified = await cli(['ledger', 'verify', '--json'], env);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    const rebuilt = await cli(['ledger', 'rebuild', '--json'], env);
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({ differences: 0 });
    const exported = await cli(['ledger', 'export'], env);
    const stored = new Map(
      exported.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { key: string; sequence: number; hash: string })
        .map(({ key, sequence, hash }) => [key, `${sequence} ${hash}`]),
    );
    expect(stored.size).toBe((JSON.parse(verified.stdout) as { events: number }).events);
    expect(told.acknowledged.size).toBeGreaterThan(10);
    expect([...told.acknowledged].filter(([key, at]) => stored.get(key) !== at)).toEqual([]);
    folder.remove();
  },
  36_000_000,
);
