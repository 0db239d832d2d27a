import type { LedgerEvent } from '@cordon/ledger';
import { z } from 'zod';
import { type DecisionRecord, verdicts } from './decision.record';

const text = z.string().min(1);
const commandForm = z.strictObject({ name: text, digest: text });

/** A decision, with the evidence as it was. */
const decidedForm = z.strictObject({
  match: text,
  customer: text,
  tenant: text.nullable(),
  list: text,
  entry: text,
  actor: text,
  verdict: z.enum(verdicts),
  reason: text,
  expiresOn: z.iso.date().nullable(),
  needsSecondPerson: z.boolean(),
  /** The issuer of the maker's token. */
  issuer: text,
  /** The digest of the match as it was seen. */
  digest: text,
  /** 0 to 10,000. */
  score: z.number().int(),
  entryDigest: text,
  customerDigest: text,
  version: text,
  grounds: z.array(z.strictObject({ field: text, digest: text })),
  /** The words, points and names of the match, as JSON. */
  evidence: text,
  /** What the entry and the customer said of who is meant, as JSON. */
  entryFacts: text,
  customerFacts: text,
  command: commandForm,
});

/** What a second person said of a decision. */
const checkedForm = z.strictObject({
  match: text,
  /** The event of the decision. */
  event: z.number().int(),
  reason: text.nullable(),
  issuer: text,
  command: commandForm,
});

export type DecidedFacts = z.output<typeof decidedForm>;
export type CheckedFacts = z.output<typeof checkedForm>;

/** The events of the ledger of decisions. */
export type DecisionEvent =
  | { readonly type: 'MATCH_DECIDED'; readonly payload: DecidedFacts }
  | { readonly type: 'DECISION_APPROVED' | 'DECISION_REJECTED'; readonly payload: CheckedFacts };

/** Reads an event. Throws for one that this version does not know: it is not passed over. */
export function readDecisionEvent({ type, payload, sequence }: LedgerEvent): DecisionEvent {
  if (type === 'MATCH_DECIDED') return { type, payload: decidedForm.parse(payload) };
  if (type === 'DECISION_APPROVED' || type === 'DECISION_REJECTED')
    return { type, payload: checkedForm.parse(payload) };
  throw new Error(`event ${sequence} of the decisions is of an unknown type ${type}`);
}

/** Returns a decision after an event; undefined where the event changes none. */
export function decisionAfter(
  row: DecisionRecord | undefined,
  event: LedgerEvent,
): DecisionRecord | undefined {
  const read = readDecisionEvent(event);
  if (read.type === 'MATCH_DECIDED') return decided(read.payload, event);
  const { event: about, issuer, reason } = read.payload;
  if (row?.event !== about || row.state !== 'PROPOSED') return undefined;
  return {
    ...row,
    sequence: event.sequence,
    state: read.type === 'DECISION_APPROVED' ? 'IN_FORCE' : 'REJECTED',
    checker: event.maker,
    checkerIssuer: issuer,
    checkerReason: reason,
  };
}

function decided(facts: DecidedFacts, { sequence, maker, happenedAt }: LedgerEvent): DecisionRecord {
  return {
    _id: facts.match,
    sequence,
    event: sequence,
    tenant: facts.tenant,
    state: facts.needsSecondPerson ? 'PROPOSED' : 'IN_FORCE',
    verdict: facts.verdict,
    reason: facts.reason,
    by: maker,
    issuer: facts.issuer,
    at: new Date(happenedAt),
    checker: null,
    checkerIssuer: null,
    checkerReason: null,
    expiresOn: facts.expiresOn,
    digest: facts.digest,
    score: facts.score,
    entryDigest: facts.entryDigest,
    version: facts.version,
    grounds: facts.grounds,
  };
}
