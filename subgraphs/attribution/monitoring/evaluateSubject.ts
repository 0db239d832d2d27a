import { chunksOf } from '../../../shared/batch/chunks';
import { type Completeness, lowestCompleteness } from '../../../shared/subgraph/completeness';
import type { AttributionStore } from '../attribution/attribution.store';
import { attributionsAt, assertionsInForce } from '../attribution/attribution.rules';
import type { DepositStore } from '../deposit/deposit.store';
import { isActive } from '../deposit/registration.rules';
import { walletsOfKey } from '../tracing/runtime/matchKeys';
import type { TracingView } from '../tracing/runtime/transferEngine';
import { exposureView } from '../exposure/exposure.view';
import { exposurePolicy } from '../exposure/exposurePolicy';
import { type AskedExposure, findExposure } from '../exposure/findExposure';
import { isTooBusy } from '../exposure/searchInTurns';
import { type AccountTraces, findAccountTraces, type TraceStores } from '../tracing/findAccountTraces';
import { tracePolicy } from '../tracing/engine/tracePolicy';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import type { Finding, FindingSet } from './finding.rules';
import {
  depositFindings,
  designationFindings,
  exposureFindings,
  linkFindings,
  reachFindings,
  statementFindings,
  walletFindings,
} from './findings.rules';
import { monitoringPolicy } from './monitoringPolicy';
import type { SignalStore } from './signals.store';
import type { WatchRecord } from './watch.record';
import type { Tenant } from '../vocabulary/tenant';
import { minTraceConfidence } from '../attribution/confidence';

export interface EvaluationStores {
  readonly attributions: AttributionStore;
  readonly deposits: DepositStore;
  readonly signals: SignalStore;
  /** Tags of transfers. */
  readonly transfers: TraceStores['transfers'];
}

/** The input of evaluations: one state of the transfers, and the other facts that one tenant may see. */
export interface Evaluation {
  readonly stores: EvaluationStores;
  readonly view: TracingView;
  readonly tenant: Tenant;
  readonly knownAt: Date;
  /** The accounts that the funds of designated actors reached; searched once a look. */
  designatedTraces(): Promise<AccountTraces>;
}

export function createEvaluation(parts: Omit<Evaluation, 'designatedTraces'>): Evaluation {
  let designated: Promise<AccountTraces> | undefined;
  const search = async () => tracesOf(await parts.stores.signals.designatedIds(), parts);
  return { ...parts, designatedTraces: () => (designated ??= search()) };
}

type Subject = Pick<WatchRecord, 'subjectKind' | 'subjectId'>;

/** All that is so of a subject now. */
export function evaluateSubject(
  { subjectKind, subjectId }: Subject,
  evaluation: Evaluation,
): Promise<FindingSet> {
  switch (subjectKind) {
    case 'WALLET':
      return evaluateWallet(subjectId, evaluation);
    case 'ACCOUNT':
      return evaluateAccount(subjectId, evaluation);
    case 'ACTOR':
      return evaluateActor(subjectId, evaluation);
  }
}

/**
 * Finds the statements about it, the status of the named actors, and the origin and destination of its funds.
 */
async function evaluateWallet(walletId: string, evaluation: Evaluation): Promise<FindingSet> {
  const { stores, tenant, knownAt, view } = evaluation;
  const key = matchKeyOfId(walletId);
  const statements = await stores.attributions.byMatchKeys([key], tenant);
  const inForce = assertionsInForce(statements, { minConfidence: minTraceConfidence, knownAt });
  const owners = [...new Set(inForce.flatMap(({ actorId }) => actorId ?? []))];
  const seen = walletsOfKey(view.graph, key).map((wallet) => view.graph.wallets.idOf(wallet));
  const wallets = [...new Set([walletId, ...seen])];
  const received = await exposuresOf(wallets, 'IN', evaluation);
  const sent = await exposuresOf(wallets, 'OUT', evaluation);
  return {
    findings: [
      ...statementFindings(attributionsAt(statements, { asOf: null, knownAt })),
      ...designationFindings(await statusesOf(owners, evaluation)),
      ...received.findings,
      ...sent.findings,
    ],
    completeness: { EXPOSURE_IN: received.completeness, EXPOSURE_OUT: sent.completeness },
  };
}

