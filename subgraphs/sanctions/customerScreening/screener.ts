import type { HeldLease } from '../../../shared/mongo/lease';
import type { CustomerRecord } from '../customer/customer.record';
import type { CustomerStore } from '../customer/customer.store';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import type { ScreeningIndex } from '../screening/engine/screeningIndex';
import { applyChanges, type ChangeStores, finishChanges } from './applyChanges';
import { beginJob, isBehind, type ListsNow } from './beginJob';
import { entriesInForce } from './listState.rules';
import type { ScreenedAgainst } from './matchChange.rules';
import { screenBatch, type ScreenedBatch } from './runBatch';
import { heedDecisions } from './heedDecisions';
import { expireDecisions } from './expireDecisions';
import type { DecisionStore } from '../decision/decision.store';
import { entryOfContent } from '../list/content.rules';
import type { ScreeningBases } from './screeningBases';
import type { ChangedEntryRecord, ListState, ScreeningJob } from './screeningState.record';
import { type ScreeningProgress, type ScreeningStateStore, stateOf } from './screeningState.store';

export interface ScreenerParts extends ChangeStores {
  readonly customers: CustomerStore;
  readonly states: ScreeningStateStore;
  readonly decisions: DecisionStore;
  readonly bases: ScreeningBases;
  /** The lists in memory now; their names' index is of the same state. */
  readonly listsNow: () => ListsNow;
  readonly now: () => Date;
}

/** The customers of one step: what is cut off is done again. */
const customersAStep = { job: 2_000, pending: 200 };

/** Screens customers in steps: those that came or changed, and all of them against what changed in the lists. */
export interface Screener {
  /** Finishes what a process before this one began, so that nothing is missed or doubled. To be called when the lease is taken. */
  resume(): Promise<void>;
  /** Does one step, and tells if there may be more to do. */
  step(lease: HeldLease): Promise<boolean>;
}

export function screener(parts: ScreenerParts): Screener {
  const delta = deltaOnce(parts);
  return {
    async resume() {
      delta.forget();
      await finishChanges(parts);
    },
    async step(lease) {
      const now = parts.listsNow();
      // Nothing is screened where no list is: "no match" would not be "not listed".
      if (now.lists.versions.length === 0 || !(await parts.customers.hasAny())) return false;
      let progress = await parts.states.read();
      const force = entriesInForce(now.lists);
      const isOutdated = progress.job?.kind === 'FULL' && progress.job.digest !== force.digest;
      if (isOutdated || (!progress.job && isBehind(progress.done, force))) {
        progress = { ...progress, job: await beginJob(parts.states, progress, now, parts.now()) };
        await parts.states.put(lease, progress);
      }
      if (progress.job) progress = await jobStep({ ...parts, delta }, lease, progress, progress.job, now);
      // The run knows matches as they were: with the old number of alerts, its next alert would seem to be stored.
      if ((await expireDecisions(parts, parts.now())) > 0) delta.forget();
      const isMore = await pendingStep(parts, lease, progress, now);
      return isMore || progress.job !== null || isBehind(progress.done, force);
    },
  };
}

/** What a run against changed entries screens by. */
interface Delta {
  readonly entries: ReadonlyMap<string, ChangedEntryRecord>;
  readonly index: ScreeningIndex;
  /** The matches with these entries when the run began, or went on: each customer is gone through once. */
  readonly stored: ReadonlyMap<string, readonly CustomerMatchRecord[]>;
}

interface DeltaOnce {
  of(job: ScreeningJob): Promise<Delta>;
  forget(): void;
}

