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
  /** What left accounts. */
  readonly outflows: readonly Outflow[];
  readonly processes: Processes;
  readonly reports: readonly Report[];
}

export interface Obligation<Report extends FiledReport> extends Duty {
  readonly state: ObligationState;
  /** The first report that meets it. */
  readonly metBy: Report | null;
}

/** Every obligation that there is at an instant: late and undetermined ones first, then by due date (and by id, so that it is one order). */
export function obligationsAt<Report extends FiledReport>(
  { acts, outflows, processes, reports }: Grounds<Report>,
  now: Date,
): Obligation<Report>[] {
  const begun = acts.filter(({ from }) => from <= now);
  const allBlocks = begun.filter(({ kind }) => kind === 'BLOCK');
  const blocks = allBlocks.filter((block) => reportingOf(block).underUsRule);
  const blocksOf = new Map<string, Act[]>();
  for (const block of blocks)
    blocksOf.set(block.accountId, [...(blocksOf.get(block.accountId) ?? []), block]);
  const duties: (Duty | null)[] = [
    ...blocks.map(initialReport),
    ...annualReports(blocks, now),
    ...blocks.map((block) => unblockingReport(block, processes, now)),
    ...outflows.map((outflow) => transferReport(outflow, blocksOf, processes)),
    ...allBlocks.flatMap(undeterminedReports),
    ...begun.map(emergencyCheck),
  ];
  const naming = reportsByObligation(reports);
  return duties
    .filter((duty) => duty !== null)
    .map((duty) => withState(duty, firstOf(duty, naming.get(duty.id)), now))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function withState<Report extends FiledReport>(
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
function reportsByObligation<Report extends FiledReport>(
  reports: readonly Report[],
): ReadonlyMap<string, readonly Report[]> {
  const naming = new Map<string, Report[]>();
  for (const report of [...reports].sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())) {
    for (const id of report.obligationIds) naming.set(id, [...(naming.get(id) ?? []), report]);
  }
  return naming;
}

/** The first report that names an obligation meets it, also one that was filed too late; one before it arose does not. */
const firstOf = <Report extends FiledReport>(duty: Duty, naming: readonly Report[] = []): Report | null =>
  naming.find(({ filedAt }) => filedInItsTime(duty, filedAt)) ?? null;

/** Where an obligation stands in the list: texts that sort as the list does. */
export const orderOf = ({
  state,
  dueAt,
  id,
}: Pick<Obligation<FiledReport>, 'state' | 'dueAt' | 'id'>): string =>
  `${state === 'LATE' || state === 'UNDETERMINED' ? 0 : 1} ${dueAt.toISOString()} ${id}`;
