import type { ActorStatement } from '../attribution/attribution.record';
import { assertionsInForce } from '../attribution/attribution.rules';
import { traceIdOf } from '../tracing/traceId';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import type { AlertChange, Cause } from './alert.record';
import { completenessOf, type Finding, type FindingChange, type FindingSet } from './finding.rules';
import { exposurePath, newTransfersAt } from './exposurePath';
import type { Evaluation } from './evaluateSubject';
import { monitoringPolicy } from './monitoringPolicy';
import { minTraceConfidence } from '../attribution/confidence';

interface Explained {
  readonly evaluation: Evaluation;
  /** The findings of this evaluation. */
  readonly now: FindingSet;
  readonly changes: readonly FindingChange[];
  /** The state of the transfers at the evaluation before. */
  readonly seqBefore: number;
  /** The first hop of a path, by its seq. */
  payersOf(seq: number): Promise<readonly string[]>;
}

const noCause: Cause = {
  statementIds: [],
  seqs: [],
  traceId: null,
  designationId: null,
  versions: [],
  depositId: null,
};

/** Says of each change why: the statements, the transfers, the designation that it rests on. */
export async function explain(explained: Explained): Promise<AlertChange[]> {
  const statements = actorStatements(explained);
  const answered: AlertChange[] = [];
  let paths = 0;
  for (const change of explained.changes) {
    const finding = change.after ?? change.before;
    if (!finding) continue;
    const isExposure = finding.kind === 'EXPOSURE_IN' || finding.kind === 'EXPOSURE_OUT';
    const withPath = !isExposure || ++paths <= monitoringPolicy.pathsAnAlert;
    const cause = await causeOf(finding, change, { ...explained, statements, withPath });
    answered.push({ ...change, cause: { ...noCause, ...cause } });
  }
  return answered;
}

type ReadActorStatements = (actorId: string) => Promise<readonly ActorStatement[]>;

/** Returns a reader of the statements about an actor. Each is read once for all changes of an alert. */
function actorStatements({ evaluation: { stores, tenant } }: Explained): ReadActorStatements {
  const read = new Map<string, Promise<readonly ActorStatement[]>>();
  return (actorId) => {
    // A store may answer with a query, which can be awaited once.
    const known = read.get(actorId) ?? Promise.resolve(stores.attributions.byActors([actorId], tenant));
    read.set(actorId, known);
    return known;
  };
}

interface Explaining extends Explained {
  readonly statements: ReadActorStatements;
  /** True where a path is searched: an alert shows that of its first exposures. */
  readonly withPath: boolean;
}

async function causeOf(
  finding: Finding,
  { change }: FindingChange,
  explaining: Explaining,
): Promise<Partial<Cause>> {
  const { evaluation, changes, statements } = explaining;
  switch (finding.kind) {
    case 'STATEMENT':
      return {
        statementIds:
          change === 'REMOVED'
            ? retractionsAmong(changes, finding)
            : [...(finding.statementIds ?? []), ...(change === 'CHANGED' ? addedStatements(changes) : [])],
      };
    case 'WALLET':
      return { statementIds: await speakingOf(finding, await statements(finding.actorId ?? '')) };
    case 'DESIGNATION':
      return {
        designationId: finding.designationId ?? null,
        versions: await versionsOf(finding, evaluation),
      };
    case 'LINK':
      return { versions: await versionsOf(finding, evaluation) };
    case 'DEPOSIT_WALLET':
      return { depositId: `${finding.accountId ?? ''} ${finding.walletId ?? ''}` };
    case 'REACH':
      return causeOfReach(finding, explaining);
    case 'EXPOSURE_IN':
    case 'EXPOSURE_OUT':
      return causeOfExposure(finding, explaining);
  }
}

const addedStatements = (changes: readonly FindingChange[]): string[] =>
  changes.flatMap(({ change, after }) =>
    change === 'ADDED' && after?.kind === 'STATEMENT' ? [...(after.statementIds ?? [])] : [],
  );

/** Returns the retractions that removed a statement: those that came with its removal, of the same owner. */
const retractionsAmong = (changes: readonly FindingChange[], gone: Finding): string[] =>
  changes.flatMap(({ after }) => {
    const isIts =
      after?.kind === 'STATEMENT' &&
      after.stance === 'RETRACTS' &&
      (after.actorId ?? null) === (gone.actorId ?? null);
    return isIts ? [...(after.statementIds ?? [])] : [];
  });

/** Returns the statements that a wallet is an actor's, and those that retracted them. */
async function speakingOf(finding: Finding, statements: readonly ActorStatement[]): Promise<string[]> {
  const key = matchKeyOfId(finding.walletId ?? '');
  const retractions = statements.filter(({ matchKey, stance }) => matchKey === key && stance === 'RETRACTS');
  return [...new Set([...(finding.statementIds ?? []), ...retractions.map(({ _id }) => _id)])].sort();
}

async function versionsOf({ actorId }: Finding, { stores }: Evaluation): Promise<string[]> {
  const statuses = await stores.signals.statuses([actorId ?? '']);
  return statuses.flatMap(({ versions }) => versions);
}

/** The way, and what says that it starts at the actor's. */
async function causeOfReach(finding: Finding, { evaluation, now, statements, payersOf }: Explaining) {
  const { actorId = null, walletId = null, startId = null, seqs } = finding;
  if (!actorId || !walletId) return {};
  const hops = [...(seqs ?? [])];
  const [first] = hops;
  const start = startId ?? (first === undefined ? walletId : ((await payersOf(first))[0] ?? walletId));
  const key = matchKeyOfId(start);
  const inForce = assertionsInForce(await statements(actorId), {
    minConfidence: minTraceConfidence,
    knownAt: evaluation.knownAt,
  });
  const completeness = completenessOf(now, 'REACH');
  return {
    seqs: hops,
    traceId: traceIdOf({
      actorId,
      snapshot: evaluation.view.graph.seq,
      completeness,
      walletId,
      startId,
      seqs: hops,
    }),
    statementIds: inForce.filter(({ matchKey }) => matchKey === key).map(({ _id }) => _id),
  };
}

/** One way of the funds and what says that its end is the owner's; else what the wallet received, or sent, since. */
async function causeOfExposure(
  finding: Finding,
  { evaluation, statements, seqBefore, withPath }: Explaining,
) {
  const { actorId } = finding;
  const path =
    withPath && actorId ? await exposurePath(finding, await statements(actorId), evaluation) : null;
  const since = newTransfersAt(finding, seqBefore, evaluation.view.graph);
  return {
    seqs: path ? [...path.seqs, ...since.filter((seq) => !path.seqs.includes(seq))] : since,
    statementIds: [...(path?.statementIds ?? [])],
  };
}
