import { z } from 'zod';
import { baseUnits, day } from '../../../shared/case/forms';
import { controlActs } from '../control/controlActs';
import { disclosures, legalProcessKinds } from '../legalProcess/legalProcessKinds';
import { endReasons, measureKinds } from '../measure/measureKinds';

/**
 * The facts that events are made of, as they stand in the ledger: plain JSON. Instants are RFC 3339 in UTC, amounts
 * decimal strings of base units. A fact about something that is there already says how it reads from now on.
 */

export const text = z.string().min(1);
/** Where an id stands for a row of a view. */
export const rowId = z.string().min(1).max(500);
const instant = z.iso.datetime({ message: 'an instant is RFC 3339 in UTC' });
const optionalInstant = instant.nullable();
const illustrative = z.boolean();
const accountPlace = { accountId: rowId, venueId: rowId };

export const source = z.strictObject({
  id: text,
  title: text,
  publisher: text.nullable(),
  publishedOn: day.nullable(),
  url: text.nullable(),
  quote: text.nullable(),
});

/** A law or a jurisdiction in its one spelling (law/law.rules.ts). */
const lawCode = z.string().regex(/^[A-Z]{2}$/);

export const venue = z.strictObject({
  id: rowId,
  name: text,
  /** Whose law binds it. Left out where nobody said, as by all that was registered before there was this field. */
  jurisdictions: z.array(lawCode).min(1).optional(),
  illustrative,
  source,
});

export const account = z.strictObject({ id: rowId, venueId: rowId, illustrative, source });

export const process = z.strictObject({
  id: rowId,
  kind: z.enum(legalProcessKinds),
  authority: text,
  /** Of a designation: the law that it is under. Left out where nobody said. */
  law: lawCode.optional(),
  docket: text.nullable(),
  issued: optionalInstant,
  served: optionalInstant,
  effective: optionalInstant,
  /** From when it is no longer in force. A withdrawal is an expiry at the instant of the withdrawal. */
  expiry: optionalInstant,
  withdrawn: z.boolean(),
  /** The accounts that it names. */
  scope: z.array(rowId).min(1),
  /** The assets (CAIP-19) that it reaches; null: all. */
  assets: z.array(text).min(1).nullable(),
  disclosure: z.enum(disclosures),
  /** Of a licence: whether it asks for a report of what is done under it. Left out: it does not. */
  reportRequired: z.boolean().optional(),
  /** Whether the subject may be told. */
  mayNotify: z.boolean(),
  /** Who may know of a RESTRICTED one beside those whose role needs it: names as of audienceName.ts. */
  audience: z.array(text),
  illustrative,
  source,
});

export const measure = z.strictObject({
  id: rowId,
  ...accountPlace,
  kind: z.enum(measureKinds),
  from: instant,
  /** The first instant no longer in force, known beforehand or by now: it takes effect by time alone. */
  to: optionalInstant,
  endReason: z.enum(endReasons).nullable(),
  /**
   * The end that was agreed on, where it is before that of its bases; null: none. Left out where nobody said, as by a
   * case and by the first acts of the house.
   */
  agreedEnd: optionalInstant.optional(),
  /** The assets (CAIP-19) that it is on; null: the account whole. */
  assets: z.array(text).min(1).nullable(),
  processIds: z.array(rowId),
  claimIds: z.array(rowId),
  reason: text,
  maker: text.nullable(),
  checker: text.nullable(),
  /** Taken by one person in an emergency: `to` is 24 hours on, CHECK_LAPSED, until a checker confirms it. */
  emergency: z.boolean(),
  observed: z.boolean(),
  illustrative,
  source,
});

/** How a measure that is there reads from now on, in what the command changed; what is left out stays. */
export const measureChange = z
  .strictObject({
    measureId: rowId,
    /** Its new end. `to` and `endReason` are given together; both null: no end is known any more. */
    to: optionalInstant.optional(),
    endReason: z.enum(endReasons).nullable().optional(),
    /** What its end rests on: a licence, a court's release. */
    endProcessIds: z.array(rowId).optional(),
    checker: text.optional(),
  })
  .refine(({ to, endReason }) => (to === undefined) === (endReason === undefined) && !to === !endReason, {
    message: 'an end has an instant and a reason',
  });

/** The columns of a holding: frozen + inflow = held + seized + released + destroyed. */
export const amountColumns = ['frozen', 'inflow', 'held', 'seized', 'released', 'destroyed'] as const;

const anAmount = { ...accountPlace, asset: text, illustrative };

/** A holding's amounts as a whole: null is "nobody has observed it". */
export const holding = z.strictObject({
  ...anAmount,
  amounts: z.strictObject({
    frozen: baseUnits.nullable(),
    inflow: baseUnits.nullable(),
    held: baseUnits.nullable(),
    seized: baseUnits.nullable(),
    released: baseUnits.nullable(),
    destroyed: baseUnits.nullable(),
  }),
  source,
});

