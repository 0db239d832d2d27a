import type { Ledger } from '../../../shared/ledger/ledger';
import { type EnforcementEvent, readEvent } from '../ledger/events';
import { changesOf, fold, touchedIds } from '../ledger/fold';
import type { View } from '../ledger/views';
import type { ViewRowsStore } from './viewRows.store';

/** Events folded at once: their rows are read and written in one go, and are some megabytes at most. */
const eventsABatch = 1_000;

export interface CatchUp {
  /** Returns when the views reflect every event that was in the ledger when it was called. Cheap where they do. */
  (): Promise<void>;
}

export interface ViewSources {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly rows: ViewRowsStore;
  readonly views: readonly View[];
}

/**
 * Keeps views at the head of the ledger. Any number of processes may do so at once over one database, and be killed at
 * any moment: a row is replaced only by one that reflects more, and a view's cursor moves when all its rows are there.
 */
export function createCatchUp(sources: ViewSources): CatchUp {
  let reflected = 0;
  let underWay: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const run = async () => {
    const head = await sources.ledger.head();
    if (head.sequence > reflected) {
      await foldUpTo(sources, head.sequence);
      reflected = head.sequence;
    }
  };
  const begin = () => {
    underWay = run().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return () => {
    if (!underWay) return begin();
    // The run that is under way may have read the head too early: all who ask meanwhile share one that comes after it.
    waiting ??= underWay
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return underWay ?? begin();
      });
    return waiting;
  };
}

async function foldUpTo({ ledger, rows, views }: ViewSources, upTo: number): Promise<void> {
  const cursors = await rows.cursors();
  const behind = views.filter(({ name }) => (cursors.get(name)?.sequence ?? 0) < upTo);
  const after = Math.min(...behind.map(({ name }) => cursors.get(name)?.sequence ?? 0), upTo);
  let batch: EnforcementEvent[] = [];
  const foldBatch = async () => {
    const last = batch.at(-1);
    if (!last) return;
    for (const view of behind) await foldView(rows, view, batch);
    await rows.advance(behind, last.sequence);
    batch = [];
  };
  for await (const event of ledger.read({ after, upTo })) {
    batch.push(readEvent(event));
    if (batch.length === eventsABatch) await foldBatch();
  }
  await foldBatch();
}

async function foldView(
  store: ViewRowsStore,
  { name, changes }: View,
  events: readonly EnforcementEvent[],
): Promise<void> {
  const all = changesOf(changes, events);
  if (all.length === 0) return;
  const rows = await store.load(name, touchedIds(all));
  // What an older version of Cordon stored without a sequence is no row of a view, and is written over.
  for (const [id, { sequence }] of rows) if (!Number.isInteger(sequence)) rows.delete(id);
  const before = new Set(rows.keys());
  const changed = [...fold(rows, all)];
  await store.write(
    name,
    changed.flatMap((id) => {
      const row = rows.get(id);
      return row ? [{ row, isNew: !before.has(id) }] : [];
    }),
  );
}
