import { isDeepStrictEqual } from 'node:util';
import type { Ledger } from '@cordon/ledger';
import { createCatchUp } from './catchUp';
import { rejectRowsBeyond, soundCursors } from './soundCursors';
import type { ProjectionRowsStore } from './projectionRows.store';
import { applyChanges } from './applyEvents';
import { sideBySide } from './sideBySide';
import type { DerivedProjection, ProjectedRow, Projection, ReadEvent } from './projection';

/** A row that is not what the ledger makes of it. */
export interface ProjectionDifference {
  readonly view: string;
  readonly id: string;
  /**
   * MISSING: the ledger makes a row that is not stored. UNKNOWN: a row is stored that the ledger does not
   * make.
   */
  readonly difference: 'MISSING' | 'EDITED' | 'UNKNOWN';
}

/** A view, and up to which event it is whole. */
export interface ViewBehind {
  readonly view: string;
  readonly sequence: number;
}

export interface ProjectionComparison {
  /** Rows that were compared. */
  readonly rows: number;
  /** The number of differences. */
  readonly total: number;
  /** The first of them. */
  readonly differences: readonly ProjectionDifference[];
  /**
   * Projections that another version of the code made: they are rebuilt when a server starts, and are not
   * compared before.
   */
  readonly omitted: readonly string[];
  /** Views whose cursor is before the head: what the ledger has after it was not looked for in them. */
  readonly behind: readonly ViewBehind[];
}

export interface CompareParts {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly views: readonly Projection[];
  readonly derived: readonly DerivedProjection[];
  readonly readEvent: ReadEvent;
  readonly live: ProjectionRowsStore;
  /** Empty collections beside the live ones. */
  readonly scratch: ProjectionRowsStore;
}

const maxNamed = 100;

/** The group size in which rows further on than their projection's cursor are projected together. */
const aheadInGroup = 500;

/**
 * Compares every projection with the ledger up to the projection's position: its cursor, or for a row that is
 * further on the event that it reflects. So a projection that is behind differs in nothing, also beside
 * writers. The live projections are read and not changed.
 * @throws LedgerDamaged where the ledger has lost events that the projections reflect
 */
export async function compareProjections(parts: CompareParts): Promise<ProjectionComparison> {
  const { ledger, views, derived, live, scratch, readEvent } = parts;
  const allViews = [...views, ...derived];
  await rejectRowsBeyond({ ledger, rows: live, views: allViews });
  const cursors = await soundCursors({ ledger, rows: live, views: allViews });
  const { sequence: end } = await ledger.head();
  const isOfThisVersion = ({ name, version }: Projection) =>
    (cursors.get(name)?.version ?? version) === version;
  const made = views.filter(isOfThisVersion);
  const cursorOf = ({ name }: Projection) => cursors.get(name)?.sequence ?? 0;
  for (const cursor of new Set(made.map(cursorOf))) {
    const group = made.filter((view) => cursorOf(view) === cursor);
    await createCatchUp({ ledger, views: group, rows: scratch, readEvent })(cursor);
  }
  const found: ProjectionDifference[] = [];
  let [rows, total] = [0, 0];
  for (const view of made) {
    for await (const one of differencesOf(parts, view, cursorOf(view))) {
      rows += one.compared;
      total += one.differences.length;
      found.push(...one.differences.slice(0, maxNamed - found.length));
    }
  }
  // These are made of rows: where rows differ, the comparison means nothing.
  const areSame = total === 0;
  for (const projection of derived.filter(isOfThisVersion)) {
    const { name } = projection;
    const cursor = areSame ? cursorOf(projection) : -1;
    for await (const { id } of projection.differences(cursor)) {
      total++;
      if (found.length < maxNamed) found.push({ view: name, id, difference: 'EDITED' });
    }
  }
  const omitted = allViews.filter((view) => !isOfThisVersion(view)).map(({ name }) => name);
  const behind = allViews
    .filter((view) => isOfThisVersion(view) && cursorOf(view) < end)
    .map((view) => ({ view: view.name, sequence: cursorOf(view) }));
  return { rows, total, differences: found, omitted, behind };
}

