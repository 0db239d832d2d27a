import { createHash } from 'node:crypto';
import type { ReportRecord } from '../../report/report.record';
import { firstOf, reportsByObligation } from '../obligation.rules';
import type { derivedOf } from './accountDuties.rules';
import { type AccountGrounds } from './accountDuties.rules';
import type { BlockedYearsRecord } from './blockedYears.record';
import type { DutyRecord } from './duty.record';
import { visibilityKey } from './visibility.rules';

export type Derived = ReturnType<typeof derivedOf>;

const rowId = (accountId: string, ...parts: readonly (string | number)[]) =>
  `${accountId} ${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;

/** Returns the rows of an account's duties, with the reports that meet them. */
export function dutyRows(
  { accountId }: Pick<AccountGrounds, 'accountId'>,
  duties: Derived['duties'],
  { reports, sequence }: { readonly reports: readonly ReportRecord[]; readonly sequence: number },
): DutyRecord[] {
  const naming = reportsByObligation(reports);
  return duties.map(({ duty, since, until, knownTo, named }) => {
    const { id, venueId, accounts: _, accountId: __, ...rest } = duty;
    const metBy = firstOf(duty, naming.get(id));
    return {
      ...rest,
      _id: rowId(accountId, id, knownTo, since.toISOString()),
      accountId,
      venueId,
      knownTo,
      named: [...named],
      standing: standingOf(duty.kind, duty.done || metBy !== null),
      due: dueKey(duty.dueAt, id),
      since,
      ...(until ? { until } : {}),
      dutyId: id,
      ...(metBy ? { metBy: metBy._id } : {}),
      sequence,
    };
  });
}

function standingOf(kind: DutyRecord['kind'], isMet: boolean): DutyRecord['standing'] {
  if (isMet) return 'MET';
  return kind === 'UNDETERMINED' ? 'UNDETERMINED' : 'DUE';
}

/** Returns the place of a duty among those of one group of states: `orderOf` without its first part. */
const dueKey = (dueAt: Date, id: string) => `${dueAt.toISOString()} ${id}`;

/** Returns the rows of the years for whose annual report an account counts. */
export const blockedYearsRows = (
  accountId: string,
  years: Derived['years'],
  sequence: number,
): BlockedYearsRecord[] =>
  years.map(({ venueId, first, last, illustrative, knownTo, named }) => ({
    _id: rowId(accountId, venueId, knownTo, first),
    accountId,
    venueId,
    knownTo,
    named: [...named],
    visibility: visibilityKey({ knownTo, named }),
    first,
    last,
    illustrative,
    sequence,
  }));
