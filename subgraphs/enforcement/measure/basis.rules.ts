import { lackOf, type ProcessTerms } from '../legalProcess/legalProcess.rules';
import type { LegalProcessKind } from '../vocabulary/legalProcessKinds';
import type { MeasureRecord } from './measure.record';
import type { EndReason, MeasureKind } from '../vocabulary/measureKinds';
import { type Held, transitionLacks } from './transition.rules';

/**
 * The processes that can carry each measure (DOMAIN, "Transitions"). A subpoena or a preservation request
 * carries none.
 */
const carriers: Readonly<Record<MeasureKind, readonly LegalProcessKind[]>> = {
  FLAG: [],
  RESTRICT: [],
  FREEZE: [
    'SEIZURE_WARRANT',
    'RESTRAINING_ORDER',
    'FREEZE_REQUEST',
    'FORFEITURE_ORDER',
    'OFAC_DESIGNATION',
    'SANCTIONS_DESIGNATION',
    'ISSUER_POLICY',
  ],
  BLOCK: ['OFAC_DESIGNATION', 'SANCTIONS_DESIGNATION'],
  SEIZE: ['SEIZURE_WARRANT', 'FORFEITURE_ORDER'],
  FORFEIT: ['FORFEITURE_ORDER'],
};

/**
 * The reasons that can end each measure. A block ends by the means of 31 CFR 501.806 and OFAC, never by a
 * note or by time.
 */
const endings: Readonly<Record<MeasureKind, readonly EndReason[]>> = {
  FLAG: ['EXPIRY', 'WITHDRAWAL'],
  RESTRICT: ['EXPIRY', 'WITHDRAWAL'],
  FREEZE: ['EXPIRY', 'WITHDRAWAL', 'COURT_ORDER', 'CHECK_LAPSED'],
  BLOCK: ['LICENCE', 'DELISTING', 'MISTAKEN_IDENTITY', 'COURT_ORDER'],
  SEIZE: ['COURT_ORDER'],
  FORFEIT: ['COURT_ORDER'],
};

/** These need a maker and a checker; a flag or a restriction needs one person, or the rule that made it. */
const fourEyesKinds: readonly MeasureKind[] = ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'];

/** The terms of a measure that the rules read. */
export type MeasureTerms = Pick<
  MeasureRecord,
  'kind' | 'accountId' | 'from' | 'to' | 'endReason' | 'observed' | 'maker' | 'checker'
> &
  Partial<Pick<MeasureRecord, 'assets'>>;

export interface Grounds {
  /** The processes that the measure names. */
  readonly processes: readonly ProcessTerms[];
  /** All measures on the same account. */
  readonly onAccount: readonly Held[];
}

/**
 * Returns the problems of a measure, in sentences; empty where the act was valid when it was done (DOMAIN,
 * invariants 1 and 2).
 */
export function measureProblems(measure: MeasureTerms, grounds: Grounds): string[] {
  return [
    ...intervalProblems(measure),
    ...(measure.observed
      ? observedProblems(measure)
      : [...peopleProblems(measure), ...basisProblems(measure, grounds)]),
  ];
}

function intervalProblems({ kind, from, to, endReason }: MeasureTerms): string[] {
  if (!to) return endReason ? ['it has a reason for an end, and no end'] : [];
  const problems = to <= from ? ['it ends before it begins'] : [];
  if (!endReason) return [...problems, 'it ends without a reason'];
  if (!endings[kind].includes(endReason)) {
    problems.push(`${endReason} does not end a ${kind}: ${endings[kind].join(', ')} can`);
  }
  return problems;
}

function observedProblems({ maker, checker }: MeasureTerms): string[] {
  return maker || checker
    ? ['what is only observed was made by somebody else: it has no maker or checker here']
    : [];
}

function peopleProblems({ kind, maker, checker }: MeasureTerms): string[] {
  if (fourEyesKinds.includes(kind) && (!maker || !checker)) return [`a ${kind} has a maker and a checker`];
  if (maker && maker === checker) return ['maker and checker are the same person'];
  return [];
}

function basisProblems(measure: MeasureTerms, { processes, onAccount }: Grounds): string[] {
  const { kind, from } = measure;
  const carried = carriers[kind].length === 0 || processes.some((process) => carries(process, measure, from));
  const lacks = transitionLacks(measure, onAccount).map(({ message }) => message);
  return [...(carried ? [] : [noCarrier(measure)]), ...lacks];
}

/** Tells if a process carries a measure, of its kind and on its assets, at an instant. */
export function carries(
  process: ProcessTerms,
  { kind, accountId, assets }: Pick<MeasureTerms, 'kind' | 'accountId' | 'assets'>,
  at: Date,
): boolean {
  return lackOf(process, { accountId, assets: assets ?? null, kinds: carriers[kind] }, at) === null;
}

/** The kinds of process that can carry a measure. */
export const carriersOf = (kind: MeasureKind): readonly LegalProcessKind[] => carriers[kind];

/** The reasons that can end a measure. */
export const endingsOf = (kind: MeasureKind): readonly EndReason[] => endings[kind];

const noCarrier = ({ kind, accountId, from }: MeasureTerms) =>
  `no process that can carry a ${kind} (${carriers[kind].join(', ')}) was served, in force and with ${accountId} in ` +
  `its scope at ${from.toISOString()}`;
