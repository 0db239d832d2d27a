import type { EndReason } from '../vocabulary/measureKinds';

/** 89 FR 40372: reports on what is unblocked or transferred are due for acts since this day. */
const reportsSince = '2024-08-08';
/** 89 FR 81358: the three exceptions are in effect since this day. */
const exceptionsSince = '2024-11-07';

export type ReportException = 'BETWEEN_BLOCKED_ACCOUNTS' | 'LICENCE' | 'DELISTING';

/** The end of a block, or a transfer of blocked property. */
export interface ReportedAct {
  /** The day of the act, YYYY-MM-DD in New York. */
  readonly on: string;
  /** The reason for unblocking; null for a transfer. */
  readonly endReason: EndReason | null;
  /** The licences under which it was done; `reportRequired`: the licence itself asks for a report. */
  readonly licences: readonly { readonly reportRequired?: boolean | null }[];
  /** True where it went from one blocked account to others, all at the same institution. */
  readonly betweenBlockedAccounts: boolean;
}

/** The exception of 31 CFR 501.603(b)(3) under which an act need not be reported; null where none applies. */
export function exceptionOf({
  on,
  endReason,
  licences,
  betweenBlockedAccounts,
}: ReportedAct): ReportException | null {
  if (on < exceptionsSince) return null;
  if (betweenBlockedAccounts) return 'BETWEEN_BLOCKED_ACCOUNTS';
  if (endReason === 'DELISTING') return 'DELISTING';
  // A licence that nobody recorded excepts nothing: what it asks for is not known.
  const licensed = licences.length > 0 && (endReason === null || endReason === 'LICENCE');
  return licensed && !licences.some(({ reportRequired }) => reportRequired) ? 'LICENCE' : null;
}

/** Tells if an act has to be reported. One of mistaken identity has to (OFAC FAQ 1196). */
export const mustBeReported = (act: ReportedAct): boolean =>
  act.on >= reportsSince && exceptionOf(act) === null;
