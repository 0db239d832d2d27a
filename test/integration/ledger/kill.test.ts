import { rmSync } from 'node:fs';
import { openStore } from '@cordon/embedded-mongo';
import { eventRecords, ledgerEventModel, verifyStore } from '@cordon/ledger';
import { connectMongo } from '../../../shared/mongo/connect';
import { startWriter, type Told } from '../../support/ledgerWriter';
import { temporaryFolder } from '../../support/temporaryFolder';

/** Some take some seconds; `npm run test:crash` sets more. */
const kills = Number(process.env['LEDGER_KILLS'] ?? 3);
const database = 'x_enforcement';

async function inLedger(folder: string, work: (records: ReturnType<typeof eventRecords>) => Promise<void>) {
  const store = await openStore({ folder });
  const connection = await connectMongo({ url: store.url, database });
  await work(eventRecords(ledgerEventModel(connection)));
  await connection.close();
  await store.close();
}

it('kill -9 of the store and a writer at any moment: every acknowledged event is there once, none by half, and a retry doubles none', async () => {
  const folder = temporaryFolder();
  const told: Told = { acknowledged: new Map(), unheard: new Set() };
  for (let round = 0; round < kills; round++) {
    // The first serves the store; the other writes through it, and loses its connection with the kill.
    const first = startWriter(folder, database, `${round}a`, told);
    await first.ready;
    const other = round % 5 === 4 ? startWriter(folder, database, `${round}b`, told) : undefined;
    if (other) await Promise.race([other.ready, first.ended()]);
    await new Promise((done) => setTimeout(done, (round * 97) % 200));
    first.child.kill('SIGKILL');
    other?.child.kill('SIGKILL');
    await Promise.all([first.ended(), other?.ended()]);
    if (round % 50 === 49) {
      await inLedger(folder, async (records) =>
        expect(await verifyStore(records, [])).toMatchObject({ ok: true }),
      );
    }
  }
  const last = startWriter(folder, database, 'last', told);
  await last.ready;
  const begun = told.acknowledged.size;
  while (told.acknowledged.size < begun + 200) await new Promise((done) => setTimeout(done, 10));
  last.child.kill('SIGKILL');
  await last.ended();
  await inLedger(folder, async (records) => {
    const found = await verifyStore(records, []);
    expect(found).toMatchObject({ ok: true });
    expect(found.events).toBeGreaterThanOrEqual(told.acknowledged.size);
    const stored = new Map<string, string>();
    for await (const batch of records.batches(0))
      for (const event of batch) stored.set(event!.key!.toString(), `${event!.sequence} ${event!.hash}`);
    expect(stored.size).toBe(found.events);
    expect([...told.acknowledged].filter(([key, at]) => stored.get(key) !== at)).toEqual([]);
    expect(told.acknowledged.size).toBeGreaterThan(kills);
  });
  rmSync(folder, { recursive: true, force: true });
}, 36_000_000);
