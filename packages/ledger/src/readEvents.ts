import { ChainCheck } from './chainCheck';
import type { EventRecords } from './eventRecords.store';
import type { ReadOptions } from './ledger';
import type { LedgerEvent } from './ledgerEvent';
import { openEvent } from './sealedEvent';
import { takeStored } from './verifyStore';

/** Streams events in order, each checked against its hash, its place and the event before it. Throws LedgerDamaged. */
export async function* readEvents(
  records: EventRecords,
  { after, upTo }: ReadOptions,
): AsyncGenerator<LedgerEvent, void, undefined> {
  const check = ChainCheck.behind(after);
  for await (const batch of records.batches(after, upTo)) {
    for (const event of batch) {
      if (!takeStored(check, event) || !event) throw check.damage();
      yield openEvent(event.text.toString(), event.hash);
    }
  }
}