interface Compared {
  readonly compared: number;
  readonly differences: readonly ProjectionDifference[];
}

/** A row that is further on than its projection's cursor, with its state at the cursor. */
interface Ahead {
  readonly live: ProjectedRow;
  readonly atCursor: ProjectedRow | undefined;
}

async function* differencesOf(
  parts: CompareParts,
  view: Projection,
  cursor: number,
): AsyncGenerator<Compared> {
  const { live, scratch } = parts;
  let ahead: Ahead[] = [];
  const settle = async (): Promise<Compared> => {
    const differences = await differencesAhead(parts, view, { cursor, ahead });
    ahead = [];
    return { compared: 0, differences };
  };
  for await (const [first, expected] of sideBySide(live.inOrder(view.name), scratch.inOrder(view.name))) {
    const id = (first ?? expected)?._id ?? '';
    // A row that has moved on since it was streamed is compared as it is now.
    const isSame = isDeepStrictEqual(first, expected);
    const now = isSame ? first : (await live.load(view.name, [id])).get(id);
    if (now && now.sequence > cursor) ahead.push({ live: now, atCursor: expected });
    const differs = !(now && now.sequence > cursor) && !isDeepStrictEqual(now, expected);
    yield { compared: 1, differences: differs ? [differenceOf(view, id, now, expected)] : [] };
    if (ahead.length === aheadInGroup) yield settle();
  }
  if (ahead.length > 0) yield settle();
}

/** Projects rows from the cursor on, each up to the event that it reflects, and compares. */
async function differencesAhead(
  { ledger, scratch, readEvent }: CompareParts,
  view: Projection,
  { cursor, ahead }: { readonly cursor: number; readonly ahead: readonly Ahead[] },
): Promise<ProjectionDifference[]> {
  const rows = new Map(ahead.flatMap(({ atCursor: row }) => (row ? [[row._id, row] as const] : [])));
  const reflected = new Map(ahead.map(({ live }) => [live._id, live.sequence]));
  const projected = new Map<string, ProjectedRow>();
  const end = (await ledger.head()).sequence;
  const upTo = Math.min(end, Math.max(cursor, ...reflected.values()));
  for await (const event of ledger.read({ after: cursor, upTo })) {
    const changes = view.changes(readEvent(event)).filter(({ id }) => reflected.has(id));
    for (const id of applyChanges(rows, [{ sequence: event.sequence, changes }])) {
      const row = rows.get(id);
      if (row && row.sequence === reflected.get(id)) projected.set(id, row);
    }
  }
  // Through the store, as the live ones went.
  const isNew = new Map(ahead.map(({ live, atCursor }) => [live._id, !atCursor]));
  const toWrite = [...projected.values()].map((row) => ({ row, isNew: isNew.get(row._id) ?? true }));
  await scratch.write(view.name, toWrite);
  const expected = await scratch.load(view.name, [...projected.keys()]);
  return ahead.flatMap(({ live }) => {
    const row = expected.get(live._id);
    return isDeepStrictEqual(live, row) ? [] : [differenceOf(view, live._id, live, row)];
  });
}

const differenceOf = (
  { name }: Projection,
  id: string,
  live: ProjectedRow | undefined,
  expected: ProjectedRow | undefined,
): ProjectionDifference => ({
  view: name,
  id,
  difference: live ? (expected ? 'EDITED' : 'UNKNOWN') : 'MISSING',
});

/** A line of the first that differ, for people. */
export function describeDifferences({
  total,
  differences,
}: Pick<ProjectionComparison, 'total' | 'differences'>): string {
  const named = differences.slice(0, 10).map(({ view, id, difference }) => `${view} ${id} (${difference})`);
  const more = total > named.length ? ` and ${total - named.length} more` : '';
  return `${total} ${total === 1 ? 'row of a view is' : 'rows of views are'} not what the ledger makes of them: ${named.join(', ')}${more}`;
}
