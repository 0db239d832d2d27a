import { createHash } from 'node:crypto';
import type { CaseFolder } from '../../../shared/case/caseFolder';
import type { NewEvent } from '@cordon/ledger';
import { type EventPayload, eventOf, type EventType } from '../ledger/events';
import type { AccountFact } from '../account/account.facts';
import type { HoldingFact } from '../holding/holding.facts';
import type { IncidentFact } from '../incident/incident.facts';
import type { ProcessFact } from '../legalProcess/legalProcess.facts';
import type { MeasureFact } from '../measure/measure.facts';
import type { RecoveryFact } from '../recovery/recovery.facts';
import type { VenueFact } from '../venue/venue.facts';
import { holdingId } from '../holding/holding.projection';
import { factDigest, type ProjectedRow } from '../projection/projection';

/** The facts of a case, by the projections that they go into. */
export interface CaseFacts {
  readonly processes: readonly ProcessFact[];
  readonly measures: readonly MeasureFact[];
  readonly holdings: readonly HoldingFact[];
  readonly venues: readonly VenueFact[];
  readonly accounts: readonly AccountFact[];
  readonly incidents: readonly IncidentFact[];
  readonly recoveries: readonly RecoveryFact[];
}

export type CaseView = keyof CaseFacts;

/**
 * The projections in the order of recording. An account comes after the acts on it, so that a reader never
 * sees it without them, as if it were open. Retractions go in the opposite order.
 */
export const caseViews = [
  'processes',
  'measures',
  'holdings',
  'venues',
  'accounts',
  'incidents',
  'recoveries',
] as const satisfies readonly CaseView[];

const recordedAs: Readonly<Record<Exclude<CaseView, 'measures'>, EventType>> = {
  processes: 'PROCESS_RECORDED',
  holdings: 'HOLDING_REGISTERED',
  venues: 'VENUE_REGISTERED',
  accounts: 'ACCOUNT_REGISTERED',
  incidents: 'INCIDENT_RECORDED',
  recoveries: 'RECOVERY_RECORDED',
};

function typeOf({ view, fact }: OneFact): EventType {
  if (view !== 'measures') return recordedAs[view];
  return 'observed' in fact && fact.observed ? 'MEASURE_OBSERVED' : 'MEASURE_TAKEN';
}

interface OneFact {
  readonly view: CaseView;
  readonly id: string;
  readonly fact: object;
  readonly happenedAt: string | null;
}

type Fact = CaseFacts[CaseView][number];

/** A fact of a case with the id of its row. */
export function factsOf(all: CaseFacts, view: CaseView): OneFact[] {
  return (all[view] as readonly Fact[]).map((fact) => ({
    view,
    fact,
    id: 'id' in fact ? fact.id : holdingId(fact),
    happenedAt: startOfFact(fact),
  }));
}

/** Returns the beginning of a fact, as far as it has one. */
function startOfFact(fact: Fact): string | null {
  if ('from' in fact) return fact.from;
  if ('served' in fact) return fact.served ?? fact.effective ?? fact.issued;
  if ('happenedOn' in fact) return `${fact.happenedOn}T00:00:00.000Z`;
  if ('announcedOn' in fact) return `${fact.announcedOn}T00:00:00.000Z`;
  return null;
}

/** The stored rows of the case's facts, and all that an earlier edition of it brought in. */
export type StoredRows = Readonly<Record<CaseView, ReadonlyMap<string, ProjectedRow>>>;

/** Asks for each projection at once. A projection that is missing here does not compile. */
export async function byView<T>(load: (view: CaseView) => Promise<T>): Promise<Record<CaseView, T>> {
  const [processes, measures, holdings, venues, accounts, incidents, recoveries] = await Promise.all([
    load('processes'),
    load('measures'),
    load('holdings'),
    load('venues'),
    load('accounts'),
    load('incidents'),
    load('recoveries'),
  ]);
  return { processes, measures, holdings, venues, accounts, incidents, recoveries };
}

/** The rows that the case brought in and no longer says. */
export function droppedRows(
  caseName: string,
  view: CaseView,
  { facts, there }: Pick<CasePlan, 'facts' | 'there'>,
): ProjectedRow[] {
  const kept = new Set(factsOf(facts, view).map(({ id }) => id));
  return [...there[view].values()].filter(
    (row) => row.caseName === caseName && !row.retracted && !kept.has(row._id),
  );
}

