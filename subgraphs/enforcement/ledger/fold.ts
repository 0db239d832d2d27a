import type { EnforcementEvent } from './events';
import type { RowChange, ViewOf, ViewRow } from './view';

export interface EventChanges {
  readonly sequence: number;
  readonly changes: readonly RowChange<ViewRow>[];
}

/** What events do to a view, in their order; events that do nothing to it are left out. */
export function changesOf(changes: ViewOf<ViewRow>, events: readonly EnforcementEvent[]): EventChanges[] {
  return events
    .map((event) => ({ sequence: event.sequence, changes: changes(event) }))
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
export function fold(rows: Map<string, ViewRow>, all: readonly EventChanges[]): Set<string> {
  const changed = new Set<string>();
  for (const { sequence, changes } of all) {
    const ofThisEvent = new Set<string>();
    for (const { id, apply } of changes) {
      const row = rows.get(id) ?? null;
      if (row && row.sequence >= sequence && !ofThisEvent.has(id)) continue;
      const next = apply(row);
      if (!next) continue;
      rows.set(id, { ...next, sequence });
      ofThisEvent.add(id);
      changed.add(id);
    }
  }
  return changed;
}
