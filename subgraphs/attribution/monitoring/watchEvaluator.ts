import type { Logger } from '../../../shared/logger/logger';
import { readWhileLoaded, type UnfinishedCases } from '../tracing/readWhileLoaded';
import type { TracingView, TransferEngine } from '../tracing/runtime/transferEngine';
import type { TransferStore } from '../transfer/transfer.store';
import type { AlertStore } from './alert.store';
import { explain } from './explain';
import { type FindingSet, settle } from './finding.rules';
import { evaluateSubject, type Evaluation, createEvaluation, type EvaluationStores } from './evaluateSubject';
import { monitoringPolicy } from './monitoringPolicy';
import type { WatchRecord } from './watch.record';
import type { WatchStore } from './watch.store';
import type { Tenant } from '../vocabulary/tenant';
import { movementsBySeqs } from '../transfer/namedMovement';

export interface WatchEvaluatorParts {
  readonly watches: WatchStore;
  readonly alerts: AlertStore;
  readonly stores: EvaluationStores;
  readonly transfers: TransferStore;
  readonly engine: TransferEngine;
  readonly unfinishedCases: UnfinishedCases;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** The first findings of a subject, and the news state before the evaluation. */
export interface Baseline {
  readonly baseline: FindingSet;
  readonly baselineSeq: number;
  readonly foundAtFirst: number;
  readonly checked: string;
  readonly checkedAt: Date;
}

/** Returns the basis of an evaluation: the news beside transfers, and the state of the transfers. */
const groundOf = (news: string, { ground }: TracingView): string => `${ground} ${news}`;

type WatchedSubject = Pick<WatchRecord, 'subjectKind' | 'subjectId' | 'tenant'>;

/** Takes the baseline of a new watch: all later arrivals are news. */
export function takeBaseline(subject: WatchedSubject, parts: WatchEvaluatorParts): Promise<Baseline> {
  return readWhileLoaded(parts.unfinishedCases, 'what is so', () => baselineOf(subject, parts));
}

async function baselineOf(
  subject: WatchedSubject,
  { stores, engine, clock }: WatchEvaluatorParts,
): Promise<Baseline> {
  const knownAt = clock();
  const news = await stores.signals.news(knownAt);
  const tenant = subject.tenant ?? null;
  const view = await engine.view(tenant);
  const evaluation = createEvaluation({ stores, view, tenant, knownAt });
  const baseline = await evaluateSubject(subject, evaluation);
  return {
    baseline,
    baselineSeq: view.graph.seq,
    foundAtFirst: baseline.findings.length,
    // Over a state that is still being read, what comes after that state is news.
    checked: groundOf(news, view),
    checkedAt: knownAt,
  };
}

/** Evaluates watches again where something arrived since. */
export class WatchEvaluator {
  /** Watches that could not be evaluated, and when they are tried again. */
  private readonly failed = new Map<string, number>();

  constructor(private readonly parts: WatchEvaluatorParts) {}

  /** Evaluates the watches that are due; `goOn` is asked before each. Answers how many alerts there were. */
  async run(goOn: () => Promise<boolean>): Promise<number> {
    const { watches, stores, engine, unfinishedCases, clock } = this.parts;
    const knownAt = clock();
    const news = await stores.signals.news(knownAt);
    // While many transfers arrive this is a state before the last: its transfers are evaluated, and the rest
    // when they are loaded.
    const ground = groundOf(news, await engine.view(null));
    const due = await watches.due(ground, this.waiting());
    if (due.length === 0) return 0;
    // With a part of a case missing, what it says would seem to be gone.
    if ((await unfinishedCases()).length > 0) return 0;
    const evaluations = new Map<string | null, Evaluation>();
    let alerts = 0;
    for (const watch of due) {
      if (!(await goOn())) break;
      const tenant: Tenant = watch.tenant ?? null;
      const evaluation =
        evaluations.get(tenant) ??
        createEvaluation({ stores, view: await engine.view(tenant), tenant, knownAt });
      evaluations.set(tenant, evaluation);
      if (await this.evaluated(watch, evaluation, ground)) alerts++;
    }
    return alerts;
  }

  private waiting(): string[] {
    const now = Date.now();
    for (const [id, until] of this.failed) if (until <= now) this.failed.delete(id);
    return [...this.failed.keys()];
  }

  /** One watch: what cannot be evaluated does not keep the others from it, and is tried again. */
  private async evaluated(watch: WatchRecord, evaluation: Evaluation, ground: string): Promise<boolean> {
    try {
      const hasChanged = await this.evaluate(watch, evaluation);
      await this.parts.watches.noteChecked(watch._id, ground, evaluation.knownAt);
      return hasChanged;
    } catch (error) {
      this.failed.set(watch._id, Date.now() + monitoringPolicy.retryWatchMs);
      this.parts.logger.warn({ err: error, watch: watch._id }, 'a watch could not be evaluated');
      return false;
    }
  }

  /**
   * Reads the state before, then evaluates. So where another process evaluates at the same time, the later
   * one's alert is stored after the other's, or not at all.
   */
  private async evaluate(watch: WatchRecord, evaluation: Evaluation): Promise<boolean> {
    const { alerts, transfers } = this.parts;
    const latest = await alerts.latest(watch._id);
    const seqBefore = latest?.seq ?? watch.baselineSeq;
    const { seq } = evaluation.view.graph;
    if (seq < seqBefore) throw new Error('another process has evaluated it over a later state');
    const found = await evaluateSubject(watch, evaluation);
    // An import that began meanwhile may be half read: the subject is evaluated again when it has ended.
    if ((await this.parts.unfinishedCases()).length > 0) throw new Error('an import is not wholly loaded');
    const { changes, after } = settle(latest?.state ?? watch.baseline, found);
    if (changes.length === 0) return false;
    const payersOf = async (hop: number) => (await movementsBySeqs(transfers, [hop]))[0]?.payerIds ?? [];
    const explained = await explain({ evaluation, now: found, changes, seqBefore, payersOf });
    const { _id: watchId, feed, subjectKind, subjectId, label } = watch;
    const revision = (latest?.revision ?? 0) + 1;
    const isStored = await alerts.append({
      _id: `${watchId}:${revision}`,
      watchId,
      revision,
      feed,
      at: evaluation.knownAt,
      subjectKind,
      subjectId,
      label,
      seqBefore,
      seq,
      changes: explained,
      state: after,
    });
    if (!isStored) throw new Error('another process has evaluated it at the same time');
    return true;
  }
}
