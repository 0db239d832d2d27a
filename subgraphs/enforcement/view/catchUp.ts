import type { Ledger } from '../../../shared/ledger/ledger';
import { type EnforcementEvent, readEvent } from '../ledger/events';
import { changesOf, fold, touchedIds } from '../ledger/fold';
import type { View } from '../ledger/views';
import type { ViewRowsStore } from './viewRows.store';

/** Events folded at once: their rows are read and written in one go, and are some megabytes at most. */
const eventsABatch = 1_000;

export interface CatchUp {
  /**
   * Returns when the views reflect every event up to a sequence; left out, every event that was in the ledger when it was
   * called. Cheap where they do.
   */
  (upTo?: number): Promise<void>;
}

export interface ViewSources {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly rows: ViewRowsStore;
  readonly views: readonly View[];
}

/** How far a process has folded, and how far it has said so in the cursors. */
interface Progress {
  reflected: number;
  said: number;
  saidAt: number;
}

/**
 * Keeps views at the head of the ledger. Any number of processes may do so at once over one database, and be killed at
 * any moment: a row is replaced only by one that reflects more, and a view's cursor moves when all its rows are there.
 */
export function createCatchUp(sources: ViewSources): CatchUp {
  const progress: Progress = { reflected: 0, said: 0, saidAt: -Infinity };
  let underWay: Promise<void> | undefined;
  let waiting: { upTo: number; readonly done: Promise<void> } | undefined;

  const run = async (upTo: number) => {
    const end = upTo === Infinity ? (await sources.ledger.head()).sequence : upTo;
    if (end > progress.reflected) await foldUpTo(sources, progress, end);
  };
  const begin = (upTo: number) => {
    underWay = run(upTo).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return async (upTo = Infinity) => {
    if (upTo <= progress.reflected) return;
    if (!underWay) return begin(upTo);
    // The run that is under way may have read the head too early: all who ask meanwhile share one that comes after it.
    if (waiting) waiting.upTo = Math.max(waiting.upTo, upTo);
    else {
      const next = underWay
        .catch(() => undefined)
        .then(() => {
          const wanted = waiting?.upTo ?? upTo;
          waiting = undefined;
          return underWay ?? begin(wanted);
        });
      waiting = { upTo, done: next };
    }
    return waiting.done;
  };
}

/** Cursors may be so many events behind the views, or so many milliseconds: what is folded twice changes nothing. */
const cursorsBehind = { events: 100, ms: 500 } as const;

/** Folds what is behind what this process has folded; the cursors say where another has gone on. */
async function foldUpTo(
  { ledger, rows, views }: ViewSources,
  progress: Progress,
  upTo: number,
): Promise<void> {
  let behind = views;
  let after = progress.reflected;
  if (after === 0 || upTo - after > cursorsBehind.events) {
    const cursors = await rows.cursors();
    const foldedOf = ({ name }: View) => Math.max(cursors.get(name)?.sequence ?? 0, progress.reflected);
    behind = views.filter((view) => foldedOf(view) < upTo);
    after = Math.min(...behind.map(foldedOf), upTo);
  }
  let batch: EnforcementEvent[] = [];
  const foldBatch = async () => {
    const last = batch.at(-1);
    if (!last) return;
    for (const view of behind) await foldView(rows, view, batch);
    batch = [];
    const isDue =
      last.sequence - progress.said > cursorsBehind.events ||
      performance.now() - progress.saidAt > cursorsBehind.ms;
    if (!isDue) return;
    await rows.advance(behind, last.sequence);
    progress.said = last.sequence;
    progress.saidAt = performance.now();
  };
  for await (const event of ledger.read({ after, upTo })) {
    batch.push(readEvent(event));
    if (batch.length === eventsABatch) await foldBatch();
  }
  await foldBatch();
  progress.reflected = upTo;
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
