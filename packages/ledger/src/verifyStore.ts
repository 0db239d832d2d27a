import { ChainCheck, type Signed, type Verification } from './chainCheck';
import type { EventRecords } from './eventRecords.store';
import { LedgerDamaged } from './ledgerErrors';
import { checkedStored, hasItsKey, type StoredEvent } from './storedEvent';

/** Verifies the stored ledger, also beside writers: up to the events stored when its end is reached. */
export async function verifyStore(
  records: Pick<EventRecords, 'batches'>,
  checkpoints: readonly Signed[],
): Promise<Verification> {
  const check = new ChainCheck(checkpoints);
  for await (const batch of records.batches(0)) {
    for (const event of batch) if (!takeStored(check, event)) return check.result();
  }
  return check.result();
}

/**
 * Reads every event of a stored ledger, and its place in the chain.
 * @throws LedgerDamaged at the first event that is not as it was written
 */
export async function verifyChain(records: Pick<EventRecords, 'batches'>): Promise<void> {
  const { firstBadSequence, reason } = await verifyStore(records, []);
  if (firstBadSequence !== null) throw new LedgerDamaged(firstBadSequence, reason ?? 'it is not whole');
}

/** Takes a stored event: its fields beside the text have to say what the text says. */
export function takeStored(check: ChainCheck, event: StoredEvent | undefined): boolean {
  const due = check.due;
  if (!event) return check.fail(due, `what is stored as event ${due} does not have the form of one`);
  if (event.sequence !== due)
    return check.fail(due, `event ${due} is missing: what comes next is ${event.sequence}`);
  if (!hasItsKey(event)) return check.fail(due, `event ${due} was edited: its key is not that of its text`);
  return check.take(checkedStored(event));
}