/** Somebody looked: the column is this much. */
export const observation = z.strictObject({
  ...anAmount,
  column: z.enum(amountColumns),
  amount: baseUnits,
  source,
});

/** So much came in (INFLOW), or left what is held into a column. */
export const movement = z.strictObject({
  ...anAmount,
  column: z.enum(['inflow', 'seized', 'released', 'destroyed']),
  amount: baseUnits,
  source,
});

const statedTime = z.strictObject({ text, from: day.nullable(), to: day.nullable() });

/** What something was worth: never without the time of the prices and who says so. */
export const valuation = z.strictObject({ usdCents: baseUnits, time: statedTime, source });

export const incident = z.strictObject({
  id: rowId,
  title: text,
  happenedOn: day,
  actorIds: z.array(text),
  losses: z.array(z.strictObject({ asset: text, amount: baseUnits })),
  valuations: z.array(valuation),
  illustrative,
  source,
});

export const recovery = z.strictObject({
  id: rowId,
  title: text,
  announcedOn: day,
  valuation,
  accounts: z.int().min(0).nullable(),
  incidentId: rowId.nullable(),
  actorIds: z.array(text),
  illustrative,
  source,
});

/** A valuation beside what an incident has already, or of a holding. */
export const statedValuation = z.strictObject({
  id: rowId,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('INCIDENT'), incidentId: rowId }),
    z.strictObject({ kind: z.literal('HOLDING'), ...accountPlace, asset: text, amount: baseUnits }),
  ]),
  valuation,
  illustrative,
});

/** A report that was filed with an authority, and the obligations that it meets. */
export const filedReport = z.strictObject({
  id: rowId,
  kind: text,
  filedAt: instant,
  filedBy: text,
  reference: text.nullable(),
  obligationIds: z.array(rowId),
  accountIds: z.array(rowId),
  /** SHA-256 of what was filed, hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  illustrative,
});

/** While it is in place nothing about these accounts may be disposed of, however old. */
export const retentionHold = z.strictObject({
  id: rowId,
  accountIds: z.array(rowId).min(1),
  from: instant,
  to: optionalInstant,
  processIds: z.array(rowId),
  reason: text,
  illustrative,
  source,
});

/** What one person proposed and another has to approve: the event-to-be, whole, and its digest. */
export const proposal = z.strictObject({
  id: rowId,
  command: text,
  /** SHA-256 over the canonical JSON of `draft`, hex: what is approved is this and nothing else. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  draft: z.json(),
  proposer: text,
  /** The roles of the proposer's token when it was proposed. */
  proposerRoles: z.array(text),
  proposedAt: instant,
  expires: instant,
  accountIds: z.array(rowId).min(1),
  processIds: z.array(rowId),
  /** What it would make, or ends. */
  measureId: rowId.nullable(),
});

/** What a client asked for: a retry with the same key must ask for the same. */
export const command = z.strictObject({
  name: text,
  /** SHA-256 over the canonical JSON of what the mutation was given, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** The row that it made or changed first. */
  id: rowId,
});

/** What becomes of a proposal. */
export const decision = z.strictObject({
  proposalId: rowId,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  checker: text,
  at: instant,
  reason: text.nullable(),
});

/** A fact that was never so, or that its source no longer says: it leaves the views, and stays in the ledger. */
export const retraction = z.strictObject({
  view: z.enum([
    'venues',
    'accounts',
    'processes',
    'measures',
    'holdings',
    'incidents',
    'recoveries',
    'valuations',
  ]),
  id: rowId,
});

/** A control event of a token's contract as the chain has it. */
export const controlEvent = z.strictObject({
  /** CAIP-19 */
  asset: text,
  accountId: rowId,
  act: z.enum(controlActs),
  block: z.int().min(0),
  logIndex: z.int().min(0),
  transaction: text,
  at: instant,
  amount: baseUnits.nullable(),
});

export type SourceFact = z.output<typeof source>;
export type VenueFact = z.output<typeof venue>;
export type AccountFact = z.output<typeof account>;
export type ProcessFact = z.output<typeof process>;
export type MeasureFact = z.output<typeof measure>;
export type MeasureChangeFact = z.output<typeof measureChange>;
export type HoldingFact = z.output<typeof holding>;
export type ObservationFact = z.output<typeof observation>;
export type MovementFact = z.output<typeof movement>;
export type IncidentFact = z.output<typeof incident>;
export type ProposalFact = z.output<typeof proposal>;
export type DecisionFact = z.output<typeof decision>;
export type RecoveryFact = z.output<typeof recovery>;
export type ControlEventFact = z.output<typeof controlEvent>;
