import { inForceAt } from '../measure/status.rules';
import { type Act, assumptionNote, type Duty, dueOnDay } from './duty.rules';
import { businessDaysAfter } from '../law/federalHolidays.rules';
import { annualReportAsOf } from '../law/annualReport.rules';
import { actDay, actInstant } from '../law/newYorkDay.rules';
import { reportingOf } from '../report/reportingRules';

/** 31 CFR 501.603(b)(1)(i) and (b)(3): within so many business days. */
const businessDaysToReport = 10;

/** The last day for the report on what was blocked on a day. */
export function reportDay(arisesOn: string): string {
  let due = reportDays.get(arisesOn);
  if (due === undefined) reportDays.set(arisesOn, (due = businessDaysAfter(arisesOn, businessDaysToReport)));
  return due;
}

const reportDays = new Map<string, string>();

/**
 * Returns the duty of an initial report. 31 CFR 501.603(b)(1)(i): within 10 business days from the date that
 * property becomes blocked. One for each block of the operator.
 */
export function initialReport(block: Act): Duty {
  const arisesOn = actDay(block.from);
  return {
    ...dueOnDay(reportDay(arisesOn)),
    id: `initial-report:${block._id}`,
    kind: 'INITIAL_BLOCKING_REPORT',
    venueId: block.venueId,
    accountId: block.accountId,
    measureId: block._id,
    note: assumptionNote(block.venueId, reportingOf(block).assumed),
    accounts: 1,
    arisesOn,
    rule: '31 CFR 501.603(b)(1)(i)',
    about: `the property of ${block.accountId}, blocked on ${arisesOn}`,
    illustrative: block.illustrative,
  };
}

/**
 * Returns the annual reports. 31 CFR 501.603(b)(2): property blocked as of 30 June is reported by 30
 * September of that year; one report of all of it by each holder. Where 30 September is no business day the
 * date stays: the section does not move it.
 */
export function annualReports(blocks: readonly Act[], now: Date): Duty[] {
  const duties: Duty[] = [];
  if (blocks.length === 0) return duties;
  for (let year = firstYear(blocks); annualReportAsOf(year) < now; year++) {
    const asOf = annualReportAsOf(year);
    const held = blocks.filter(({ from, to }) =>
      inForceAt({ from: actInstant(from), to: to ? actInstant(to) : null }, asOf),
    );
    for (const venueId of new Set(held.map((block) => block.venueId))) {
      duties.push(
        annualReport(
          year,
          venueId,
          held.filter((block) => block.venueId === venueId),
        ),
      );
    }
  }
  return duties;
}

/** Without a block there is no year: infinitely late. */
const firstYear = (blocks: readonly Act[]): number =>
  blocks.reduce((first, { from }) => Math.min(first, Number(actDay(from).slice(0, 4))), Infinity);

function annualReport(year: number, venueId: string, held: readonly Act[]): Duty {
  return annualDuty(year, venueId, {
    accounts: new Set(held.map(({ accountId }) => accountId)).size,
    assumed: held.some((block) => reportingOf(block).assumed),
    illustrative: held.every(({ illustrative }) => illustrative),
  });
}

export interface HeldProperty {
  readonly accounts: number;
  /** True where nobody recorded the venue's jurisdictions. */
  readonly assumed: boolean;
  readonly illustrative: boolean;
}

/** Returns the duty of a venue to report what it held as of 30 June of a year. */
export const annualDuty = (
  year: number,
  venueId: string,
  { accounts, assumed, illustrative }: HeldProperty,
): Duty => ({
  ...dueOnDay(`${year}-09-30`),
  id: `annual-report:${venueId}:${year}`,
  kind: 'ANNUAL_BLOCKED_REPORT',
  venueId,
  accountId: null,
  measureId: null,
  note: assumptionNote(venueId, assumed),
  accounts,
  arisesOn: `${year}-06-30`,
  rule: '31 CFR 501.603(b)(2)',
  about: `the property blocked at ${venueId} as of 30 June ${year}`,
  illustrative,
});
