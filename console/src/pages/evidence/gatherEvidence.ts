import { codeOf, type GraphError } from '../../graph/answer';
import { ask, AskError } from '../../graph/ask';
import {
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
import type { Evidence, EvidenceSubject, EvidenceTrace, EventProof, Missing } from './evidence';

/** Each proof reads the whole ledger's hashes. */
const maxProofs = 25;
/** Each is five searches. */
const maxExposures = 10;

interface Gathering {
  readonly missing: Missing[];
  readonly signal: AbortSignal;
}

const { parts } = evidenceTexts;

/** Asks for all that an evidence file holds. Whatever cannot be had is named in it; nothing is left out in silence. */
export async function gatherEvidence(
  about: EvidenceSubject,
  madeBy: string,
  signal: AbortSignal,
): Promise<Evidence> {
  const missing: Missing[] = [];
  const gathering = { missing, signal };
  const [account, traced, lists, ledger] = await Promise.all([
    part(gathering, parts.account, EvidenceAccountDocument, { id: about.account }),
    tracesOf(gathering, about),
    part(gathering, parts.lists, ListsDocument, {}),
    part(gathering, parts.ledger, LedgerDocument, {}),
  ]);
  if (account && !account.account)
    missing.push({ part: parts.account, reason: evidenceTexts.noAccount, code: undefined });
  const found = withMeasure(gathering, account?.account ?? null, about.measure);
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
    lists: lists?.sanctionsLists ?? null,
    ledger: ledger?.ledgerHead ?? null,
    proofs,
    missing,
  };
}

/** Asks for one part; its errors, also where it has data, are missing parts. Undefined where there is no data at all. */
async function part<Data, Variables>(
  { missing, signal }: Gathering,
  name: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data | undefined> {
  try {
    const { data, errors } = await ask(document, variables, { signal });
    missing.push(...errors.map((error) => missingOf(name, error)));
    return data;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    missing.push({ part: name, reason: error.message, code: error.code });
    return undefined;
  }
}

const missingOf = (name: string, error: GraphError): Missing => ({
  part: error.path ? `${name} (${error.path.join('.')})` : name,
  reason: error.message,
  code: codeOf(error),
});

/** The account with that one measure only, where one is asked about; with no known measures where it is not there. */
function withMeasure(
  { missing }: Gathering,
  account: EvidenceAccountQuery['account'],
  measure: string | undefined,
): Evidence['account'] {
  if (!account || measure === undefined) return account;
  const measures = account.measures.filter(({ id }) => id === measure);
  if (measures.length > 0) return { ...account, measures };
  missing.push({ part: parts.measures, reason: evidenceTexts.noSuchMeasure(measure), code: undefined });
  return { ...account, measures: null };
}

type TracedPage = NonNullable<NonNullable<EvidenceTracesQuery['actor']>['frozenAccounts']>;

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
  const completeness: string[] = [];
  let named: Evidence['actor'] = null;
  let after: string | null = null;
  do {
    const data: EvidenceTracesQuery | undefined = await part(
      gathering,
      parts.traces,
      EvidenceTracesDocument,
      { actor, after },
    );
    const page: TracedPage | null | undefined = data?.actor?.frozenAccounts;
    if (!data?.actor || !page) {
      if (data && !data.actor)
        missing.push({ part: parts.traces, reason: evidenceTexts.noSuchActor, code: undefined });
      return { actor: named, traces: null, completeness };
    }
    named = { id: data.actor.id, name: data.actor.name };
    completeness.push(page.completeness);
    traces.push(...page.nodes.filter((row) => row.account.id === account));
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    if (page.pageInfo.hasNextPage && after === null)
      missing.push({ part: parts.traces, reason: evidenceTexts.noCursor, code: undefined });
  } while (after !== null);
  const cut = cutOf(completeness as Parameters<typeof cutOf>[0]);
  if (cut) missing.push({ part: parts.traces, reason: cut.text, code: cut.kind });
  return {
    actor: named,
    traces: tracesAskedFor(gathering, traces, trace),
    completeness: [...new Set(completeness)],
  };
}

/**
 * The one trace asked for, or all. An id holds the state of the transfers that the trace was made over, so another id
 * is no sign that the trace is gone; nor is an account without a row one that nothing reached.
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
  for (const id of wallets.slice(0, maxExposures)) {
    const data = await part(gathering, `${parts.exposures} ${id}`, WalletExposureDocument, {
      id,
      direction: 'IN',
    });
    if (data?.wallet) exposures[id] = data.wallet;
  }
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
    const name = `${parts.proofs} ${event}`;
    const before = missing.length;
    const data = await part(gathering, name, EvidenceProofDocument, { event });
    if (data?.ledgerProof) proofs.push({ event, proof: JSON.parse(data.ledgerProof.proof) as unknown });
    else if (missing.length === before)
      missing.push({ part: name, reason: evidenceTexts.notCovered, code: undefined });
  }
  if (events.length > maxProofs)
    missing.push({
      part: `${parts.proofs} ${events.slice(maxProofs).join(', ')}`,
      reason: evidenceTexts.tooMany(maxProofs),
      code: undefined,
    });
  return proofs;
}
