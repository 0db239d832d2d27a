import type { QuarantinedRow, RowCount, RowKind } from '../list/listReading';

/** The longest text that a quarantined row keeps; real rows stay below 3,000 characters. */
const maxTextLength = 2_000;

/** The place of a row. */
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
  /** Quarantines a row about an entry that the list does not have. */
  orphan(kind: RowKind, place: RowPlace, entry: string): void;
  /** Says of a row that became a fact what is not as it should be. */
  warn(place: Pick<RowPlace, 'file' | 'line'>, text: string): void;
  /** Notes that a file ended with the publisher's end mark. */
  endMark(file: string): void;
  readonly quarantined: readonly QuarantinedRow[];
  readonly warnings: readonly string[];
  readonly endMarks: readonly string[];
  readonly orphans: number;
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
  const warnings: string[] = [];
  const endMarks: string[] = [];
  let orphans = 0;
  const quarantine: Tally['quarantine'] = (kind, { file, line, text }, reason) => {
    of(kind).quarantined++;
    quarantined.push({ file, line, kind, reason, text: text.slice(0, maxTextLength) });
  };
  return {
    quarantined,
    warnings,
    endMarks,
    get orphans() {
      return orphans;
    },
    fact(kind) {
      of(kind).facts++;
    },
    empty(kind) {
      of(kind).empty++;
    },
    quarantine,
    orphan(kind, place, entry) {
      orphans++;
      quarantine(kind, place, `there is no entry ${entry}`);
    },
    warn: ({ file, line }, text) => warnings.push(`${file}:${line}: ${text}`),
    endMark: (file) => endMarks.push(file),
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
