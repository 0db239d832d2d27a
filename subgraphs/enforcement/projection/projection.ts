import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type LedgerEvent } from '@cordon/ledger';

/**
 * The fields of any event that a projection reads: its place, its time, and those that every payload may
 * have.
 */
export interface ProjectedEvent<Payload = unknown> {
  readonly sequence: number;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly type: string;
  readonly maker: string;
  readonly payload: CommonPayload & Payload;
}

interface CommonPayload {
  /** The case that brought it in. */
  readonly case?: { readonly name: string };
  readonly retracted?: readonly { readonly view: string; readonly id: string }[];
}

/** The fields of every projected row about the ledger (projectionFields.record.ts). */
export interface ProjectedRow {
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
 * The change of one row by an event. It sees only that row and the event. So any number of processes that
 * catch up at once come to the same row for the same sequence, in whatever order they write their rows. Null:
 * no such row exists, and the event makes none.
 */
export interface RowChange<Row> {
  readonly id: string;
  apply(row: Row | null): Row | null;
}

/** One projection: what each event does to its rows, by the facts that it reads of a payload. */
export type ProjectionOf<Row, Payload> = (event: ProjectedEvent<Payload>) => readonly RowChange<Row>[];

/** Reads an event of the ledger, its payload checked. It throws for one that this version does not know. */
export type ReadEvent = (event: LedgerEvent) => ProjectedEvent;

/** A projection as the machinery runs it, which knows no noun. Its methods take what `ReadEvent` has checked. */
export interface Projection {
  /** As it is named among the records of the subgraph. */
  readonly name: string;
  /** Raised when the result of `changes` for an event changes: then the projection is rebuilt at start. */
  readonly version: number;
  changes(event: ProjectedEvent): readonly RowChange<ProjectedRow>[];
  /** For a projection that is made of the rows of others: what events leave in it, once those have them up to a sequence. */
  derive?(events: readonly ProjectedEvent[], upTo: number): Promise<void>;
}

/** A projection that is made of the rows of other projections. */
export interface DerivedProjection extends Projection {
  derive(events: readonly ProjectedEvent[], upTo: number): Promise<void>;
  /**
   * Finds rows that differ from those derived from the other projections. A row that has not been derived
   * yet, because its event is behind the cursor, differs in nothing.
   */
  differences(cursor: number): AsyncIterable<DerivedDifference>;
}

export interface DerivedDifference {
  readonly id: string;
  /** Puts in its place what the other rows make of it: for a rebuild only. */
  mend(): Promise<void>;
}

/** The fields of a row that come from the event that recorded its facts. `sequence` is set by the fold. */
export function stamp(
  event: ProjectedEvent,
  fact: object,
  before: ProjectedRow | null,
): Omit<ProjectedRow, '_id'> {
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

/**
 * Returns the mark on a case's row of an event that does not give the whole fact anew: the case no longer has
 * the last word.
 */
export function changeOf(
  { sequence, payload }: ProjectedEvent,
  row: ProjectedRow | null,
): Pick<ProjectedRow, 'changedSince'> {
  if (payload.case) return { changedSince: row?.changedSince ?? null };
  return { changedSince: row?.caseName ? sequence : null };
}

/** Returns the state of a row that an event retracts. It stays, for what was known before. */
export function retraction(event: ProjectedEvent, row: ProjectedRow) {
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

/** The changes by which an event takes rows of a projection back. */
export function retractions<Row extends ProjectedRow>(event: ProjectedEvent, view: string): RowChange<Row>[] {
  return (event.payload.retracted ?? [])
    .filter((retracted) => retracted.view === view)
    .map(({ id }) => ({ id, apply: (row) => row && { ...row, ...retraction(event, row) } }));
}

/** The fields of a row beside its id and those about the ledger. */
export type RowContent<Row extends ProjectedRow> = Omit<Row, Exclude<keyof ProjectedRow, '_id'>>;

/** Names the fields of a row that some content forgot, and those that no row has. */
type EveryField<Row extends ProjectedRow, Content> = [
  Exclude<keyof RowContent<Row>, keyof Content> | Exclude<keyof Content, keyof RowContent<Row>>,
] extends [never]
  ? unknown
  : {
      readonly forgottenField: Exclude<keyof RowContent<Row>, keyof Content>;
      readonly unknownField: Exclude<keyof Content, keyof RowContent<Row>>;
    };

/** A row as a projection gives it: its optional fields may be undefined. */
type Undefinable<Row> = {
  [Field in keyof Row]: object extends Pick<Row, Field> ? Row[Field] | undefined : Row[Field];
};

/**
 * Returns the content of a row, without the fields that are undefined. It does not compile where a field is missing, optional
 * ones too, or unknown.
 */
export const contentOf =
  <Row extends ProjectedRow>() =>
  <Content extends Undefinable<RowContent<Row>>>(
    content: Content & EveryField<Row, Content>,
  ): RowContent<Row> =>
    withoutUndefined<RowContent<Row>>(content);

function withoutUndefined<Row extends object>(content: Undefinable<Row>): Row {
  const row = { ...content };
  for (const [name, value] of Object.entries(row)) if (value === undefined) Reflect.deleteProperty(row, name);
  return row as Row;
}

/** The changes by which an event records facts whole, each as a row of its own. */
export const recordings = <Row extends ProjectedRow, Fact extends { readonly id: string }>(
  event: ProjectedEvent,
  facts: readonly Fact[] | undefined,
  toContent: (fact: Fact) => RowContent<Row>,
): RowChange<RowContent<Row> & ProjectedRow>[] =>
  (facts ?? []).map((fact) => ({
    id: fact.id,
    apply: (row) => ({ ...toContent(fact), ...stamp(event, fact, row) }),
  }));
