import { isDeepStrictEqual } from 'node:util';
import { type Ledger, LedgerDamaged } from '@cordon/ledger';
import { createCatchUp } from './catchUp';
import { soundCursors } from './soundCursors';
import type { ProjectionRowsStore } from './projectionRows.store';
import { sideBySide } from './sideBySide';
import type { DerivedProjection, Projection, ReadEvent } from './projection';

export interface RebuildReport {
  /** Rows that were missing, too many or other than the ledger makes them, and with `acceptLoss` cursors that did not fit it. */
  readonly differences: number;
  /** Of all views. */
  readonly rows: number;
}

export interface RebuildParts {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  /** The projections made of events. */
  readonly views: readonly Projection[];
  /** The projections made of the rows of these. */
  readonly derived: readonly DerivedProjection[];
  readonly readEvent: ReadEvent;
  readonly live: ProjectionRowsStore;
  /** Empty collections beside the live ones. */
  readonly scratch: ProjectionRowsStore;
}

export interface RebuildOptions {
  /**
   * Accepts projections that reflect events missing from the ledger: their facts are lost. Use it only after
   * making sure that the events cannot be restored.
   */
  readonly acceptLoss?: boolean;
}

/** The group size in which suspected differences are checked again. */
const suspectsAGroup = 500;

/**
 * Makes all projections anew from the ledger beside the old ones, compares them row by row and replaces
 * differing rows. Works beside other writers: a row that differs only because one side is further along is
 * compared again further along. Memory stays flat: both sides are streamed.
 * @throws LedgerDamaged where the ledger is damaged, or has lost events that the projections reflect
 */
export async function rebuildProjections(
  parts: RebuildParts,
  { acceptLoss = false }: RebuildOptions = {},
): Promise<RebuildReport> {
  const { ledger, views, derived, live, scratch, readEvent } = parts;
  const allViews = [...views, ...derived];
  const catchUp = {
    live: createCatchUp({ ledger, views: allViews, rows: live, readEvent }).settle,
    scratch: createCatchUp({ ledger, views, rows: scratch, readEvent }).settle,
  };
  const outdated = await outdatedProjections({ live, views: allViews });
  let differences = acceptLoss ? await forgetBeyond(parts) : 0;
  await catchUp.live();
  await catchUp.scratch();
  let rows = 0;
  for (const { name } of views) {
    let suspects: string[] = [];
    const settle = async () => {
      differences += await repair(parts, catchUp, { view: name, ids: suspects });
      suspects = [];
    };
    for await (const [before, after] of sideBySide(live.inOrder(name), scratch.inOrder(name))) {
      if (after) rows++;
      if (!isDeepStrictEqual(before, after)) suspects.push((before ?? after)?._id ?? '');
      if (suspects.length === suspectsAGroup) await settle();
    }
    if (suspects.length > 0) await settle();
  }
  differences += await mendDerived(parts);
  // Only now: one that is cut off before is done again at the next start.
  await live.stamp(outdated);
  return { differences, rows };
}

/** The views that are there, made by another version of the code. */
export async function outdatedProjections({
  live,
  views,
}: Pick<RebuildParts, 'live' | 'views'>): Promise<readonly Projection[]> {
  const cursors = await live.cursors();
  return views.filter(({ name, version }) => cursors.has(name) && cursors.get(name)?.version !== version);
}

/** Takes out of the views what keeps them from being caught up with a ledger that has lost its tail. */
async function forgetBeyond({ ledger, live, views: made, derived }: RebuildParts): Promise<number> {
  const views = [...made, ...derived];
  const { sequence } = await ledger.head();
  const misplaced = await soundCursors({ ledger, rows: live, views }).then(
    () => 0,
    (error: unknown) => {
      if (error instanceof LedgerDamaged) return 1;
      throw error;
    },
  );
  const forgotten = misplaced + (await live.removeBeyond(views, sequence));
  // The rows as of before those events are projected anew.
  if (forgotten > 0) await live.reset(views);
  return forgotten;
}

/** Makes what is derived of rows anew from the rows that have been mended. */
async function mendDerived({ live, derived }: RebuildParts): Promise<number> {
  const cursors = await live.cursors();
  let differences = 0;
  for (const projection of derived) {
    const cursor = cursors.get(projection.name)?.sequence ?? 0;
    for await (const difference of projection.differences(cursor)) {
      await difference.mend();
      differences++;
    }
  }
  return differences;
}

interface Suspects {
  readonly view: string;
  readonly ids: readonly string[];
}

/** The attempts to read a row that is being written meanwhile. */
const maxAttempts = 10;

async function repair(
  { live, scratch }: RebuildParts,
  catchUp: Readonly<Record<'live' | 'scratch', () => Promise<void>>>,
  { view, ids }: Suspects,
): Promise<number> {
  let open = ids;
  let mended = 0;
  for (let look = 1; open.length > 0 && look <= maxAttempts; look++) {
    await catchUp.live();
    await catchUp.scratch();
    const [before, after] = await Promise.all([live.load(view, open), scratch.load(view, open)]);
    open = open.filter((id) => !isDeepStrictEqual(before.get(id), after.get(id)));
    // One side may only be further along than the other: that shows itself at a later look.
    const moving = open.some((id) => before.get(id)?.sequence !== after.get(id)?.sequence);
    if (moving && look < maxAttempts / 2) continue;
    const left: string[] = [];
    for (const id of open) {
      if (await live.exchange(view, before.get(id), after.get(id))) mended++;
      else left.push(id);
    }
    open = left;
  }
  return mended + open.length;
}
