import { ChainCheck, type EventRecords, lineOf, takeStored } from '@cordon/ledger';
import { writeOut } from '../output/writeOut';
import { ledgerConfig, ledgerOf, type LedgerOptions, rejectLostTail, withLedger } from './openLedger';

/**
 * `cordon ledger export`: one event a line, as it stands; a damaged ledger too, so that it can be examined. A
 * record without the form of an event is a line `{}`.
 * @throws LedgerDamaged after the last line, where the events do not form an unbroken chain, or the
 * projections reflect more
 */
export async function runExport(options: LedgerOptions): Promise<void> {
  await withLedger(ledgerConfig(options), { name: ledgerOf(options), keys: [] }, async (ledger) => {
    const check = new ChainCheck([]);
    await writeOut(linesOf(ledger.events, check));
    if (check.hasFailed) throw check.damage();
    await rejectLostTail(ledger);
  });
}

async function* linesOf(events: EventRecords, check: ChainCheck): AsyncGenerator<string> {
  for await (const batch of events.batches(0)) {
    for (const event of batch) if (!check.hasFailed) takeStored(check, event);
    yield batch.map((event) => (event ? `${lineOf(event)}\n` : '{}\n')).join('');
  }
}
