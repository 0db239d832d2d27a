import type { MeasureRecord } from './measure.record';
import type { MeasureChangeFact, MeasureFact } from './measure.facts';
import {
  changeOf,
  contentOf,
  type ProjectedEvent,
  type ProjectionOf,
  retractions,
  type RowChange,
  stamp,
} from '../projection/projection';

/** Returns the row of a measure, without what it says of the ledger. */
export function measureContent({ id, from, to, agreedEnd, ...rest }: MeasureFact) {
  const at = (instant: string | null) => (instant === null ? null : new Date(instant));
  return {
    ...rest,
    ...(agreedEnd === undefined ? {} : { agreedEnd: at(agreedEnd) }),
    _id: id,
    from: new Date(from),
    to: at(to),
  };
}

interface Payload {
  readonly measures?: readonly MeasureFact[];
  readonly measureChanges?: readonly MeasureChangeFact[];
}

/**
 * The projection of measures, each with its versions by event: a late-recorded end changes what is known from
 * then, and not what was known before.
 */
export const measuresProjection: ProjectionOf<MeasureRecord, Payload> = (event) => [
  ...(event.payload.measures ?? []).map((fact) => recorded(event, fact)),
  ...(event.payload.measureChanges ?? []).map((change) => changed(event, change)),
  ...retracted(event),
];

type Unversioned = Omit<MeasureRecord, 'versions'>;

/** Returns the row with its present state as the newest version. One event makes one version. */
function withVersion(event: ProjectedEvent, row: Unversioned, before: MeasureRecord | null): MeasureRecord {
  const { from, to, endReason, checker, kind, retracted: gone } = row;
  const version = {
    sequence: event.sequence,
    knownFrom: event.recordedAt,
    kind,
    from,
    to: to ?? null,
    endReason: endReason ?? null,
    checker: checker ?? null,
    retracted: gone,
  };
  const earlier = (before?.versions ?? []).filter(({ sequence }) => sequence < event.sequence);
  return { ...row, versions: [...earlier, version] };
}

function recorded(event: ProjectedEvent, fact: MeasureFact): RowChange<MeasureRecord> {
  return {
    id: fact.id,
    apply: (row) =>
      withVersion(
        event,
        {
          ...contentOf<Unversioned>()({
            ...measureContent(fact),
            ...formerAccounts(fact, row),
            endProcessIds: [],
          }),
          ...stamp(event, fact, row),
        },
        row,
      ),
  };
}

/**
 * Keeps the accounts that the measure was recorded on: rows derived from it there have to be derived again.
 */
function formerAccounts({ accountId }: MeasureFact, row: MeasureRecord | null) {
  if (!row) return {};
  const former = (row.formerAccountIds ?? []).filter((id) => id !== accountId);
  if (row.accountId !== accountId) former.push(row.accountId);
  return former.length > 0 ? { formerAccountIds: [...new Set(former)] } : {};
}

function changed(event: ProjectedEvent, change: MeasureChangeFact): RowChange<MeasureRecord> {
  const { measureId, to, endReason, endProcessIds, checker, checkerIssuer } = change;
  return {
    id: measureId,
    apply: (row) =>
      row &&
      withVersion(
        event,
        {
          ...row,
          ...changeOf(event, row),
          ...(to === undefined
            ? {}
            : { to: to === null ? null : new Date(to), endReason: endReason ?? null }),
          ...(endProcessIds ? { endProcessIds } : {}),
          ...(checker ? { checker } : {}),
          ...(checkerIssuer ? { checkerIssuer } : {}),
        },
        row,
      ),
  };
}

function retracted(event: ProjectedEvent): RowChange<MeasureRecord>[] {
  return retractions<MeasureRecord>(event, 'measures').map(({ id, apply }) => ({
    id,
    apply(row) {
      const gone = apply(row);
      return gone && withVersion(event, gone, row);
    },
  }));
}
