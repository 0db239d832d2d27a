import { type Ledger, LedgerDamaged } from '@cordon/ledger';
import { notFollowing, rejectRowsBeyond, soundCursors, soundEnd } from './soundCursors';
import { applyChanges, changesOf, touchedIds } from './applyEvents';
import type { ProjectedEvent, Projection, ReadEvent } from './projection';
import type { ProjectionRowsStore } from './projectionRows.store';

/**
 * The most events projected at once, and facts in them: their rows are read and written in one go, and are
 * some megabytes at most. An import makes events of a thousand facts.
 */
const maxBatch = { events: 1_000, facts: 5_000 } as const;

export interface CatchUp {
  /**
   * Returns when the projections reflect every event up to a sequence; omitted: every event that was in the
   * ledger when it was called. Cheap where they do.
   */
  (upTo?: number): Promise<void>;
  /** The same up to the head, with the cursors: for a process that is about to end, or is idle. */
  settle(): Promise<void>;
}

export interface ProjectionSources {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly rows: ProjectionRowsStore;
  readonly views: readonly Projection[];
  readonly readEvent: ReadEvent;
}

/** The last event that a process has projected, and the last in its cursors. */
interface Progress {
  /**
   * True where the projections were checked against the ledger: an empty one may have lost all that they
   * reflect.
   */
  isChecked: boolean;
  reflected: number;
  /** The hash of that event; undefined at the beginning. */
  hash: string | undefined;
  persistedSequence: number;
  persistedAt: number;
}

/**
 * Keeps projections at the head of the ledger. Any number of processes may do so at once over one database,
 * and be killed at any moment. A row is replaced only by one that reflects more, and a projection's cursor
 * moves when all its rows are stored.
 */
export function createCatchUp(sources: ProjectionSources): CatchUp {
  const progress: Progress = {
    isChecked: false,
    reflected: 0,
    hash: undefined,
    persistedSequence: 0,
    persistedAt: -Infinity,
  };
  const isDone = (upTo: number) => progress.isChecked && upTo <= progress.reflected;
  let underWay: Promise<void> | undefined;
  let waiting: { upTo: number; readonly done: Promise<void> } | undefined;

  const run = async (upTo: number) => {
    const end = upTo === Infinity ? await soundEnd(sources.ledger, progress) : upTo;
    if (!isDone(end)) await applyUpTo(sources, progress, end);
  };
  const begin = (upTo: number) => {
    underWay = run(upTo).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  const catchUp = async (upTo = Infinity): Promise<void> => {
    if (isDone(upTo)) return;
    if (!underWay) return begin(upTo);
    // The current run may have read the head too early: all callers meanwhile share one that comes after it.
    if (waiting) waiting.upTo = Math.max(waiting.upTo, upTo);
    else {
      const next = underWay
        .catch(() => undefined)
        .then(() => {
          const wanted = waiting?.upTo ?? upTo;
          waiting = undefined;
          // The process that began one in between may have asked for less.
          return catchUp(wanted);
        });
      waiting = { upTo, done: next };
    }
    return waiting.done;
  };
  const settle = async () => {
    await catchUp();
    if (progress.reflected > progress.persistedSequence)
      await persistCursors(sources, progress, sources.views);
  };
  return Object.assign(catchUp, { settle });
}

/**
 * Cursors may be so many events behind the projections, or so many milliseconds: projecting events twice
 * changes nothing.
 */
const cursorsBehind = { events: 100, ms: 500 } as const;

const isTooFarBehind = ({ persistedSequence, persistedAt }: Progress, sequence: number) =>
  sequence - persistedSequence > cursorsBehind.events || performance.now() - persistedAt > cursorsBehind.ms;

/** Moves the cursors of whole projections up to the last event that this process has projected. */
async function persistCursors(
  { rows }: ProjectionSources,
  progress: Progress,
  views: readonly Projection[],
): Promise<void> {
  const { reflected: sequence, hash } = progress;
  if (hash === undefined) return;
  await rows.advance(views, { after: progress.persistedSequence, to: { sequence, hash } });
  progress.persistedSequence = sequence;
  progress.persistedAt = performance.now();
}

/** Projects the events behind this process's position; the cursors tell where another has gone on. */
async function applyUpTo(sources: ProjectionSources, progress: Progress, upTo: number): Promise<void> {
  const { ledger, rows } = sources;
  let views = sources.views;
  let after = progress.reflected;
  let before = progress.hash;
  if (after === 0 || upTo - after > cursorsBehind.events) {
    if (after === 0) await rejectRowsBeyond(sources);
    const cursors = await soundCursors(sources);
    progress.isChecked = true;
    const persistedOf = ({ name }: Projection) => cursors.get(name)?.sequence ?? 0;
    // A process that began later would begin a view without its first events: its rows may be gone with its cursor.
    if (after === 0 && upTo > 0) await rows.begin(views.filter(({ name }) => !cursors.has(name)));
    progress.persistedSequence = Math.max(progress.persistedSequence, Math.min(...views.map(persistedOf)));
    views = views.filter((view) => persistedOf(view) < upTo);
    after = Math.max(after, Math.min(upTo, ...views.map(persistedOf)));
    if (after > progress.reflected)
      before = [...cursors.values()].find(({ sequence }) => sequence === after)?.hash ?? undefined;
  }
  let batch: ProjectedEvent[] = [];
  let facts = 0;
  const applyBatch = async () => {
    const last = batch.at(-1);
    if (!last) return;
    for (const view of views) await applyBatchTo(rows, view, batch);
    for (const view of views) await view.derive?.(batch, last.sequence);
    batch = [];
    facts = 0;
    Object.assign(progress, { reflected: last.sequence, hash: before });
    if (isTooFarBehind(progress, last.sequence)) await persistCursors(sources, progress, views);
  };
  for await (const event of ledger.read({ after, upTo })) {
    if (before !== undefined && event.previousHash !== before) throw notFollowing(event.sequence);
    before = event.hash;
    const read = sources.readEvent(event);
    batch.push(read);
    facts += factsIn(read);
    if (batch.length === maxBatch.events || facts >= maxBatch.facts) await applyBatch();
  }
  await applyBatch();
  if (after < upTo && progress.reflected < upTo)
    throw new LedgerDamaged(progress.reflected + 1, `event ${progress.reflected + 1} is missing`);
  Object.assign(progress, { reflected: upTo, hash: before });
}

const factsIn = ({ payload }: ProjectedEvent): number =>
  Object.values(payload).reduce((sum: number, facts) => sum + (Array.isArray(facts) ? facts.length : 0), 0);

async function applyBatchTo(
  store: ProjectionRowsStore,
  projection: Projection,
  events: readonly ProjectedEvent[],
): Promise<void> {
  const { name } = projection;
  const all = changesOf(projection, events);
  if (all.length === 0) return;
  const rows = await store.load(name, touchedIds(all));
  // A row that an older version of Cordon stored without a sequence is no row of a projection, and is written
  // over.
  for (const [id, { sequence }] of rows) if (!Number.isInteger(sequence)) rows.delete(id);
  const before = new Set(rows.keys());
  const changed = [...applyChanges(rows, all)];
  await store.write(
    name,
    changed.flatMap((id) => {
      const row = rows.get(id);
      return row ? [{ row, isNew: !before.has(id) }] : [];
    }),
  );
}