/** Reads what a run screens by once. */
function deltaOnce({ states, bases, matches }: ScreenerParts): DeltaOnce {
  let kept: { readonly sequence: number; readonly made: Promise<Delta> } | undefined;
  const read = async ({ sequence, wordsOf }: ScreeningJob): Promise<Delta> => {
    const entries = await states.entries(sequence);
    const stored: CustomerMatchRecord[] = [];
    for (const list of new Set(entries.map((one) => one.list))) {
      const numbers = entries.filter((one) => one.list === list).map(({ entry }) => entry);
      stored.push(...(await matches.everOfEntries(list, numbers)));
    }
    return {
      entries: new Map(entries.map((one) => [`${one.list} ${one.entry}`, one])),
      index: await bases.changed(sequence, wordsOf, entries),
      stored: byCustomer(stored),
    };
  };
  return {
    of(job) {
      if (kept?.sequence !== job.sequence) kept = { sequence: job.sequence, made: read(job) };
      return kept.made;
    },
    forget() {
      kept = undefined;
    },
  };
}

type JobParts = ScreenerParts & { readonly delta: DeltaOnce };

const versionIn = ({ versions }: Pick<ListState, 'versions'>, list: string): string | null =>
  versions.find((one) => one.list === list)?.version ?? null;

/** The actors of cases have no version. */
const versionsBetween = (done: ListState | null, state: ListState) => ({
  versionOf: (list: string) => versionIn(state, list) ?? versionIn(done ?? state, list) ?? list,
  versionBeforeOf: (list: string) => (done ? versionIn(done, list) : null),
});

async function jobStep(
  parts: JobParts,
  lease: HeldLease,
  { done }: ScreeningProgress,
  job: ScreeningJob,
  now: ListsNow,
): Promise<ScreeningProgress> {
  const { customers, states } = parts;
  const batch = await customers.following(job.after, customersAStep.job);
  // Those that are to be screened whole are: against this state or a later one.
  const screened = batch.filter(({ state, sequence }) => state !== 'PENDING' && sequence < job.sequence);
  const screening = await (job.kind === 'FULL' ? fullBatch : deltaBatch)(parts, done, job, screened, now);
  const { scored, against } = screening;
  const changes = await heedDecisions(screening.changes, screened, parts.decisions, against);
  const alerts = await applyChanges(parts, changes);
  if (job.kind === 'FULL') await noteProblems(parts, job, screened, screening.problems);
  const after: ScreeningJob = {
    ...job,
    after: batch.at(-1)?._id ?? job.after,
    customers: job.customers + batch.length,
    scored: job.scored + scored,
    alerts: job.alerts + alerts,
  };
  const isEnd = batch.length < customersAStep.job;
  if (!isEnd) {
    await states.put(lease, { job: after });
    return { done, job: after };
  }
  const { kind, versions, startedAt } = after;
  await states.keepRun({
    _id: String(after.sequence).padStart(12, '0'),
    kind,
    versions: versions.map((version) => ({ ...version })),
    startedAt,
    endedAt: parts.now(),
    customers: after.customers,
    scored: after.scored,
    alerts: after.alerts,
  });
  const state = stateOf(after);
  await states.put(lease, { done: state, job: null });
  await states.forgetBefore(state);
  return { done: state, job: null };
}

/** Other rules may read a customer otherwise: what keeps some of it from being screened is told anew. */
async function noteProblems(
  { customers, now }: ScreenerParts,
  { sequence }: ScreeningJob,
  screened: readonly CustomerRecord[],
  problems: ScreenedBatch['problems'],
): Promise<void> {
  const screenedAt = now();
  await customers.noteScreened(
    screened.flatMap(({ _id, revision, problem: before }) => {
      const problem = problems.get(_id) ?? null;
      return problem === (before ?? null) ? [] : [{ _id, revision, sequence, problem, screenedAt }];
    }),
  );
}

type BatchOf = (
  parts: JobParts,
  done: ListState | null,
  job: ScreeningJob,
  customers: Awaited<ReturnType<CustomerStore['following']>>,
  now: ListsNow,
) => Promise<ScreenedBatch & { readonly against: ScreenedAgainst }>;

/** Screens against all entries; the lists in memory are those of the job. */
const fullBatch: BatchOf = async (parts, done, job, customers, { lists }) => {
  const index = await parts.bases.whole(lists, job.wordsOf);
  const against: ScreenedAgainst = {
    ...wholeAgainst(lists, done, job, parts.now()),
    causeOf: () => 'FULL_RUN',
  };
  const stored = await parts.matches.everOfCustomers(customers.map(({ _id }) => _id));
  return { ...(await screenBatch(customers, index, byCustomer(stored), against)), against };
};

