import { codeOf, type GraphError } from '../../graph/answer';
import { ask, AskError } from '../../graph/ask';
import {
  type Completeness,
  EvidenceAccountDocument,
  type EvidenceAccountQuery,
  EvidenceProofDocument,
  EvidenceTracesDocument,
  type EvidenceTracesQuery,
  LedgerDocument,
  ListsDocument,
  type TypedDocumentString,
  WalletExposureDocument,
} from '../../graph/generated/graphql';
import { cutOf } from '../../parts/completeness';
import { evidenceTexts } from '../../texts/evidence';
import type {
  Evidence,
  EvidenceMeasure,
  EvidenceSubject,
  EvidenceTrace,
  EventProof,
  Missing,
} from './evidence';

/** Each proof reads the whole ledger's hashes. */
const maxProofs = 25;
/** Each is five searches. */
const maxExposures = 10;

interface Gathering {
  readonly missing: Missing[];
  readonly signal: AbortSignal;
}

const { parts } = evidenceTexts;

/**
 * Gathers all parts of an evidence file. An unavailable part is named in it; nothing is omitted in silence.
 */
export async function gatherEvidence(
  about: EvidenceSubject,
  madeBy: string,
  signal: AbortSignal,
): Promise<Evidence> {
  const missing: Missing[] = [];
  const gathering = { missing, signal };
  const [account, traced, lists, ledger] = await Promise.all([
    part(gathering, {
      name: parts.account,
      document: EvidenceAccountDocument,
      variables: { id: about.account },
      pick: (data) => data.account,
      absent: evidenceTexts.noAccount,
    }),
    tracesOf(gathering, about),
    part(gathering, {
      name: parts.lists,
      document: ListsDocument,
      variables: {},
      pick: (data) => data.sanctionsLists,
    }),
    part(gathering, {
      name: parts.ledger,
      document: LedgerDocument,
      variables: {},
      pick: (data) => data.ledgerHead,
    }),
  ]);
  const found = withMeasure(gathering, account, about.measure);
  const wallets = [...new Set((traced.traces ?? []).map(({ trace }) => trace.to.id))];
  const exposures = await exposuresOf(gathering, wallets);
  const measures = found?.measures ?? [];
  if (measures.some(({ events }) => !events))
    missing.push(
      { part: parts.allProofs, reason: evidenceTexts.proofsForbidden, code: undefined },
      { part: parts.measures, reason: evidenceTexts.withheld, code: undefined },
    );
  const events = measures.flatMap((measure) => measure.events ?? []);
  const proofs = await proofsOf(gathering, [...new Set(events)]);
  return {
    format: 'cordon-evidence',
    version: 1,
    madeAt: new Date().toISOString(),
    madeBy,
    about,
    account: found,
    ...traced,
    exposures,
    lists,
    ledger,
    proofs,
    missing,
  };
}

interface Part<Data, Variables, Value> {
  readonly name: string;
  readonly document: TypedDocumentString<Data, Variables>;
  readonly variables: Variables;
  readonly pick: (data: Data) => Value | null | undefined;
  /** The reason where there is no value and no error. */
  readonly absent?: string;
}

/** Asks for one part; its errors, also where it has a value, are missing parts. Null, and missing, where there is no value. */
async function part<Data, Variables, Value>(
  { missing, signal }: Gathering,
  { name, document, variables, pick, absent = evidenceTexts.notAnswered }: Part<Data, Variables, Value>,
): Promise<Value | null> {
  try {
    const { data, errors } = await ask(document, variables, { signal });
    const value = pick(data) ?? null;
    missing.push(...errors.map((error) => missingOf(name, error)));
    if (value === null && errors.length === 0) missing.push({ part: name, reason: absent, code: undefined });
    return value;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    missing.push({ part: name, reason: error.message, code: error.code });
    return null;
  }
}

const missingOf = (name: string, error: GraphError): Missing => ({
  part: error.path ? `${name} (${error.path.join('.')})` : name,
  reason: error.message,
  code: codeOf(error),
});

type Account = NonNullable<EvidenceAccountQuery['account']>;

/**
 * Returns the account, with only the one measure that is asked about; with no known measures where that is
 * missing.
 */
function withMeasure(
  { missing }: Gathering,
  account: Account | null,
  asked: string | undefined,
): Evidence['account'] {
  if (!account) return null;
  const measures = account.measures
    .filter(({ id }) => asked === undefined || id === asked)
    .map(withKnownBases);
  if (asked === undefined || measures.length > 0) return { ...account, measures };
  missing.push({ part: parts.measures, reason: evidenceTexts.noSuchMeasure(asked), code: undefined });
  return { ...account, measures: null };
}

