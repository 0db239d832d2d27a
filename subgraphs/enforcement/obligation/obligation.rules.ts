import { annualReports, initialReport } from './blockedReports.rules';
import type { Act, Duty } from './duty.rules';
import { filedInItsTime } from './filing.rules';
import { emergencyCheck } from './emergencyCheck.rules';
import { reportingOf } from '../report/reportingRules';
import { undeterminedReports } from './undeterminedReports.rules';
import { type Outflow, type Processes, transferReport, unblockingReport } from './unblockingReports.rules';

export const obligationStates = ['OPEN', 'LATE', 'MET', 'UNDETERMINED'] as const;

export type ObligationState = (typeof obligationStates)[number];

/** A report that was filed, as far as the rules need it. */
export interface FiledReport {
  readonly filedAt: Date;
  readonly obligationIds: readonly string[];
}

/** All that obligations are derived from. */
export interface Grounds<Report extends FiledReport> {
  /** The blocks that are ours, and the emergency freezes. */
  readonly acts: readonly Act[];
  /** The outflows of accounts. */
  readonly outflows: readonly Outflow[];
  readonly processes: Processes;
  readonly reports: readonly Report[];
}

export interface Obligation<Report extends FiledReport> extends Duty {
  readonly state: ObligationState;
  /** The first report that meets it. */
  readonly metBy: Report | null;
}

/**
 * Returns every obligation at an instant: late and undetermined ones first, then by due date (and by id, so
 * that it is one order).
 */
export function obligationsAt<Report extends FiledReport>(
  { reports, ...grounds }: Grounds<Report>,
  now: Date,
): Obligation<Report>[] {
  const naming = reportsByObligation(reports);
  const blocks = usBlocks(grounds.acts.filter(({ from }) => from <= now));
  return [...accountDuties(grounds, now), ...annualReports(blocks, now)]
    .map((duty) => withState(duty, firstOf(duty, naming.get(duty.id)), now))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Returns the acts that property is reported of by 31 CFR 501.603. */
export const usBlocks = (acts: readonly Act[]): Act[] =>
  acts.filter((act) => act.kind === 'BLOCK' && reportingOf(act).underUsRule);

/** Returns every duty of single accounts at an instant: all but the annual reports, which are of a venue. */
export function accountDuties(
  { acts, outflows, processes }: Omit<Grounds<FiledReport>, 'reports'>,
  now: Date,
): Duty[] {
  const begun = acts.filter(({ from }) => from <= now);
  const allBlocks = begun.filter(({ kind }) => kind === 'BLOCK');
  const blocks = usBlocks(begun);
  const blocksOf = new Map<string, Act[]>();
  for (const block of blocks)
    blocksOf.set(block.accountId, [...(blocksOf.get(block.accountId) ?? []), block]);
  const duties: (Duty | null)[] = [
    ...blocks.map(initialReport),
    ...blocks.map((block) => unblockingReport(block, processes, now)),
    ...outflows.map((outflow) => transferReport(outflow, blocksOf, processes)),
    ...allBlocks.flatMap(undeterminedReports),
    ...begun.map(emergencyCheck),
  ];
  return duties.filter((duty) => duty !== null);
}

export function withState<Report extends FiledReport>(
  duty: Duty,
  metBy: Report | null,
  now: Date,
): Obligation<Report> {
  const met = duty.done || metBy !== null;
  return { ...duty, metBy, state: met ? 'MET' : stateOfUnmet(duty, now) };
}

function stateOfUnmet({ kind, dueAt }: Duty, now: Date): ObligationState {
  if (kind === 'UNDETERMINED') return 'UNDETERMINED';
  return now >= dueAt ? 'LATE' : 'OPEN';
}

/** The reports that name each obligation, as they were filed. */
export function reportsByObligation<Report extends FiledReport>(
  reports: readonly Report[],
): ReadonlyMap<string, readonly Report[]> {
  const naming = new Map<string, Report[]>();
  for (const report of [...reports].sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())) {
    for (const id of report.obligationIds) naming.set(id, [...(naming.get(id) ?? []), report]);
  }
  return naming;
}

/** The first report that names an obligation meets it, also one that was filed too late; one before it arose does not. */
export const firstOf = <Report extends FiledReport>(
  duty: Duty,
  naming: readonly Report[] = [],
): Report | null => naming.find(({ filedAt }) => filedInItsTime(duty, filedAt)) ?? null;

/** Returns the sort key of an obligation: keys sort as the list does. */
export const orderOf = ({
  state,
  dueAt,
  id,
}: Pick<Obligation<FiledReport>, 'state' | 'dueAt' | 'id'>): string =>
  `${state === 'LATE' || state === 'UNDETERMINED' ? 0 : 1} ${dueAt.toISOString()} ${id}`;
