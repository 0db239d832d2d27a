import { isDeepStrictEqual } from 'node:util';
import type { LegalProcessRecord } from '../../legalProcess/legalProcess.record';
import type { MeasureRecord } from '../../measure/measure.record';
import { lawsOf } from '../../report/basisLaws.rules';
import { annualReportAsOf } from '../../law/annualReport.rules';
import type { Act, Duty } from '../duty.rules';
import { actDay, actInstant } from '../../law/newYorkDay.rules';
import { accountDuties, usBlocks } from '../obligation.rules';
import type { Outflow } from '../unblockingReports.rules';
import { type Viewer, viewersOf, type Visibility, withVisibility } from './visibility.rules';

/** The facts from which the duties of an account are made. */
export interface AccountGrounds {
  readonly accountId: string;
  /** The measures on it that oblige, and those on the accounts that its outflows went to. */
  readonly measures: readonly MeasureRecord[];
  readonly outflows: readonly Outflow[];
  readonly processes: ReadonlyMap<string, LegalProcessRecord>;
  /** By venue; null: nobody recorded them. */
  readonly jurisdictions: ReadonlyMap<string, readonly string[] | null>;
}

/** A duty with the instants at which it is in force; the passing of time changes neither. */
export interface DutyInterval {
  readonly duty: Duty;
  readonly since: Date;
  /** The first instant at which it is no longer there; null: none. */
  readonly until: Date | null;
}

/** The years in whose annual report an account is, all with one meaning. */
export interface BlockedYears {
  readonly venueId: string;
  readonly first: number;
  readonly last: number;
  readonly illustrative: boolean;
}

/** The last year of what has no end. */
export const noLastYear = 9999;

/** Returns the duties of an account at any instant, and the years that it is reported for, for each kind of caller. */
export function derivedOf(grounds: AccountGrounds): {
  readonly duties: (DutyInterval & Visibility)[];
  readonly years: (BlockedYears & Visibility)[];
} {
  const { accountId, measures, outflows, processes } = grounds;
  const basesOf = (measure: MeasureRecord) => measure.processIds.flatMap((id) => processes.get(id) ?? []);
  const duties = new Map<Viewer, DutyInterval[]>();
  const years = new Map<Viewer, BlockedYears[]>();
  for (const viewer of viewersOf(measures.flatMap(basesOf))) {
    const acts = measures.map((measure) => ({
      ...measure,
      laws: lawsOf(basesOf(measure), viewer.knowledge),
      jurisdictions: grounds.jurisdictions.get(measure.venueId) ?? null,
    }));
    const dutiesAt = (now: Date) =>
      accountDuties({ acts, outflows, processes }, now).filter((duty) => duty.accountId === accountId);
    duties.set(viewer, dutyIntervals(acts, dutiesAt));
    years.set(viewer, blockedYears(usBlocks(acts.filter((act) => act.accountId === accountId))));
  }
  return {
    duties: withVisibility(duties, ({ duty }) => duty.id),
    years: withVisibility(years, ({ venueId }) => venueId),
  };
}

/** Asks at every instant at which an answer can change: where an act begins or ends. */
function dutyIntervals(acts: readonly Act[], dutiesAt: (now: Date) => Duty[]): DutyInterval[] {
  const changes = acts.flatMap(({ from, to }) => [from.getTime(), ...(to ? [to.getTime()] : [])]);
  const found: DutyInterval[] = [];
  let open = new Map<string, DutyInterval>();
  for (const change of [...new Set(changes)].sort((a, b) => a - b)) {
    const now = new Date(change);
    const next = new Map<string, DutyInterval>();
    for (const duty of dutiesAt(now)) {
      const before = open.get(duty.id);
      const isSame = before && isDeepStrictEqual(before.duty, duty);
      next.set(duty.id, isSame ? before : { duty, since: now, until: null });
    }
    for (const [id, interval] of open) if (next.get(id) !== interval) found.push({ ...interval, until: now });
    open = next;
  }
  return [...found, ...open.values()];
}

/** Returns the years whose 30 June falls into a block, per venue; neighbours are one interval where they say the same. */
function blockedYears(blocks: readonly Act[]): BlockedYears[] {
  const found: BlockedYears[] = [];
  for (const venueId of new Set(blocks.map((block) => block.venueId))) {
    const reported = blocks.flatMap((block) => (block.venueId === venueId ? yearsOf(block) : []));
    const starts = new Set(reported.flatMap(({ first, last }) => [first, last + 1]));
    let before: BlockedYears | undefined;
    const sorted = [...starts].sort((a, b) => a - b);
    for (const [n, first] of sorted.entries()) {
      const covering = reported.filter((one) => one.first <= first && first <= one.last);
      if (covering.length === 0) continue;
      const last = (sorted[n + 1] ?? first + 1) - 1;
      const illustrative = covering.every((one) => one.illustrative);
      const joins = before && before.last === first - 1 && before.illustrative === illustrative;
      if (joins) found.pop();
      before = { venueId, first: joins && before ? before.first : first, last, illustrative };
      found.push(before);
    }
  }
  return found;
}

function yearsOf({ from, to, illustrative }: Act): Pick<BlockedYears, 'first' | 'last' | 'illustrative'>[] {
  const begun = Number(actDay(from).slice(0, 4));
  const first = annualReportAsOf(begun) >= actInstant(from) ? begun : begun + 1;
  if (!to) return [{ first, last: noLastYear, illustrative }];
  const ended = Number(actDay(to).slice(0, 4));
  const last = annualReportAsOf(ended) < actInstant(to) ? ended : ended - 1;
  return last < first ? [] : [{ first, last, illustrative }];
}