/**
 * A reader who may not see every basis gets null for none: an empty list would say that the measure rests on
 * none.
 */
const withKnownBases = (measure: Account['measures'][number]): EvidenceMeasure =>
  measure.events || measure.bases.length > 0 ? measure : { ...measure, bases: null };

type TracedActor = NonNullable<EvidenceTracesQuery['actor']>;

async function tracesOf(
  gathering: Gathering,
  { account, actor, trace }: EvidenceSubject,
): Promise<Pick<Evidence, 'actor' | 'traces' | 'completeness'>> {
  const { missing } = gathering;
  if (actor === undefined) {
    missing.push({ part: parts.traces, reason: evidenceTexts.noActor, code: undefined });
    return { actor: null, traces: null, completeness: [] };
  }
  const traces: EvidenceTrace[] = [];
  const completeness: Completeness[] = [];
  let named: Evidence['actor'] = null;
  let after: string | null = null;
  do {
    const found: TracedActor | null = await part(gathering, {
      name: parts.traces,
      document: EvidenceTracesDocument,
      variables: { actor, after },
      pick: (data) => data.actor,
      absent: evidenceTexts.noSuchActor,
    });
    const page: TracedActor['frozenAccounts'] | undefined = found?.frozenAccounts;
    if (!found || !page) return { actor: named, traces: null, completeness };
    named = { id: found.id, name: found.name };
    completeness.push(page.completeness);
    traces.push(...page.nodes.filter((row) => row.account.id === account));
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    if (page.pageInfo.hasNextPage && after === null)
      missing.push({ part: parts.traces, reason: evidenceTexts.noCursor, code: undefined });
  } while (after !== null);
  const cut = cutOf(completeness);
  if (cut) missing.push({ part: parts.traces, reason: cut.text, code: cut.kind });
  return {
    actor: named,
    traces: tracesAskedFor(gathering, traces, trace),
    completeness: [...new Set(completeness)],
  };
}

/**
 * Returns the one trace asked for, or all. An id holds the state of the transfers that the trace was made
 * over, so another id is no sign that the trace is gone. Nor does an account without a row mean that no funds
 * reached it.
 */
function tracesAskedFor(
  { missing }: Gathering,
  traces: readonly EvidenceTrace[],
  id: string | undefined,
): Evidence['traces'] {
  if (traces.length === 0) {
    missing.push({ part: parts.traces, reason: evidenceTexts.heldNowOnly, code: undefined });
    return null;
  }
  if (id === undefined) return traces;
  const asked = traces.filter(({ trace }) => trace.id === id);
  if (asked.length > 0) return asked;
  missing.push({ part: parts.traces, reason: evidenceTexts.otherState, code: undefined });
  return traces;
}

async function exposuresOf(gathering: Gathering, wallets: readonly string[]): Promise<Evidence['exposures']> {
  const exposures: Record<string, Evidence['exposures'][string]> = {};
  for (const id of wallets.slice(0, maxExposures))
    exposures[id] = await part(gathering, {
      name: `${parts.exposures} ${id}`,
      document: WalletExposureDocument,
      variables: { id, direction: 'IN' },
      pick: (data) => data.wallet,
    });
  for (const id of wallets.slice(maxExposures))
    gathering.missing.push({
      part: `${parts.exposures} ${id}`,
      reason: evidenceTexts.tooMany(maxExposures),
      code: undefined,
    });
  return exposures;
}

async function proofsOf(gathering: Gathering, events: readonly number[]): Promise<readonly EventProof[]> {
  const { missing } = gathering;
  const proofs: EventProof[] = [];
  for (const event of events.slice(0, maxProofs)) {
    const found = await part(gathering, {
      name: `${parts.proofs} ${event}`,
      document: EvidenceProofDocument,
      variables: { event },
      pick: (data) => data.ledgerProof,
      absent: evidenceTexts.notCovered,
    });
    if (found) proofs.push({ event, proof: JSON.parse(found.proof) as unknown });
  }
  if (events.length > maxProofs)
    missing.push({
      part: `${parts.proofs} ${events.slice(maxProofs).join(', ')}`,
      reason: evidenceTexts.tooMany(maxProofs),
      code: undefined,
    });
  return proofs;
}
