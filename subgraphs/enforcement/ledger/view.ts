import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../../shared/ledger/canonicalJson';
import type { EnforcementEvent } from './events';

/** What every row of a view says of the ledger (view/viewFields.record.ts). */
export interface ViewRow {
  readonly _id: string;
  readonly sequence: number;
  readonly recordedBy: number;
  readonly knownSince: Date;
  readonly factDigest: string;
  readonly caseName?: string | null;
  readonly retracted: boolean;
}

/**
 * What an event does to one row. It sees that row and the event and nothing else: so any number of processes that
 * catch up at once come to the same row for the same sequence, in whatever order they write their rows.
 * Null: there is no such row, and the event makes none.
 */
export interface RowChange<Row> {
  readonly id: string;
  readonly apply: (row: Row | null) => Row | null;
}

/** One view: what each event does to its rows. */
export type ViewOf<Row> = (event: EnforcementEvent) => readonly RowChange<Row>[];

/** The fields of a row that come from the event that recorded its facts. `sequence` is set by the fold. */
export function stamp(
  { sequence, recordedAt, payload }: EnforcementEvent,
  fact: object,
  before: ViewRow | null,
): Omit<ViewRow, '_id'> {
  return {
    sequence,
    recordedBy: sequence,
    knownSince: before?.knownSince ?? recordedAt,
    factDigest: factDigest(fact),
    caseName: payload.case?.name ?? before?.caseName ?? null,
    retracted: false,
  };
}

/** SHA-256 over the canonical JSON of a fact: equal exactly for equal facts. */
export const factDigest = (fact: object): string =>
  createHash('sha256')
    .update(canonicalJson(fact as Json))
    .digest('hex');

/** The changes by which an event takes rows of a view back. They stay, for what was known before. */
export function retractions<Row extends ViewRow>(
  { payload, sequence }: EnforcementEvent,
  view: string,
): RowChange<Row>[] {
  return (payload.retracted ?? [])
    .filter((retracted) => retracted.view === view)
    .map(({ id }) => ({
      id,
      apply: (row) => row && { ...row, retracted: true, recordedBy: sequence },
    }));
}
