import type { Ledger, LedgerEvent } from '@cordon/ledger';
import type { HoldingRecord } from '../holding/holding.record';
import { type HoldingPayload, holdingsProjection } from '../holding/holding.projection';
import type { ProjectedEvent } from '../projection/projection';

/** The fields of a ledger's events that are read. */
export type HoldingEvent = ProjectedEvent<HoldingPayload & { readonly corrects?: number }>;

/** The events of the ledger, and how one is read. */
export interface HoldingEvents {
  readonly ledger: Pick<Ledger, 'read'>;
  readonly readEvent: (event: LedgerEvent) => HoldingEvent;
}

/** Until when what happened to an account's holding of an asset counts; undefined: it is not asked for. */
export type Until = (accountId: string, asset: string) => Date | undefined;

/** By account. */
export type Holdings = ReadonlyMap<string, readonly HoldingRecord[]>;

/**
 * Returns the amounts of each asset that accounts had at instants; an answer for each of `untils`. It takes
 * all that happened until then, also facts that became known later, and corrections. Streams the ledger once.
 * Memory is the amounts of those accounts, and a number for each event.
 */
export async function holdingsAt(
  { ledger, readEvent }: HoldingEvents,
  untils: readonly Until[],
): Promise<readonly Holdings[]> {
  const found = untils.map((until) => ({ until, rows: new Map<string, HoldingRecord>() }));
  const heldFrom: number[] = [];
  for await (const read of ledger.read({ after: 0 })) {
    const event = readEvent(read);
    const { corrects } = event.payload;
    // A correction says how its event should have read: it holds from when that one held.
    const at = (corrects === undefined ? undefined : heldFrom[corrects]) ?? event.happenedAt.getTime();
    heldFrom[event.sequence] = at;
    for (const { until, rows } of found) {
      for (const change of holdingsProjection(counting(event, at, until))) {
        const row = rows.get(change.id) ?? null;
        const next = change.apply(row);
        if (next && isBy(at, until(next.accountId, next.asset))) rows.set(change.id, next);
      }
    }
  }
  return found.map(({ rows }) => byAccount(rows.values()));
}

const isBy = (at: number, until: Date | undefined) => until !== undefined && at <= until.getTime();

/** Returns the event with only the facts that count. */
function counting(event: HoldingEvent, at: number, until: Until): HoldingEvent {
  const { holdings = [], observations = [], movements = [], retracted = [] } = event.payload;
  const counts = ({ accountId, asset }: { readonly accountId: string; readonly asset: string }) =>
    isBy(at, until(accountId, asset));
  return {
    ...event,
    payload: {
      retracted,
      holdings: holdings.filter(counts),
      observations: observations.filter(counts),
      movements: movements.filter(counts),
    },
  };
}

function byAccount(rows: Iterable<HoldingRecord>): Holdings {
  const found = new Map<string, HoldingRecord[]>();
  for (const row of rows) {
    if (!row.retracted) found.set(row.accountId, [...(found.get(row.accountId) ?? []), row]);
  }
  return found;
}
