import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../shared/config/projectRoot';

/**
 * A process that appends events to the ledger of a folder from several sides at once, in batches and as
 * commands, and prints each that was acknowledged. It serves the folder's store itself where no other process
 * does. First it appends anew, by their keys, the given events: those whose acknowledgement a writer before
 * it never saw.
 */
const script = `
  const dist = (file) => require(${JSON.stringify(join(projectRoot(), 'dist'))} + '/shared/' + file);
  const { useStore } = require('@cordon/embedded-mongo');
  const { connectMongo, createRecords } = dist('mongo/connect.js');
  const { ledgerEventModel } = require('@cordon/ledger');
  const { ledgerStore } = require('@cordon/ledger');
  const [folder, database, round, unheard] = process.argv.slice(1);
  const source = { id: 's', title: 'A test', publisher: null, publishedOn: null, url: null, quote: null };
  const venue = (key) => {
    const id = 'venue-' + (key.length * 7 + Number(key.split('-')[2])) % 50;
    return { venues: [{ id, name: key + 'x'.repeat(Number(key.split('-')[2]) % 300), illustrative: true, source }] };
  };
  const draft = (key) => ({ happenedAt: '2024-01-01T00:00:00.000Z', type: 'VENUE_REGISTERED', maker: 'writer', payload: venue(key), key });
  const said = (results) => process.stdout.write(results.map(({ event }) => event.sequence + ' ' + event.key + ' ' + event.hash + '\\n').join(''));
  const trouble = (error) => { process.stderr.write(String(error.stack) + '\\n'); process.exit(1); };
  (async () => {
    const store = await useStore({ folder, onFailure: trouble });
    const connection = await connectMongo({ url: store.url, database });
    const model = ledgerEventModel(connection);
    await createRecords(connection);
    const ledger = ledgerStore(model);
    process.stdout.write('ready\\n');
    said(await ledger.append(unheard.split(',').filter(Boolean).map(draft)));
    const lane = async (lane) => {
      for (let n = 0; ; n++) {
        const key = [round, lane, n].join('-');
        process.stdout.write('try ' + key + '\\n');
        if (lane % 2) {
          const { key: _, ...event } = draft(key);
          said([await ledger.commit({ key, scope: lane % 4 === 1 ? [String(lane)] : undefined, decide: async () => event })]);
        } else said(await ledger.append([draft(key), ...Array.from({ length: n % 4 }, (_, i) => draft(key + '-' + i))]));
      }
    };
    await Promise.all(Array.from({ length: 6 }, (_, i) => lane(i)));
  })().catch(trouble);
`;

/** The acknowledgements that writers got, over all rounds. */
export interface Told {
  /** By key: the sequence and the hash that were acknowledged. */
  readonly acknowledged: Map<string, string>;
  /** Keys that were begun and not acknowledged. */
  readonly unheard: Set<string>;
}

export interface LedgerWriter {
  /** Resolves when it writes. Rejects with what it said where it ends before. */
  readonly ready: Promise<void>;
  readonly child: ChildProcess;
  ended(): Promise<void>;
}

export function startWriter(folder: string, database: string, round: string, told: Told): LedgerWriter {
  const again = [...told.unheard].join(',');
  const child = spawn(process.execPath, ['-e', script, folder, database, round, again], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (data) => (trouble += String(data)));
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      else hear(line, told);
    });
    void closed.then(() => reject(new Error(`the writer did not start: ${trouble}`)));
  });
  ready.catch(() => undefined);
  return { ready, child, ended: () => closed.then(() => undefined) };
}

function hear(line: string, { acknowledged, unheard }: Told): void {
  const [sequence = '', key = '', hash] = line.split(' ');
  if (sequence === 'try') unheard.add(key);
  // A line that the kill cut off is one that was not heard.
  else if (hash?.length === 64) {
    acknowledged.set(key, `${sequence} ${hash}`);
    unheard.delete(key);
  }
}
