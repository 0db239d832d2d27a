import type { MeasureRecord } from '../measure/measure.record';
import { endOfDay } from '../law/newYorkDay.rules';
import type { ReportingGrounds } from '../report/reportingRules';

/** The kinds of duty, each due by a day. */
export const obligationKinds = [
  'INITIAL_BLOCKING_REPORT',
  'ANNUAL_BLOCKED_REPORT',
  'UNBLOCKING_REPORT',
  'TRANSFER_REPORT',
  'EMERGENCY_CHECK',
  'UNDETERMINED',
] as const;

export type ObligationKind = (typeof obligationKinds)[number];

/** The fields of the operator's measure that the rules read. */
export type Act = Pick<
  MeasureRecord,
  | '_id'
  | 'kind'
  | 'accountId'
  | 'venueId'
  | 'from'
  | 'to'
  | 'endReason'
  | 'endProcessIds'
  | 'assets'
  | 'emergency'
  | 'checker'
  | 'illustrative'
> &
  ReportingGrounds;

/** A duty as a rule creates it: never without an owner and a due date (DOMAIN, invariant 9). */
export interface Duty {
  /** Made from its subject, so that it is the same whenever it is derived. */
  readonly id: string;
  readonly kind: ObligationKind;
  /** The owner of the duty: the holder of the property, and this role there. */
  readonly venueId: string;
  readonly ownerRole: 'reporting-officer' | 'approver' | 'legal';
  /** The section that creates it. */
  readonly rule: string;
  /** The subject, in a sentence. */
  readonly about: string;
  /** The facts that the rule needed and nobody recorded, in a sentence; null: none. */
  readonly note: string | null;
  /** The number of accounts that it is about, and the account where it is one. */
  readonly accounts: number;
  readonly accountId: string | null;
  readonly measureId: string | null;
  /** The day of what creates it, YYYY-MM-DD in New York. */
  readonly arisesOn: string;
  /** The last day on which it is in time, YYYY-MM-DD in New York. */
  readonly dueOn: string;
  /** From this instant on it is late. */
  readonly dueAt: Date;
  /** True where it was met by an act of its own, without a report. */
  readonly done: boolean;
  /** True where all that it is about is made up for illustration. */
  readonly illustrative: boolean;
}

/** Says that a duty rests on what is assumed of a venue; null where nothing is. */
export const assumptionNote = (venueId: string, assumed: boolean): string | null =>
  assumed ? `the jurisdictions of ${venueId} are not recorded: taken for a venue in the United States` : null;

/** A duty to report on a day: in time until that day ends in New York. */
export const dueOnDay = (dueOn: string) =>
  ({ dueOn, dueAt: endOfDay(dueOn), ownerRole: 'reporting-officer', done: false }) as const;
