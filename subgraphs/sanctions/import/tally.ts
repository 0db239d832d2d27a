import type { QuarantinedRow, RowCount, RowKind } from '../list/listReading';

/** The longest text that a quarantined row keeps; real rows stay below 3,000 characters. */
const longestText = 2_000;

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Counts what came in and what became of it, while a list is read. */
export interface Tally {
  fact(kind: RowKind): void;
  empty(kind: RowKind): void;
  quarantine(kind: RowKind, place: RowPlace, reason: string): void;
  readonly quarantined: readonly QuarantinedRow[];
  counts(): RowCount[];
}

export function startTally(): Tally {
  const counted = new Map<RowKind, { facts: number; empty: number; quarantined: number }>();
  const quarantined: QuarantinedRow[] = [];
  const of = (kind: RowKind) => {
    const known = counted.get(kind) ?? { facts: 0, empty: 0, quarantined: 0 };
    counted.set(kind, known);
    return known;
  };
  return {
    quarantined,
    fact(kind) {
      of(kind).facts++;
    },
    empty(kind) {
      of(kind).empty++;
    },
    quarantine(kind, { file, line, text }, reason) {
      of(kind).quarantined++;
      quarantined.push({ file, line, kind, reason, text: text.slice(0, longestText) });
    },
    counts: () =>
      [...counted].map(([kind, { facts, empty, quarantined: kept }]) => ({
        kind,
        rows: facts + empty + kept,
        facts,
        empty,
        quarantined: kept,
      })),
  };
}
