import { countOnDemand, type Page, type PageArguments } from '../../../shared/pagination/page';
import type { HasObligations } from './obligation.context';
import type { ReportRecord } from '../report/report.record';
import { annualReportAsOf } from '../law/annualReport.rules';
import { annualDuty } from './blockedReports.rules';
import type { Duty } from './duty.rules';
import { type Obligation, firstOf, orderOf, reportsByObligation, withState } from './obligation.rules';
import type { DutyQuery } from './obligation.store';
import type { DutyRecord } from './projection/duty.record';

type Needed = HasObligations;
export type ShownObligation = Obligation<ReportRecord>;

/**
 * Returns a page of the obligations of now at the venues that the caller may see, in the order of the list.
 * Obligations of accounts are stored, a row each; those of venues are as many as venues have years.
 */
export async function obligationPage(
  context: Needed,
  { dueBefore, state }: Pick<DutyQuery, 'dueBefore' | 'state'>,
  { first, after }: PageArguments,
): Promise<Page<ShownObligation>> {
  const { obligations } = context.stores;
  const query = { at: context.now, dueBefore, state };
  const [rows, annual] = await Promise.all([
    obligations.after(context, query, { after, limit: first + 1 }),
    annualObligations(context),
  ]);
  const fitting = annual.filter(
    (one) => (dueBefore === null || one.dueOn < dueBefore) && (state === null || one.state === state),
  );
  const found = [
    ...(await ofRows(rows, context)),
    ...fitting.filter((one) => after === null || orderOf(one) > after),
  ].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return {
    rows: await withProperty(found.slice(0, first), context),
    hasNextPage: found.length > first,
    totalCount: countOnDemand(async () => (await obligations.count(context, query)) + fitting.length),
  };
}

/** Returns the obligations of these ids that there are now and that the caller may see. */
export async function obligationsNamed(ids: readonly string[], context: Needed): Promise<Duty[]> {
  const [rows, annual] = await Promise.all([
    context.stores.obligations.byDutyIds(context, ids, context.now),
    annualObligations(context),
  ]);
  return [...rows.map(dutyOf), ...annual.filter(({ id }) => ids.includes(id))];
}

/** Returns the obligations of these accounts of now, in the order of the list. Annual reports are of a venue, and not among them. */
export async function obligationsOfAccounts(
  accountIds: readonly string[],
  context: Needed,
): Promise<(ShownObligation & { readonly accountId: string })[]> {
  const rows = await context.stores.obligations.byAccounts(context, accountIds, context.now);
  const shown = await ofRows(rows, context);
  return shown
    .map((one, i) => ({ ...one, accountId: rows[i]?.accountId ?? '' }))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const dutyOf = ({ dutyId: id, ...row }: DutyRecord): Duty => ({
  ...row,
  id,
  accounts: 1,
  note: row.note ?? null,
  measureId: row.measureId ?? null,
});

async function ofRows(rows: readonly DutyRecord[], { stores, now }: Needed): Promise<ShownObligation[]> {
  const reports = await stores.reports.byIds([...new Set(rows.flatMap(({ metBy }) => metBy ?? []))]);
  const byId = new Map(reports.map((report) => [report._id, report]));
  return rows.map((row) => withState(dutyOf(row), byId.get(row.metBy ?? '') ?? null, now));
}

/** An annual report that is due, before it is read what it is about. */
interface Annual extends ShownObligation {
  readonly year?: number;
}

/** Returns every annual report of now. Its property is read only for a page (`withProperty`). */
async function annualObligations(context: Needed): Promise<Annual[]> {
  const { stores, now } = context;
  const years = new Map<string, { readonly venueId: string; readonly year: number }>();
  for (const { venueId, years: intervals } of await stores.obligations.annualYears(context)) {
    for (let i = 0; i < intervals.length; i += 2) {
      const last = Math.min(intervals[i + 1] ?? 0, now.getUTCFullYear());
      for (let year = intervals[i] ?? Infinity; year <= last && annualReportAsOf(year) < now; year++)
        years.set(`${venueId} ${year}`, { venueId, year });
    }
  }
  const duties = [...years.values()].map(({ venueId, year }) => ({
    ...annualDuty(year, venueId, { accounts: 0, assumed: false, illustrative: false }),
    year,
  }));
  const naming = reportsByObligation(await stores.reports.naming(duties.map(({ id }) => id)));
  return duties.map((duty) => ({
    ...withState(duty, firstOf(duty, naming.get(duty.id)), now),
    year: duty.year,
  }));
}

async function withProperty(
  found: readonly Annual[],
  { stores, knowledge }: Needed,
): Promise<ShownObligation[]> {
  const venueIds = found.flatMap(({ year, venueId }) => (year === undefined ? [] : [venueId]));
  const venues = await stores.venues.byIds([...new Set(venueIds)]);
  const recorded = new Set(venues.flatMap(({ _id, jurisdictions }) => (jurisdictions ? [_id] : [])));
  return Promise.all(
    found.map(async ({ year, ...one }) => {
      if (year === undefined) return one;
      const property = await stores.obligations.reported(knowledge, one.venueId, year);
      const assumed = !recorded.has(one.venueId);
      return { ...one, ...annualDuty(year, one.venueId, { ...property, assumed }) };
    }),
  );
}
