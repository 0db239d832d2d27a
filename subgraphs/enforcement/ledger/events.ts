import type { Json, LedgerEvent, NewEvent } from '@cordon/ledger';
import { z } from 'zod';
import type { ProjectedEvent } from '../projection/projection';
import { accountForm } from '../account/account.facts';
import { controlEventForm } from '../control/controlEvent.facts';
import { holdingForm, movementForm, observationForm } from '../holding/holding.facts';
import { incidentForm } from '../incident/incident.facts';
import { commandForm, retractionForm } from './commandFacts';
import { processForm } from '../legalProcess/legalProcess.facts';
import { measureChangeForm, measureForm } from '../measure/measure.facts';
import { decisionForm, proposalForm } from '../proposal/proposal.facts';
import { recoveryForm } from '../recovery/recovery.facts';
import { reportForm } from '../report/report.facts';
import { retentionHoldForm } from '../retention/retentionHold.facts';
import { recordedValuationForm } from '../valuation/recordedValuation.facts';
import { venueForm } from '../venue/venue.facts';
import { text } from '../vocabulary/factForms';

/**
 * The events of enforcement's ledger. One event is one command, and its payload holds all facts of the
 * command, so that a command is recorded whole or not at all. The kinds of facts are the same under every
 * type (`venues`, `measures`, ...). A projection is made from the facts; the type names the act.
 */

const many = <Form extends z.ZodType>(form: Form) => z.array(form).min(1);

/** Every kind of facts, by the name that it has in a payload. */
const facts = {
  venues: many(venueForm),
  accounts: many(accountForm),
  processes: many(processForm),
  measures: many(measureForm),
  measureChanges: many(measureChangeForm),
  holdings: many(holdingForm),
  observations: many(observationForm),
  movements: many(movementForm),
  incidents: many(incidentForm),
  recoveries: many(recoveryForm),
  valuations: many(recordedValuationForm),
  reports: many(reportForm),
  retentionHolds: many(retentionHoldForm),
  retracted: many(retractionForm),
};

type FactKind = keyof typeof facts;

/**
 * Returns the form of a payload that needs some kinds of facts and may have others, with the facts of the
 * command itself.
 */
function payload<Extra extends z.ZodRawShape>(
  needed: readonly FactKind[],
  allowed: readonly FactKind[] = [],
  extra: Extra = {} as Extra,
) {
  return z.strictObject({
    ...Object.fromEntries(allowed.map((kind) => [kind, facts[kind].optional()])),
    ...Object.fromEntries(needed.map((kind) => [kind, facts[kind]])),
    /** The case, and the edition of it, that brought it in. */
    case: z.strictObject({ name: text, edition: text }).optional(),
    /** The mutation that made it, and the digest of its input. */
    command: commandForm.optional(),
    ...extra,
  });
}

/**
 * The facts that a measure brings with it: the moved property, and the processes, recorded in the same
 * command.
 */
const withMeasure = ['processes', 'holdings', 'observations', 'movements', 'measureChanges'] as const;

