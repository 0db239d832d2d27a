import type { LawCode } from '../law/laws';
import type { Act, Duty } from './duty.rules';
import { actDay, endOfDay } from '../law/newYorkDay.rules';
import { reportingOf } from '../report/reportingRules';

/** Returns what somebody has to find out of a block: one for each law without a known rule for the venue. */
export const undeterminedReports = (block: Act): Duty[] =>
  reportingOf(block).undetermined.map((law) => undeterminedReport(block, law));

function undeterminedReport(block: Act, law: LawCode | null): Duty {
  const { _id, accountId, venueId, illustrative } = block;
  const arisesOn = actDay(block.from);
  return {
    id: `undetermined-report:${_id}:${law ?? 'unknown'}`,
    kind: 'UNDETERMINED',
    venueId,
    ownerRole: 'legal',
    rule: 'UNDETERMINED',
    about: `whether and by when the property of ${accountId}, blocked on ${arisesOn}, is to be reported: ${reason(block, law)}`,
    note: null,
    accounts: 1,
    accountId,
    measureId: _id,
    arisesOn,
    // For the order of the list only: no rule sets a day, and answers show none.
    dueOn: arisesOn,
    dueAt: endOfDay(arisesOn),
    done: false,
    illustrative,
  };
}

function reason({ venueId, jurisdictions }: Act, law: LawCode | null): string {
  if (law === null) return 'the law of its basis is not recorded';
  const where = jurisdictions
    ? `a venue in ${jurisdictions.join(', ')}`
    : `${venueId}, whose jurisdictions are not recorded`;
  return `no rule is known for a block under ${law} law at ${where}`;
}
