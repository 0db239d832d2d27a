import {
  type Completeness,
  isWholeWithinHops,
  lowestCompleteness,
} from '../../../shared/subgraph/completeness';

/**
 * The kinds of finding. Each kind comes from one search, so that a cut of that search affects only this kind.
 */
export const findingKinds = [
  'STATEMENT',
  'DESIGNATION',
  'LINK',
  'WALLET',
  'DEPOSIT_WALLET',
  'REACH',
  'EXPOSURE_IN',
  'EXPOSURE_OUT',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** A finding. Its id gives its subject and stays; the rest may change. Omitted or null: does not apply. */
export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  /** STATEMENT, EXPOSURE: the wallet it is about; WALLET, DEPOSIT_WALLET: the wallet; REACH: where the way ends. */
  readonly walletId?: string | null;
  readonly accountId?: string | null;
  readonly actorId?: string | null;
  readonly label?: string | null;
  readonly designationId?: string | null;
  /** STATEMENT: itself. WALLET: those that say so. */
  readonly statementIds?: readonly string[] | null;
  readonly stance?: string | null;
  readonly confidence?: number | null;
  readonly disputed?: boolean | null;
  /** EXPOSURE: CAIP-19, and the base units that came or went in one hop, and over other wallets. */
  readonly asset?: string | null;
  readonly direct?: string | null;
  readonly indirect?: string | null;
  /** REACH: where the way starts, where its first hop does not say so; and the seqs of its hops. */
  readonly startId?: string | null;
  readonly seqs?: readonly number[] | null;
}

/** The findings of a subject in one evaluation. A kind that `cuts` omits was examined as a whole. */
export interface FindingSet {
  readonly findings: readonly Finding[];
  readonly completeness: Readonly<Partial<Record<FindingKind, Completeness>>>;
}

export interface FindingChange {
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** Null where it is new. */
  readonly before: Finding | null;
  /** Null where it is gone. */
  readonly after: Finding | null;
}

export interface Settled {
  readonly changes: readonly FindingChange[];
  /** The state now: `changes` applied to the state before. */
  readonly after: FindingSet;
}

/**
 * Returns the changes between the findings before and those of now. A kind whose search was cut cannot show
 * that a finding is gone. A finding that it misses stays, until a search finds that all was examined.
 */
export function settle(before: FindingSet, found: FindingSet): Settled {
  const known = byId(before.findings);
  const now = byId(found.findings);
  const changes: FindingChange[] = [];
  const after: Finding[] = [];
  for (const finding of now.values()) {
    const old = known.get(finding.id) ?? null;
    after.push(finding);
    if (!old) changes.push({ change: 'ADDED', before: null, after: finding });
    else if (!isSame(old, finding)) changes.push({ change: 'CHANGED', before: old, after: finding });
  }
  for (const old of known.values()) {
    if (now.has(old.id)) continue;
    if (isWholeWithinHops(completenessOf(found, old.kind)))
      changes.push({ change: 'REMOVED', before: old, after: null });
    else after.push(old);
  }
  return {
    changes: changes.sort((a, b) => compareText(idOf(a), idOf(b))),
    after: { findings: after.sort((a, b) => compareText(a.id, b.id)), completeness: found.completeness },
  };
}

export const completenessOf = ({ completeness }: FindingSet, kind: FindingKind): Completeness =>
  completeness[kind] ?? 'COMPLETE';

/** Of the whole: that of its least complete part. */
export const wholeCompleteness = ({ completeness }: FindingSet): Completeness =>
  lowestCompleteness(Object.values(completeness));

const idOf = ({ before, after }: FindingChange) => (after ?? before)?.id ?? '';

const byId = (findings: readonly Finding[]) => new Map(findings.map((finding) => [finding.id, finding]));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Tells if two findings are equal: an omitted field is null, in whatever order the fields came from the
 * store.
 */
const isSame = (one: Finding, other: Finding) => contentOf(one) === contentOf(other);

const contentOf = (finding: Finding): string =>
  JSON.stringify(
    Object.entries(finding)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => compareText(a, b)),
  );
