import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@cordon/ledger';
import type { EnforcementEvent } from './events';

/** What every row of a view says of the ledger (view/viewFields.record.ts). */
export interface ViewRow {
  readonly _id: string;
  readonly sequence: number;
  readonly recordedBy: number;
  readonly knownSince: Date;
  readonly factDigest: string;
  readonly caseName?: string | null;
  readonly caseDigest?: string | null;
  readonly changedSince?: number | null;
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
export function stamp(event: EnforcementEvent, fact: object, before: ViewRow | null): Omit<ViewRow, '_id'> {
  const { sequence, recordedAt, payload } = event;
  const digest = factDigest(fact);
  const common = {
    sequence,
    recordedBy: sequence,
    knownSince: before?.knownSince ?? recordedAt,
    factDigest: digest,
    retracted: false,
  };
  if (payload.case) return { ...common, caseName: payload.case.name, caseDigest: digest, changedSince: null };
  const { caseName = null, caseDigest = null } = before ?? {};
  return { ...common, caseName, caseDigest, ...changeOf(event, before) };
}

/** What an event that says no whole fact anew leaves on a row of a case: that the case has not the last word. */
export function changeOf(
  { sequence, payload }: EnforcementEvent,
  row: ViewRow | null,
): Pick<ViewRow, 'changedSince'> {
  if (payload.case) return { changedSince: row?.changedSince ?? null };
  return { changedSince: row?.caseName ? sequence : null };
}

/** What becomes of a row that an event takes back. It stays, for what was known before. */
export function retraction(event: EnforcementEvent, row: ViewRow) {
  return {
    retracted: true,
    recordedBy: event.sequence,
    ...(event.payload.case ? { caseDigest: null, changedSince: null } : changeOf(event, row)),
  };
}

/** SHA-256 over the canonical JSON of a fact: equal exactly for equal facts. */
export const factDigest = (fact: object): string =>
  createHash('sha256')
    .update(canonicalJson(fact as Json))
    .digest('hex');

/** The changes by which an event takes rows of a view back. */
export function retractions<Row extends ViewRow>(event: EnforcementEvent, view: string): RowChange<Row>[] {
  return (event.payload.retracted ?? [])
    .filter((retracted) => retracted.view === view)
    .map(({ id }) => ({ id, apply: (row) => row && { ...row, ...retraction(event, row) } }));
}

/** A view whose rows are the facts as the last event stated them, and nothing else. */
export const statedView =
  <Row extends ViewRow>(
    view: string,
    factsOf: (event: EnforcementEvent) => readonly { readonly id: string }[] | undefined,
  ): ViewOf<Row> =>
  (event) => [
    ...(factsOf(event) ?? []).map((fact) => ({
      id: fact.id,
      apply(row: Row | null): Row {
        const { id, ...rest } = fact;
        return { ...rest, _id: id, ...stamp(event, fact, row) } as unknown as Row;
      },
    })),
    ...retractions<Row>(event, view),
  ];
