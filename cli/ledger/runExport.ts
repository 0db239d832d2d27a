import type { EventRecords } from '../../shared/ledger/eventRecords.store';
import { lineOf } from '../../shared/ledger/exportedLine';
import { writeOut } from '../writeOut';
import { ledgerConfig, type LedgerOptions, withLedger } from './openLedger';

/**
 * `cordon ledger export`: one event a line, as it stands; a damaged ledger too, so that it can be looked into. What does
 * not have the form of an event is a line `{}`.
 */
export async function runExport(options: LedgerOptions): Promise<void> {
  await withLedger(ledgerConfig(options), [], async ({ events }) => {
    await writeOut(linesOf(events));
  });
}

async function* linesOf(events: EventRecords): AsyncGenerator<string> {
  for await (const batch of events.batches(0))
    yield batch.map((event) => (event ? `${lineOf(event)}\n` : '{}\n')).join('');
}
