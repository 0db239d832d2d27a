import { matchKey, readWallet } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { AttributionRecord } from '../attribution/attribution.record';
import { keyOfCaller, type NamedCaller } from '../command/keyOfCaller.rules';
import { type ConfidenceId, confidenceIds, confidenceLevels } from '../attribution/confidence';

/** What is said by hand is said by the house: any of its analysts may take it back. */
const house = 'house';

export interface SaidByHand {
  readonly key: string;
  readonly wallet: string;
  readonly stance: AttributionRecord['stance'];
  readonly actorId?: string | null;
  readonly label?: string | null;
  readonly confidenceId: string;
  readonly method: string;
  readonly heldFrom?: string | null;
  readonly heldTo?: string | null;
  readonly evidenceUrl?: string | null;
}

/** Who says it, and when. */
export interface Speaker {
  readonly caller: NamedCaller;
  readonly now: Date;
}

/** Refuses a value of the input; `extensions.argument` says which. */
const refuse = (argument: string, message: string) =>
  badUserInput(message, { argument: `input.${argument}` });

const shown = (text: string) => quoteInput(text);

const idOf = ({ caller }: Speaker, key: string): string =>
  `hand:${caller.subject}:${keyOfCaller(caller, key)}`;

function textWithin(argument: string, text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw refuse(argument, `${argument}: it is empty`);
  if (trimmed.length > most) throw refuse(argument, `${argument}: it is longer than ${most} characters`);
  return trimmed;
}

function readOwner({ actorId, label }: SaidByHand): Pick<AttributionRecord, 'actorId' | 'label'> {
  if (!actorId && !label) throw refuse('actorId', 'a statement names an actor, or has a label');
  if (actorId && !/^[a-z0-9-]+:\S{1,400}$/.test(actorId))
    throw refuse('actorId', `actorId: ${shown(actorId)} is not <where from>:<id there>, such as ofac:43337`);
  return { actorId: actorId ?? null, label: label ? textWithin('label', label, 500) : null };
}

function readConfidence(id: string): ConfidenceId {
  const known = confidenceIds.find((one) => one === id);
  if (known) return known;
  throw refuse('confidenceId', `confidenceId: ${shown(id)} is not one of ${confidenceIds.join(', ')}`);
}

/** The statement that an analyst makes. Throws BAD_USER_INPUT that names the value. */
export function handStatement(said: SaidByHand, speaker: Speaker): AttributionRecord {
  const { stance, heldFrom = null, heldTo = null, evidenceUrl = null } = said;
  if (stance === 'RETRACTS')
    throw refuse('stance', 'stance: to take a statement back, use retractAttribution');
  const read = readWallet(said.wallet);
  if ('problem' in read)
    throw refuse('wallet', `wallet: ${shown(said.wallet)} is not an address: ${read.problem}`);
  if (heldFrom && heldTo && heldFrom > heldTo)
    throw refuse('heldTo', `heldTo: ${heldTo} is before heldFrom, ${heldFrom}`);
  if (evidenceUrl !== null && !isWebAddress(evidenceUrl))
    throw refuse('evidenceUrl', `evidenceUrl: ${shown(evidenceUrl)} is not an http or https URL`);
  const confidenceId = readConfidence(said.confidenceId);
  return {
    _id: idOf(speaker, said.key),
    walletId: read.wallet.id,
    matchKey: matchKey(read.wallet),
    ...readOwner(said),
    stance,
    confidenceId,
    confidence: confidenceLevels[confidenceId],
    method: textWithin('method', said.method, 2_000),
    heldFrom,
    heldTo,
    ...saidNow(speaker, idOf(speaker, said.key), evidenceUrl),
  };
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const saidNow = ({ caller, now }: Speaker, id: string, url: string | null) => ({
  knownSince: now,
  recordedAt: now,
  illustrative: false,
  source: {
    id,
    title: `Statement of ${caller.subject}`,
    publisher: null,
    publishedOn: now.toISOString().slice(0, 10),
    url,
    quote: null,
  },
  origin: house,
  audience: 'HOUSE' as const,
});

/** The statement that takes another back. Throws STATEMENT_NOT_ALLOWED where that is not the house's to take back. */
export function handRetraction(
  { key, reason }: { readonly key: string; readonly reason: string },
  statement: AttributionRecord,
  speaker: Speaker,
): AttributionRecord {
  if (statement.origin !== house || statement.stance === 'RETRACTS')
    throw new CordonError(
      'STATEMENT_NOT_ALLOWED',
      `${shown(statement._id)} is not a statement of our own analysts: dispute it with stateAttribution`,
    );
  const id = idOf(speaker, key);
  const { walletId, matchKey: found, actorId, label, confidenceId, confidence } = statement;
  return {
    _id: id,
    walletId,
    matchKey: found,
    actorId: actorId ?? null,
    label: label ?? null,
    stance: 'RETRACTS',
    confidenceId,
    confidence,
    method: textWithin('reason', reason, 2_000),
    heldFrom: null,
    heldTo: null,
    retracts: statement._id,
    ...saidNow(speaker, id, null),
  };
}

/** Whether a statement under a key that was used before says what is said now: all but when. */
export function saysTheSame(one: AttributionRecord, other: AttributionRecord): boolean {
  const said = ({
    walletId,
    actorId,
    label,
    stance,
    confidenceId,
    method,
    heldFrom,
    heldTo,
    retracts,
    source,
  }: AttributionRecord) =>
    [walletId, actorId, label, stance, confidenceId, method, heldFrom, heldTo, retracts, source.url].map(
      (value) => value ?? null,
    );
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}