/** The forms of the payloads, by the type of the event. */
export const eventForms = {
  VENUE_REGISTERED: payload(['venues']),
  ACCOUNT_REGISTERED: payload(['accounts'], ['venues', 'holdings']),
  HOLDING_REGISTERED: payload(['holdings']),

  PROCESS_RECORDED: payload(['processes']),
  /** Served, extended, or its scope or audience changed; with what that does to the measures on it. */
  PROCESS_AMENDED: payload(['processes'], ['measureChanges'], { reason: text }),
  /** `expiry` is the instant of the withdrawal; the measures that rest only on it end with it. */
  PROCESS_WITHDRAWN: payload(['processes'], ['measureChanges'], { reason: text }),

  MEASURE_PROPOSED: payload([], [], { proposal: proposalForm }),
  /** The draft of the proposal, carried out by its approval. */
  MEASURE_APPROVED: payload([], ['measures', ...withMeasure, 'retracted'], { decision: decisionForm }),
  MEASURE_REJECTED: payload([], [], { decision: decisionForm }),
  /** By one person where one is enough, or in an emergency. */
  MEASURE_TAKEN: payload(['measures'], withMeasure, { proposal: proposalForm.optional() }),
  /**
   * A checker confirmed an emergency measure in time: `measureChanges` gives it the end that it would have
   * had.
   */
  MEASURE_CONFIRMED: payload(['measureChanges'], [], { decision: decisionForm.optional() }),
  MEASURE_ENDED: payload(['measureChanges'], ['processes', 'movements'], {
    reason: text,
    control: controlEventForm.optional(),
  }),
  /**
   * An observed act of somebody else. A second freeze of a frozen account is an event without a new measure.
   */
  MEASURE_OBSERVED: payload([], ['accounts', 'holdings', 'measures', 'movements', 'retracted'], {
    control: controlEventForm.optional(),
  }),

  AMOUNT_OBSERVED: payload(['observations']),
  AMOUNT_TRANSFERRED: payload(['movements']),
  AMOUNT_DESTROYED: payload(['movements'], ['accounts'], { control: controlEventForm.optional() }),

  INCIDENT_RECORDED: payload(['incidents']),
  RECOVERY_RECORDED: payload(['recoveries']),
  VALUATION_RECORDED: payload(['valuations']),

  REPORT_FILED: payload(['reports']),
  RETENTION_HOLD_PLACED: payload(['retentionHolds']),
  RETENTION_HOLD_LIFTED: payload(['retentionHolds'], [], { reason: text }),

  /** The facts of the event named read as they do here, or are retracted. */
  CORRECTED: payload([], Object.keys(facts) as FactKind[], {
    corrects: z.int().min(1),
    reason: text,
  }),
  /** An edition of a case is wholly in; its facts are the events before. */
  CASE_IMPORTED: payload([], [], {
    case: z.strictObject({ name: text, edition: text }),
    title: text,
    records: z.record(z.string(), z.int().min(0)),
  }),
};

export type EventType = keyof typeof eventForms;

type Facts = { readonly [Kind in FactKind]?: readonly z.output<(typeof facts)[Kind]>[number][] };

/** Any payload, as those see it who want the facts and not the type. */
export interface EventPayload extends Facts {
  readonly case?: { readonly name: string; readonly edition: string };
  readonly command?: z.output<typeof commandForm>;
  readonly control?: z.output<typeof controlEventForm>;
  readonly proposal?: z.output<typeof proposalForm>;
  readonly decision?: z.output<typeof decisionForm>;
  readonly corrects?: number;
  readonly reason?: string;
  readonly title?: string;
  readonly records?: Readonly<Record<string, number>>;
}

/** An event of this subgraph, its payload checked. */
export interface EnforcementEvent extends ProjectedEvent<EventPayload> {
  readonly type: EventType;
}

export interface EventDraft extends Pick<NewEvent, 'happenedAt' | 'maker' | 'approvals' | 'key'> {
  readonly type: EventType;
  readonly payload: EventPayload;
}

/**
 * Returns a draft in the ledger's form.
 * @throws ZodError where the payload does not have the form of its type: a mistake of its maker.
 */
export function eventOf({ payload, type, ...rest }: EventDraft): NewEvent {
  return { ...rest, type, payload: eventForms[type].parse(payload) as Json };
}

/**
 * An event of the ledger, checked again: the projections say only what they understand.
 * @throws Error for one that this version does not know, such as one that a later version wrote.
 */
export function readEvent(event: LedgerEvent): EnforcementEvent {
  const { sequence, type, maker } = event;
  if (!isEventType(type)) throw new Error(`event ${sequence} of the ledger is of the unknown type ${type}`);
  const read = eventForms[type].safeParse(event.payload);
  if (!read.success)
    throw new Error(`event ${sequence} of the ledger (${type}): ${z.prettifyError(read.error)}`);
  return {
    sequence,
    type,
    maker,
    happenedAt: new Date(event.happenedAt),
    recordedAt: new Date(event.recordedAt),
    payload: read.data as EventPayload,
  };
}

const isEventType = (type: string): type is EventType => Object.hasOwn(eventForms, type);
