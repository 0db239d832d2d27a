import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EventRecords } from '../../shared/ledger/eventRecords.store';
import { lineOf } from '../../shared/ledger/exportedLine';
import { ledgerConfig, type LedgerOptions, withLedger } from './openLedger';

/**
 * `cordon ledger export`: one event a line, as it stands; a damaged ledger too, so that it can be looked into. What does
 * not have the form of an event is a line `{}`.
 */
export async function runExport(options: LedgerOptions): Promise<void> {
  await withLedger(ledgerConfig(options), [], async ({ events }) => {
    try {
      await pipeline(Readable.from(linesOf(events)), process.stdout, { end: false });
    } catch (error) {
      // Whoever reads has seen enough: `cordon ledger export | head`.
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    }
  });
}

async function* linesOf(events: EventRecords): AsyncGenerator<string> {
  for await (const batch of events.batches(0))
    yield batch.map((event) => (event ? `${lineOf(event)}\n` : '{}\n')).join('');
}
