import type { ProjectedEvent, ProjectedRow, Projection, RowChange } from './projection';

export interface EventChanges {
  readonly sequence: number;
  readonly changes: readonly RowChange<ProjectedRow>[];
}

/** Returns what events do to a projection, in their order, without the events that do nothing to it. */
export function changesOf(projection: Projection, events: readonly ProjectedEvent[]): EventChanges[] {
  return events
    .map((event) => ({ sequence: event.sequence, changes: projection.changes(event) }))
    .filter((one) => one.changes.length > 0);
}

/** The rows that must be at hand to apply changes. */
export const touchedIds = (all: readonly EventChanges[]): string[] => [
  ...new Set(all.flatMap(({ changes }) => changes.map(({ id }) => id))),
];

/**
 * Applies changes to rows, in place, and gives the ids of those that are other than before. A row that reflects an
 * event already, because another process was first, is left as it is.
 */
export function applyChanges(rows: Map<string, ProjectedRow>, all: readonly EventChanges[]): Set<string> {
  const changed = new Set<string>();
  for (const { sequence, changes } of all) {
    const ofThisEvent = new Set<string>();
    for (const change of changes) {
      const { id } = change;
      const row = rows.get(id) ?? null;
      if (row && row.sequence >= sequence && !ofThisEvent.has(id)) continue;
      const next = change.apply(row);
      if (!next) continue;
      rows.set(id, { ...next, sequence });
      ofThisEvent.add(id);
      changed.add(id);
    }
  }
  return changed;
}
