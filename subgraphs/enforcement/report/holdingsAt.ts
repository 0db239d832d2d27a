import type { Ledger } from '../../../shared/ledger/ledger';
import type { HoldingRecord } from '../holding/holding.record';
import { holdingsView } from '../ledger/apply/holdings';
import { type EnforcementEvent, readEvent } from '../ledger/events';

/**
 * What accounts had of each asset at an instant: all that happened until then, also what became known later, and what
 * corrects it. Streams the ledger; memory is what those accounts hold, and a number for each event after the instant.
 */
export async function holdingsAt(
  ledger: Pick<Ledger, 'read'>,
  accountIds: ReadonlySet<string>,
  at: Date,
): Promise<ReadonlyMap<string, readonly HoldingRecord[]>> {
  const rows = new Map<string, HoldingRecord>();
  const later = new Set<number>();
  for await (const read of ledger.read({ after: 0 })) {
    const event = readEvent(read);
    const { corrects } = event.payload;
    // A correction says how its event should have read: it holds from when that one held.
    if (corrects === undefined ? event.happenedAt > at : later.has(corrects)) {
      later.add(event.sequence);
      continue;
    }
    for (const { id, apply } of holdingsView(ofAccounts(event, accountIds))) {
      const next = apply(rows.get(id) ?? null);
      if (next) rows.set(id, next);
    }
  }
  const found = new Map<string, HoldingRecord[]>();
  for (const row of rows.values()) {
    if (!row.retracted) found.set(row.accountId, [...(found.get(row.accountId) ?? []), row]);
  }
  return found;
}

function ofAccounts(event: EnforcementEvent, accountIds: ReadonlySet<string>): EnforcementEvent {
  const { holdings = [], observations = [], movements = [], retracted = [] } = event.payload;
  const asked = ({ accountId }: { readonly accountId: string }) => accountIds.has(accountId);
  return {
    ...event,
    payload: {
      retracted,
      holdings: holdings.filter(asked),
      observations: observations.filter(asked),
      movements: movements.filter(asked),
    },
  };
}