/** Its deposit wallets, whose funds came to them, and which designated actors' funds reached it, by which way. */
async function evaluateAccount(accountId: string, evaluation: Evaluation): Promise<FindingSet> {
  const { stores, tenant } = evaluation;
  const deposits = (await stores.deposits.byAccounts([accountId], tenant)).filter(isActive);
  const wallets = [...new Set(deposits.map(({ walletId }) => walletId))];
  const evaluatedWallets = wallets.slice(0, monitoringPolicy.walletsAnAccount);
  const received = await exposuresOf(evaluatedWallets, 'IN', evaluation);
  const traces = await evaluation.designatedTraces();
  const isWhole = evaluatedWallets.length === wallets.length;
  return {
    findings: [
      ...depositFindings(deposits),
      ...received.findings,
      ...reachFindings(traces.found.filter((trace) => trace.accountId === accountId)),
    ],
    completeness: {
      EXPOSURE_IN: lowestCompleteness([received.completeness, isWhole ? 'COMPLETE' : 'BUDGET']),
      REACH: traces.completeness,
    },
  };
}

/**
 * Finds its status, the actors linked to it, its wallets, and the accounts that its funds or theirs reached.
 */
async function evaluateActor(actorId: string, evaluation: Evaluation): Promise<FindingSet> {
  const { stores, tenant, knownAt } = evaluation;
  const statuses = await statusesOf([actorId], evaluation);
  const linked = statuses[0]?.linkedActorIds ?? [actorId];
  const statements = await stores.attributions.byActors([actorId], tenant);
  const traces = await tracesOf([...new Set([actorId, ...linked])], evaluation);
  return {
    findings: [
      ...designationFindings(statuses),
      ...linkFindings(actorId, linked),
      ...walletFindings(statements, { minConfidence: minTraceConfidence, knownAt }),
      ...reachFindings(traces.found),
    ],
    completeness: { REACH: traces.completeness },
  };
}

async function statusesOf(actorIds: readonly string[], { stores }: Evaluation) {
  return actorIds.length === 0 ? [] : stores.signals.statuses(actorIds);
}

async function tracesOf(
  actorIds: readonly string[],
  { stores, view, tenant, knownAt }: Omit<Evaluation, 'designatedTraces'>,
): Promise<AccountTraces> {
  const statements = [];
  for (const chunk of chunksOf(actorIds))
    statements.push(...(await stores.attributions.byActors(chunk, tenant)));
  const question = { statements, maxHops: tracePolicy.defaultHops, tenant, asOf: null, knownAt };
  return findAccountTraces(question, view, stores);
}

interface ExposuresFound {
  readonly findings: Finding[];
  readonly completeness: Completeness;
}

/** Of wallets in one direction, one after the other. */
async function exposuresOf(
  walletIds: readonly string[],
  direction: AskedExposure['direction'],
  { view, stores, tenant, knownAt }: Evaluation,
): Promise<ExposuresFound> {
  const findings: Finding[] = [];
  const completeness: Completeness[] = [];
  for (const walletId of walletIds) {
    const maxHops = exposurePolicy.defaultHops;
    const asked = { walletId, direction, maxHops, method: 'HAIRCUT', asOf: null, knownAt } as const;
    // Its exposure would be only of its newest transfers: each new one would move the others out of sight.
    if (isTooBusy(view.graph, asked)) {
      completeness.push('BUDGET');
      continue;
    }
    const answer = await findExposure(asked, {
      graph: view.graph,
      statements: (keys) => stores.attributions.byMatchKeys(keys, tenant),
      sweep: (task) => view.ask('exposure', task),
    });
    const found = exposureView(answer, asked, view.graph);
    findings.push(...exposureFindings(walletId, found));
    completeness.push(found.completeness);
  }
  return { findings, completeness: lowestCompleteness(completeness) };
}