/** Screens against the entries that changed, as the job keeps them: the lists in memory may have gone on. */
const deltaBatch: BatchOf = async (parts, done, job, customers) => {
  const { entries, index, stored } = await parts.delta.of(job);
  const against: ScreenedAgainst = {
    at: parts.now(),
    sequence: job.sequence,
    ...versionsBetween(done, job),
    digestOfEntry: (list, entry) => entries.get(`${list} ${entry}`)?.digest ?? null,
    entryOf(list, entry) {
      const content = entries.get(`${list} ${entry}`)?.content;
      if (!content) throw missingEntry(list, entry);
      return entryOfContent(content);
    },
    causeOf: (list, entry) => {
      const change = entries.get(`${list} ${entry}`);
      if (change?.digest === null) return 'ENTRY_REMOVED';
      return change?.digestBefore === null ? 'ENTRY_ADDED' : 'ENTRY_CHANGED';
    },
  };
  if (entries.size === 0) return { changes: [], scored: 0, problems: new Map(), against };
  return { ...(await screenBatch(customers, index, stored, against)), against };
};

/** Screens customers that came or changed against all entries. Tells if there may be more. */
async function pendingStep(
  parts: ScreenerParts,
  lease: HeldLease,
  { done, job }: ScreeningProgress,
  { lists }: ListsNow,
): Promise<boolean> {
  const state = job ?? done;
  // They wait where the run under way is for other lists than those in memory.
  if (state?.digest !== entriesInForce(lists).digest) return false;
  const pending = await parts.customers.pending(customersAStep.pending);
  if (pending.length === 0) return false;
  const index = await parts.bases.whole(lists, state.wordsOf);
  const stored = byCustomer(await parts.matches.everOfCustomers(pending.map(({ _id }) => _id)));
  const at = parts.now();
  const whole = wholeAgainst(lists, null, state, at);
  const problems = new Map<string, string | null>();
  for (const isNew of [true, false]) {
    const some = pending.filter(({ sequence }) => (sequence === 0) === isNew);
    const cause = isNew ? 'CUSTOMER_RECORDED' : 'CUSTOMER_CHANGED';
    const against: ScreenedAgainst = { ...whole, causeOf: () => cause };
    const batch = await screenBatch(some, index, stored, against);
    await applyChanges(parts, await heedDecisions(batch.changes, some, parts.decisions, against));
    for (const [id, problem] of batch.problems) problems.set(id, problem);
  }
  // A later run of another holder passed these customers over, as they were pending: they stay so.
  if (!(await lease.renew())) return false;
  await parts.customers.noteScreened(
    pending.map(({ _id, revision }) => ({
      _id,
      revision,
      sequence: state.sequence,
      problem: problems.get(_id) ?? null,
      screenedAt: at,
    })),
  );
  return pending.length === customersAStep.pending;
}

function wholeAgainst(
  lists: ListsNow['lists'],
  done: ListState | null,
  state: ListState,
  at: Date,
): Omit<ScreenedAgainst, 'causeOf'> {
  const force = entriesInForce(lists);
  return {
    at,
    sequence: state.sequence,
    ...versionsBetween(done, state),
    digestOfEntry: (list, entry) => force.lists.get(list)?.get(entry)?.digest ?? null,
    entryOf(list, entry) {
      const inForce = force.lists.get(list)?.get(entry);
      if (!inForce) throw missingEntry(list, entry);
      return inForce.entry;
    },
  };
}

const missingEntry = (list: string, entry: string) =>
  new Error(`the entry ${entry} of ${list} was screened against, and is missing`);

function byCustomer(
  matches: readonly CustomerMatchRecord[],
): ReadonlyMap<string, readonly CustomerMatchRecord[]> {
  const grouped = new Map<string, CustomerMatchRecord[]>();
  for (const match of matches) {
    const others = grouped.get(match.customerId);
    if (others) others.push(match);
    else grouped.set(match.customerId, [match]);
  }
  return grouped;
}