export interface CasePlan {
  readonly facts: CaseFacts;
  readonly there: StoredRows;
  /** The venues with accounts that are not of this case. */
  readonly usedVenues: ReadonlySet<string>;
  readonly now: Date;
}

/**
 * Tells if an edition's fact about a row is no news. The row has it already, another case owns the row, or
 * the case repeats itself and somebody with more authority changed the row since.
 */
export function isOldNews(fact: object, row: ProjectedRow, caseName: string): boolean {
  const digest = factDigest(fact);
  if (row.retracted) return Boolean(row.changedSince) && row.caseDigest === digest;
  return row.factDigest === digest || row.caseDigest === digest || row.caseName !== caseName;
}

/**
 * Plans the events that bring the ledger from its facts to those of an edition. A new fact is recorded, a
 * changed one is corrected, a dropped one is retracted, and an equal one is no event. The keys name the case,
 * the fact and the fact that it replaces. So an import that was cut off, or that runs twice at once, records
 * nothing twice.
 */
export function planCase(edition: CaseFolder, { facts, there, usedVenues, now }: CasePlan): NewEvent[] {
  const { name, title, digest } = edition;
  const common = { maker: 'import:case', case: { name, edition: digest } };
  const factsByView = caseViews.map((view) => factsOf(facts, view));
  const recorded = factsByView
    .flat()
    .flatMap((one) => recordFact(one, there[one.view].get(one.id), { ...common, now }));
  const dropped = [...caseViews].reverse().flatMap((view) =>
    droppedRows(name, view, { facts, there })
      // Its accounts of others are still at the venue: it stays, until they are gone.
      .filter(({ _id }) => view !== 'venues' || !usedVenues.has(_id))
      .map((row) => retract(view, row, { ...common, now })),
  );
  const records = Object.fromEntries(caseViews.map((view, i) => [view, factsByView[i]?.length ?? 0]));
  const imported = eventOf({
    type: 'CASE_IMPORTED',
    happenedAt: now.toISOString(),
    maker: common.maker,
    // By the recorded facts: an edition that comes back after another is recorded again.
    key: `case:${name}:edition:${digest}:${digestOfKeys([...recorded, ...dropped])}`,
    payload: { case: common.case, title, records },
  });
  return [...recorded, ...dropped, imported];
}

const digestOfKeys = (events: readonly NewEvent[]) =>
  createHash('sha256')
    .update(events.map(({ key }) => key).join('\n'))
    .digest('hex');

interface EditionStamp {
  readonly maker: string;
  readonly case: { readonly name: string; readonly edition: string };
  readonly now: Date;
}

function recordFact(one: OneFact, row: ProjectedRow | undefined, edition: EditionStamp): NewEvent[] {
  const { view, id, fact, happenedAt } = one;
  const digest = factDigest(fact);
  const known = row && Number.isInteger(row.sequence) ? row : undefined;
  if (known && isOldNews(fact, known, edition.case.name)) return [];
  const key = `case:${edition.case.name}:${view}:${id}:${digest}`;
  const payload: EventPayload = { [view]: [fact], case: edition.case };
  const draft = { maker: edition.maker, happenedAt: happenedAt ?? edition.now.toISOString() };
  if (!known) return [eventOf({ ...draft, type: typeOf(one), key, payload })];
  return [
    eventOf({
      ...draft,
      type: 'CORRECTED',
      key: `${key}:after:${known.recordedBy}`,
      payload: { ...payload, corrects: known.recordedBy, reason: 'another edition of the case has it so' },
    }),
  ];
}

function retract(view: CaseView, { _id, recordedBy }: ProjectedRow, edition: EditionStamp): NewEvent {
  return eventOf({
    type: 'CORRECTED',
    maker: edition.maker,
    happenedAt: edition.now.toISOString(),
    key: `case:${edition.case.name}:${view}:${_id}:retracted:after:${recordedBy}`,
    payload: {
      case: edition.case,
      corrects: recordedBy,
      reason: 'the newer edition of the case no longer has it',
      retracted: [{ view, id: _id }],
    },
  });
}
